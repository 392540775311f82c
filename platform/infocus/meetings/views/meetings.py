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
from infocus.core.web.once import SentBefore, made_first, once
from infocus.library.urls import document_path
from infocus.meetings import queries, services
from infocus.meetings.agreed.queries import carried_into, days_late, open_actions, people_of
from infocus.meetings.forms import AUDIENCES, MeetingForm, stored_meeting
from infocus.meetings.local_groups import own_groups
from infocus.meetings.minutes.services import shown_sections
from infocus.meetings.models import KIND_WORDS, SESSION_KIND_WORDS, Meeting
from infocus.meetings.programme import clashes, days_of, own_times
from infocus.meetings.views import blueprint
from infocus.meetings.views.common import partner_choices, the_meeting
from infocus.networks.context import current_network, network_or_404
from infocus.records.addresses import expected_version, moved
from infocus.records.models import Visibility
from infocus.records.panels import actions_of, panels_of
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
        actions=open_actions(actor, limit=12) if actor.has_account else [],
        record_path=record_path,
        may_create=network is not None and allows(actor, Permission.CREATE_MEETING, network),
        own_groups=own_groups(actor),
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
    own_zone = actor.time_zone if actor.has_account else meeting.time_zone
    return render_template(
        "meetings/show.html",
        meeting=meeting,
        days=days_of(meeting.starts, meeting.sessions),
        shown={each.session.id: each for each in sessions if each.session},
        whole=next((each for each in sessions if each.session is None), None),
        own_times=own_times(meeting.starts, meeting.time_zone, own_zone, meeting.sessions),
        own_zone=own_zone,
        clashes=clashes(meeting.sessions) if allows(actor, Permission.EDIT_MEETING, meeting) else [],
        session_kinds=SESSION_KIND_WORDS,
        output_count=sum(shown.total for shown in sessions),
        discussion=discussion(actor, meeting),
        panels=panels_of(actor, meeting),
        actions=actions_of(actor, meeting),
        path=record_path(meeting),
        record_path=record_path,
        document_path=document_path,
        kinds=KIND_WORDS,
        days_late=days_late,
        may_close=lambda action: allows(actor, Permission.WRITE_MINUTES, action.meeting),
        carried=carried_into(actor, meeting),
        minutes=shown_sections(meeting),
        people=people_of(meeting.network_id) if allows(actor, Permission.WRITE_MINUTES, meeting) else [],
        partners=partner_choices(meeting.network_id),
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
    form.add_spare_rows(form.starts.data or "", form.ends.data or "")
    page = render_template(
        "meetings/edit.html",
        form=form,
        meeting=meeting,
        clashes=clashes(meeting.sessions) if meeting else [],
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
    if request.form.get("more"):
        return _page(form, network, None, 200)
    if form.validate_on_submit():
        try:
            with unit_of_work():
                meeting = services.create_meeting(current_actor(), network_or_404(network), form.values())
                services.set_programme(current_actor(), meeting, form.rows())
                target = once(record_path(meeting))
        except Invalid as error:
            form.take_errors(error)
        except SentBefore as sent:
            return redirect(made_first(sent), 303)
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
    if meeting.visibility == Visibility.PARTNER:
        form.visibility.choices = options(AUDIENCES)
    if request.form.get("more"):
        return _page(form, network, meeting, 200)
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
