"""When people leave: successors for what they answer for, and the functional mailbox that outlives them."""

from flask import flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid, NotFound
from infocus.core.limits import limits
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.networks import mailboxes, queries, successors
from infocus.networks.context import network_or_404
from infocus.networks.models import Partner
from infocus.networks.views.blueprint import blueprint

TRIES = "30/minute"


@blueprint.get("/<network>/partners/<partner>/owners")
@requires(Permission.EDIT_PARTNER)
def owners(network: str, partner: str) -> ResponseReturnValue:
    """Who wrote what for the city, who of them has left, and who takes over."""
    return _page(_editable(network, partner))


@blueprint.post("/<network>/partners/<partner>/owners")
@requires(Permission.EDIT_PARTNER)
def hand_over_records(network: str, partner: str) -> ResponseReturnValue:
    """Name a successor for all that somebody answers for, or take them back."""
    found = _editable(network, partner)
    try:
        with unit_of_work():
            person, successor = request.form.get("person", ""), request.form.get("successor") or None
            if person not in {owner.person.id for owner in successors.owners_of(current_actor(), found)}:
                raise NotFound
            successors.name_successor(current_actor(), found, person, successor)
    except Invalid as error:
        return _page(_editable(network, partner), "; ".join(error.fields.values()), 422)
    flash(_("Kept. Questions and reminders go there from now on."), "success")
    return redirect(url_for("networks.owners", network=network, partner=partner), 303)


@blueprint.post("/<network>/partners/<partner>/mailbox")
@requires(Permission.EDIT_PARTNER)
def ask_mailbox(network: str, partner: str) -> ResponseReturnValue:
    """Send the question to the functional mailbox again."""
    try:
        with unit_of_work():
            mailboxes.ask_again(current_actor(), _editable(network, partner))
        flash(_("The mail is on its way; the link in the earlier one works no more."), "success")
    except Conflict as error:
        flash(error.message, "error")
    return redirect(url_for("networks.owners", network=network, partner=partner), 303)


@blueprint.route("/mailboxes/<key>", methods=["GET", "POST"])
@requires(Permission.OPEN_PAGE)
def confirm_mailbox(key: str) -> ResponseReturnValue:
    """For whoever reads the mailbox; opening the page confirms nothing, because mail scanners open links."""
    limits().hit(TRIES, "mailbox-page", request.remote_addr or "")
    found, status = None, 200
    try:
        if request.method == "POST":
            with unit_of_work():
                mailboxes.confirm(key)
        found = mailboxes.find(key)
    except NotFound:
        status = 404
    answer = make_response(render_template("networks/mailbox.html", partner=found), status)
    answer.headers |= {"Cache-Control": "private, no-store", "Referrer-Policy": "no-referrer"}
    return answer


def _editable(network: str, slug: str) -> Partner:
    found = queries.partner_of(network_or_404(network), slug)
    require(current_actor(), Permission.EDIT_PARTNER, found)
    return found


def _page(partner: Partner, error: str = "", status: int = 200) -> ResponseReturnValue:
    page = render_template(
        "networks/owners.html",
        network=partner.network,
        partner=partner,
        owners=successors.owners_of(current_actor(), partner),
        choices=successors.to_choose(partner),
        error=error,
        wrong=request.form.get("person") if error else None,
    )
    return page, status
