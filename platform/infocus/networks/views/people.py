"""The people of a network: who they are, inviting them, ending roles, handing over."""

from flask import Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.accounts.pictures import MEDIA_TYPE
from infocus.core.actor import Role
from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid, NotAllowed, NotFound
from infocus.core.permissions import Permission, allows
from infocus.core.web.actor import current_actor, forget_actor
from infocus.core.web.guard import requires
from infocus.engines.bound import engines
from infocus.networks import invitations, queries, services
from infocus.networks.context import network_or_404
from infocus.networks.forms import InvitationForm
from infocus.networks.models import MembershipRow, Network
from infocus.networks.views.blueprint import blueprint


def _form(network: Network, *, empty: bool) -> InvitationForm:
    """The invitation form with what this person may give."""
    actor = current_actor()
    form = InvitationForm(formdata=None) if empty else InvitationForm()
    roles, places = invitations.roles_to_give(actor, network), invitations.places_to_fill(actor, network)
    form.offer(roles, places, whole_network=allows(actor, Permission.INVITE, network))
    return form


def _page(network: Network, form: InvitationForm, status: int = 200) -> ResponseReturnValue:
    actor = current_actor()
    members = queries.members_of(actor, network)
    rows = {member.membership_id: queries.membership_of(network, member.membership_id) for member in members}
    may_invite = bool(form.role.choices)
    page = render_template(
        "networks/people.html",
        network=network,
        partners=queries.partners_of(network),
        members=members,
        may_end={key for key, row in rows.items() if services.may_end(actor, row)},
        may_hand_over={
            key
            for key, row in rows.items()
            if row.role in {Role.OFFICER, Role.ULG} and allows(actor, Permission.INVITE, row.partner)
        },
        form=form if may_invite else None,
        waiting=invitations.listed(actor, network) if may_invite else [],
        is_waiting=invitations.is_waiting,
    )
    return page, status


@blueprint.get("/<network>/people")
@requires(Permission.USE_ACCOUNT)
def people(network: str) -> ResponseReturnValue:
    """Everybody in the network by city, and for those who invite: the invitations. For its members only."""
    place = network_or_404(network)
    if not queries.may_see_people(current_actor(), place):
        raise NotAllowed(_("The names of a network’s people are for its members."))
    return _page(place, _form(place, empty=True))


@blueprint.post("/<network>/people/invite")
@requires(Permission.INVITE)
def invite(network: str) -> ResponseReturnValue:
    """Send an invitation."""
    place = network_or_404(network)
    form = _form(place, empty=False)
    if not form.role.choices:
        raise NotAllowed
    try:
        if form.validate():
            with unit_of_work():
                city = queries.partner_of(place, form.partner.data) if form.partner.data else None
                invitations.invite(
                    current_actor(), place, city, Role(form.role.data), form.email.data or "", form.name.data or "",
                    form.language.data,
                )  # fmt: skip
            flash(_("The invitation is on its way to %(email)s.", email=form.email.data), "success")
            return redirect(url_for("networks.people", network=network))
    except Invalid as error:
        form.take_errors(error)
    return _page(place, form, 422)


@blueprint.post("/<network>/invitations/<invitation>/resend")
@requires(Permission.INVITE)
def resend(network: str, invitation: str) -> ResponseReturnValue:
    """Send the letter again, with a new link."""
    with unit_of_work():
        place = network_or_404(network)
        invitations.resend(current_actor(), invitations.get(current_actor(), place, invitation))
    flash(_("The invitation is on its way again; the earlier link works no more."), "success")
    return redirect(url_for("networks.people", network=network))


@blueprint.post("/<network>/invitations/<invitation>/withdraw")
@requires(Permission.INVITE)
def withdraw(network: str, invitation: str) -> ResponseReturnValue:
    """Take an invitation back."""
    with unit_of_work():
        place = network_or_404(network)
        invitations.withdraw(current_actor(), invitations.get(current_actor(), place, invitation))
    flash(_("The invitation is withdrawn; its link works no more."), "success")
    return redirect(url_for("networks.people", network=network))


@blueprint.post("/<network>/members/<membership>/end")
@requires(Permission.INVITE)
def end_membership(network: str, membership: str) -> ResponseReturnValue:
    """End a role at once."""
    try:
        with unit_of_work():
            services.end_membership(current_actor(), _membership(network, membership))
        flash(_("The role is ended. What the person wrote stays."), "success")
    except Conflict as error:
        flash(error.message, "error")
    forget_actor()
    return _back(network)


@blueprint.post("/<network>/members/<membership>/hand-over")
@requires(Permission.INVITE)
def hand_over(network: str, membership: str) -> ResponseReturnValue:
    """Make one of the city's people its coordinator."""
    with unit_of_work():
        services.hand_over(current_actor(), _membership(network, membership))
    flash(_("The city has a new coordinator; the former one stays as an officer."), "success")
    forget_actor()
    return _back(network)


@blueprint.get("/people/<person>/picture")
@requires(Permission.USE_ACCOUNT)
def picture(person: str) -> ResponseReturnValue:
    """A person's picture, for those who share a network with them."""
    with engines().storage.open(queries.picture_for(current_actor(), person)) as stream:
        return Response(stream.read(), mimetype=MEDIA_TYPE, headers={"Cache-Control": "private, max-age=86400"})


def _membership(network: str, membership: str) -> MembershipRow:
    place = network_or_404(network)
    if not queries.may_see_people(current_actor(), place):
        raise NotFound
    return queries.membership_of(place, membership)


def _back(network: str) -> ResponseReturnValue:
    return redirect(url_for("networks.people", network=network))
