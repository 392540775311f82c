"""Changing a partner's profile, and the state of a network."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.networks import queries
from infocus.networks.context import network_or_404
from infocus.networks.forms import PartnerForm, StateForm
from infocus.networks.models import Partner
from infocus.networks.priorities import from_json
from infocus.networks.services import change_state, edit_partner
from infocus.networks.views.blueprint import blueprint
from infocus.networks.views.pages import network_page


@blueprint.get("/<network>/partners/<partner>/edit")
@requires(Permission.EDIT_PARTNER)
def edit(network: str, partner: str) -> ResponseReturnValue:
    """The form of a partner's profile."""
    found = _editable(network, partner)
    form = PartnerForm(formdata=None)
    form.fill(found, from_json(found.priorities))
    return render_template("networks/partner_edit.html", form=form, partner=found)


@blueprint.post("/<network>/partners/<partner>/edit")
@requires(Permission.EDIT_PARTNER)
def save(network: str, partner: str) -> ResponseReturnValue:
    """Store the profile; after a lost race the form keeps what was typed and shows what is stored now."""
    form = PartnerForm()
    found = _editable(network, partner)
    status = 422
    try:
        if form.validate():
            with unit_of_work():
                edit_partner(current_actor(), found, form.values(), form.seen_version())
            flash(_("The profile is saved."), "success")
            return redirect(url_for("networks.partner", network=network, partner=partner))
    except Invalid as error:
        form.take_errors(error)
    except Conflict:
        status = 409
    if status == 409:
        form.version.data = str(found.version)
    stored = from_json(found.priorities) if status == 409 else None
    return render_template("networks/partner_edit.html", form=form, partner=found, stored=stored), status


@blueprint.post("/<network>/state")
@requires(Permission.MANAGE_NETWORK)
def set_state(network: str) -> ResponseReturnValue:
    """The lead moves the network on, or back with a reason."""
    form = StateForm()
    place = network_or_404(network)
    require(current_actor(), Permission.MANAGE_NETWORK, place)
    try:
        if form.validate():
            with unit_of_work():
                change_state(current_actor(), place, form.chosen(), form.reason.data or "")
            flash(_("The network’s state is changed; everybody sees it."), "success")
            return redirect(url_for("networks.show", network=network))
    except Invalid as error:
        form.take_errors(error)
    return network_page(place, form, 422)


def _editable(network: str, slug: str) -> Partner:
    found = queries.partner_of(network_or_404(network), slug)
    require(current_actor(), Permission.EDIT_PARTNER, found)
    return found
