"""Calling a city's own local group: date, place, agenda, in its language."""

from flask import flash, redirect, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.meetings.forms import LocalGroupForm
from infocus.meetings.local_groups import agenda_rows, call_local_group
from infocus.meetings.services import set_programme
from infocus.meetings.views import blueprint
from infocus.networks.context import network_or_404
from infocus.networks.models import Partner
from infocus.networks.queries import partner_of
from infocus.records.urls import record_path


@blueprint.route("/<network>/local-groups/<slug>/new", methods=["GET", "POST"])
@requires(Permission.CALL_LOCAL_GROUP)
def new_local_group(network: str, slug: str) -> ResponseReturnValue:
    """Call the local group; the meeting is read by the own city alone."""
    actor = current_actor()
    partner = partner_of(network_or_404(network), slug)
    require(actor, Permission.CALL_LOCAL_GROUP, partner)
    title = _("Local group of %(city)s", city=partner.label)
    form = LocalGroupForm(data={"title": title, "place": partner.label, "language": actor.language})
    if form.validate_on_submit():
        try:
            return redirect(_called(form, network, slug), 303)
        except Invalid as error:
            rows = [message for name, message in error.fields.items() if name.startswith("row-")]
            form.take_errors(Invalid({"agenda": " ".join(rows)}) if rows else error)
    return _page(form, partner)


def _called(form: LocalGroupForm, network: str, slug: str) -> str:
    """The meeting as typed; its address."""
    actor = current_actor()
    typed = {name: form[name].data or "" for name in ("title", "starts", "place", "language")}
    with unit_of_work():
        partner = partner_of(network_or_404(network), slug)
        meeting = call_local_group(actor, partner, time_zone=actor.time_zone, **typed)
        set_programme(actor, meeting, agenda_rows(form.agenda.data or ""))
        target = record_path(meeting)
    flash(_("The local group is called. Now put its people on the list and invite them."), "success")
    return target


def _page(form: LocalGroupForm, partner: Partner) -> ResponseReturnValue:
    page = render_template("meetings/local_group.html", form=form, partner=partner)
    return page, 422 if form.errors or form.form_errors else 200
