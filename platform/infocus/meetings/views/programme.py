"""The programme to print, and the meeting for one's calendar."""

from flask import Response, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.actor import Actor
from infocus.core.calendars import calendar_of
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.limits import limits
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.engines.bound import engines
from infocus.meetings.calendars import meeting_event, session_event
from infocus.meetings.models import Meeting, MeetingState
from infocus.meetings.papers import programme_paper
from infocus.meetings.views import blueprint
from infocus.meetings.views.common import the_meeting
from infocus.records.panels import Action, record_action
from infocus.records.urls import record_path

PRINTS = "20/10 minutes"


@record_action(Meeting, 85)
def to_calendar(actor: Actor, meeting: Meeting) -> Action | None:
    """The file for one's calendar, while it lies ahead and has an exact date."""
    if meeting.state != MeetingState.PLANNED or meeting_event(meeting) is None:
        return None
    return Action(_("For your calendar"), f"{record_path(meeting)}/calendar.ics", "text", "calendar")


@blueprint.get("/<network>/meetings/<handle>/calendar.ics")
@requires(Permission.READ_RECORD)
def meeting_calendar(network: str, handle: str) -> ResponseReturnValue:
    """The meeting with its sessions, for one's calendar. Raises ``NotFound`` while it has no exact date."""
    meeting = the_meeting(network, handle)
    whole = meeting_event(meeting)
    if whole is None:
        raise NotFound
    events = [whole, *filter(None, map(session_event, meeting.sessions))]
    headers = {"Content-Disposition": f'attachment; filename="meeting-{meeting.starts}.ics"'}
    return Response(calendar_of(events, "PUBLISH"), mimetype="text/calendar", headers=headers)


@record_action(Meeting, 80)
def print_programme(actor: Actor, meeting: Meeting) -> Action | None:
    """The programme as a PDF, once there is one."""
    return (
        Action(_("Print the programme"), f"{record_path(meeting)}/programme.pdf", "text") if meeting.sessions else None
    )


@blueprint.get("/<network>/meetings/<handle>/programme.pdf")
@requires(Permission.READ_RECORD)
def programme_pdf(network: str, handle: str) -> ResponseReturnValue:
    """The programme as a tagged PDF, in the language of the meeting."""
    meeting = the_meeting(network, handle)
    limits().hit(PRINTS, "programme", current_actor().person or request.remote_addr or "")
    paper = programme_paper(meeting)
    db.session.remove()  # nothing of the database is held while the child works
    pdf = engines().typesetter.pdf(paper)
    headers = {"Content-Disposition": f'inline; filename="programme-{handle[:26]}.pdf"'}
    return Response(pdf, mimetype="application/pdf", headers=headers)
