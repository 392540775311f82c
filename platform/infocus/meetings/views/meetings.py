"""The time line of meetings, the page of one, and its editor."""

from itertools import groupby

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.comments.queries import discussion
from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid, Stale
from infocus.core.forms import options
from infocus.core.permissions import Permission, allows, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.library.urls import document_path
from infocus.meetings import queries, services
from infocus.meetings.forms import MeetingForm, MinutesForm, stored_meeting
from infocus.meetings.models import KIND_WORDS, Meeting
from infocus.meetings.views import blueprint
from infocus.meetings.views.common import partner_choices, the_meeting
from infocus.networks.context import current_network, network_or_404
from infocus.records.addresses import expected_version, moved
from infocus.records.terms import terms_of
from infocus.records.urls import record_path


@blueprint.get("/meetings")
@requires(Permission.READ_RECORD)
def index() -> ResponseReturnValue:
    """All meetings this reader may read on a time line, and the open actions across them."""
    actor = current_actor()
    wanted = request.args.getlist("network")[:20]
    page = queries.list_meetings(actor, network=wanted, cursor=request.args.get("cursor"))
    network = current_network(actor)
    years = [(year, list(group)) for year, group in groupby(page.items, key=lambda meeting: meeting.starts[:4])]
    return render_template(
        "meetings/index.html",
        years=years,
        page=page,
        counts=queries.output_counts(actor, [meeting.id for meeting in page.items]),
        actions=queries.open_actions(actor, limit=12) if actor.signed_in else [],
        record_path=record_path,
        may_create=network is not None and allows(actor, Permission.CREATE_MEETING, network),
    )


@blueprint.get("/<network>/meetings")
@requires(Permission.READ_RECORD)
def of_network(network: str) -> ResponseReturnValue:
    """The list of one network."""
    network_or_404(network)
    return redirect(url_for("meetings.index", network=network))


@blueprint.get("/<network>/meetings/<handle>")
@requires(Permission.READ_RECORD)
def show(network: str, handle: str) -> ResponseReturnValue:
    """One meeting. An old slug leads to the present one."""
    meeting = the_meeting(network, handle)
    elsewhere = moved(meeting)
    if elsewhere is not None:
        return elsewhere
    actor = current_actor()
    sessions = queries.programme(actor, meeting)
    days = [
        (day, list(group))
        for day, group in groupby(sessions, key=lambda shown: shown.session.day if shown.session else 0)
    ]
    return render_template(
        "meetings/show.html",
        meeting=meeting,
        days=days,
        output_count=sum(len(shown.outputs) for shown in sessions),
        discussion=discussion(actor, meeting),
        path=record_path(meeting),
        record_path=record_path,
        document_path=document_path,
        kinds=KIND_WORDS,
        days_late=queries.days_late,
        partners=partner_choices(meeting.network_id),
        minutes_form=MinutesForm(formdata=None, data={"minutes": meeting.minutes, "version": str(meeting.version)}),
        may={
            each.value: allows(actor, each, meeting)
            for each in (Permission.EDIT_MEETING, Permission.WRITE_MINUTES, Permission.UPLOAD_OUTPUT)
        },
    )


def _form(network_id: str, data: dict[str, object]) -> MeetingForm:
    form = MeetingForm(data=data)
    form.host.choices = options(partner_choices(network_id))
    return form


def _page(form: MeetingForm, network: str, meeting: Meeting | None, status: int | None = None) -> ResponseReturnValue:
    failed = form.errors or form.form_errors
    form.add_spare_rows()
    page = render_template(
        "meetings/edit.html",
        form=form,
        meeting=meeting,
        network_slug=network,
        path=record_path(meeting) if meeting else None,
    )
    return page, status or (422 if failed else 200)


@blueprint.route("/<network>/meetings/new", methods=["GET", "POST"])
@requires(Permission.CREATE_MEETING)
def new(network: str) -> ResponseReturnValue:
    """Call a meeting."""
    place = network_or_404(network)
    require(current_actor(), Permission.CREATE_MEETING, place)
    form = _form(place.id, {"time_zone": "Europe/Brussels", "visibility": "network", "language": "en"})
    if form.validate_on_submit():
        try:
            with unit_of_work():
                meeting = services.create_meeting(current_actor(), network_or_404(network), form.values())
                services.set_programme(current_actor(), meeting, form.rows())
                target = record_path(meeting)
        except Invalid as error:
            form.take_errors(error)
        else:
            flash(_("The meeting is on the time line."), "success")
            return redirect(target, 303)
    return _page(form, network, None)


@blueprint.route("/<network>/meetings/<handle>/edit", methods=["GET", "POST"])
@requires(Permission.EDIT_MEETING)
def edit(network: str, handle: str) -> ResponseReturnValue:
    """Change a meeting and its programme."""
    meeting = the_meeting(network, handle)
    require(current_actor(), Permission.EDIT_MEETING, meeting)
    form = _form(meeting.network_id, stored_meeting(meeting, terms_of([meeting.id])[meeting.id]["work_areas"]))
    status = None
    if form.validate_on_submit():
        try:
            with unit_of_work():
                meeting = the_meeting(network, handle)
                services.edit_meeting(current_actor(), meeting, form.values(), expected=expected_version())
                services.set_programme(current_actor(), meeting, form.rows())
                target = record_path(meeting)
        except Invalid as error:
            form.take_errors(error)
        except (Stale, Conflict):
            meeting, status = the_meeting(network, handle), 409
            form.version.data = str(meeting.version)
            form.form_errors.append(
                _("Somebody else saved this meeting meanwhile. The form holds yours; save again to replace theirs.")
            )
        else:
            flash(_("Saved."), "success")
            return redirect(target, 303)
    return _page(form, network, meeting, status)
