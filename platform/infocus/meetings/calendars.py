"""Meetings, their sessions and their actions as events of a calendar. Pure: records in, values out."""

from datetime import date, datetime
from urllib.parse import urlsplit

from flask_babel import gettext as _

from infocus.core.calendars import Event
from infocus.core.moments import end_of, moment
from infocus.core.web.links import base_url
from infocus.meetings.models import (
    SESSION_KIND_WORDS,
    Meeting,
    MeetingAction,
    MeetingSession,
    MeetingState,
    SessionKind,
)
from infocus.meetings.programme import FULL, date_of
from infocus.records.urls import record_path


def uid_of(own: str) -> str:
    """What an event is known by for ever."""
    return f"{own}@{urlsplit(base_url()).hostname}"


def meeting_event(
    meeting: Meeting, *, sender: str = "", attendee: tuple[str, str] | None = None, accepted: bool = False
) -> Event | None:
    """The days of a meeting; ``None`` while it has no exact date. Every change of the meeting raises the sequence."""
    if len(meeting.starts) != FULL:
        return None
    first = date.fromisoformat(meeting.starts)
    return Event(
        uid=uid_of(meeting.id),
        sequence=meeting.version,
        title=meeting.title,
        url=base_url() + record_path(meeting),
        begins=first,
        ends=max(first, date.fromisoformat(meeting.ends)) if len(meeting.ends) == FULL else first,
        place=meeting.place,
        description=meeting.theme,
        cancelled=meeting.state == MeetingState.CANCELLED,
        sender=sender,
        attendee=attendee,
        accepted=accepted,
        changed=meeting.updated_at,
    )


def session_event(session: MeetingSession) -> Event | None:
    """A session at its times, in the time zone of the place; ``None`` without a date or a time."""
    meeting = session.meeting
    day = date_of(meeting.starts, session.day)
    if day is None or not session.starts:
        return None
    begins: datetime = moment(day, session.starts, meeting.time_zone)
    kind = SESSION_KIND_WORDS.get(SessionKind(session.kind)) if session.kind in set(SessionKind) else None
    point = _("Meeting point: %(place)s", place=session.meeting_point) if session.meeting_point else ""
    return Event(
        uid=uid_of(session.id),
        sequence=meeting.version,
        title=f"{session.title} ({meeting.title})",
        url=f"{base_url()}{record_path(meeting)}#s-{session.id}",
        begins=begins,
        ends=end_of(day, session.starts, session.ends, meeting.time_zone) if session.ends else None,
        place=", ".join(filter(None, (session.place, meeting.place))),
        description="\n".join(filter(None, (str(kind or ""), session.speakers, point, session.note))),
        cancelled=meeting.state == MeetingState.CANCELLED,
        changed=meeting.updated_at,
    )


def action_event(action: MeetingAction) -> Event | None:
    """The day on which an action is due; ``None`` without an exact one."""
    if len(action.due) != FULL:
        return None
    meeting = action.meeting
    return Event(
        uid=uid_of(action.id),
        sequence=meeting.version,
        title=_("Due: %(what)s", what=action.what),
        url=f"{base_url()}{record_path(meeting)}#ac",
        begins=date.fromisoformat(action.due),
        description=meeting.title,
        changed=meeting.updated_at,
    )
