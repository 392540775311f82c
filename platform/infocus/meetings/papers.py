"""The programme of a meeting on paper, as plain data for the typesetter."""

from typing import Any

from flask_babel import force_locale, format_date
from flask_babel import gettext as _

from infocus.core.i18n import locale_of, say_dates
from infocus.engines.typesetting.port import Paper
from infocus.meetings.models import SESSION_KIND_WORDS, Meeting, MeetingSession, SessionKind
from infocus.meetings.programme import days_of


def facts_of(meeting: Meeting) -> list[list[str]]:
    """When, where and by whom: the head of every paper of a meeting."""
    facts = [
        (_("When"), say_dates(meeting.begins, meeting.finishes)),
        (_("Where"), meeting.place),
        (_("Host"), meeting.partner.label if meeting.partner else ""),
        (_("Theme"), meeting.theme),
    ]
    return [[name, value] for name, value in facts if value]


def mark_of(meeting: Meeting) -> str:
    """What stands above the pages of an invented meeting."""
    return _("Illustrative example: invented for the demonstration") if meeting.illustrative else ""


def programme_paper(meeting: Meeting, language: str = "") -> Paper:
    """The programme in the language of the meeting, or in another."""
    language = language or meeting.language
    with force_locale(locale_of(language)):
        sessions = {session.id: session for session in meeting.sessions}
        days = days_of(meeting.starts, meeting.sessions)
        data = {
            "title": meeting.title,
            "foot": f"{meeting.title} · {say_dates(meeting.begins, meeting.finishes)}",
            "mark": mark_of(meeting),
            "facts": facts_of(meeting),
            "columns": [_("Time"), _("Session"), _("Where")],
            "zone": _("Times of the place (%(zone)s).", zone=meeting.time_zone.replace("_", " ")),
            "days": [
                {
                    "name": _("Day %(number)s", number=day.number)
                    + (f" · {format_date(day.date, 'full')}" if day.date else ""),
                    "rows": [_row(sessions[each.id]) for slot in day.slots for each in slot],
                }
                for day in days
            ],
            "funding": meeting.network.funding_line or _("Co-funded by the European Union"),
        }
        return Paper(
            template="meetings/programme.typ",
            title=_("Programme: %(title)s", title=meeting.title),
            author=meeting.network.name,
            language=language,
            made_at=meeting.updated_at,
            data=data,
        )


def kind_of(session: MeetingSession) -> str:
    """What happens in a session, in words; of the usual plenary nothing is said."""
    known = session.kind in set(SessionKind) and session.kind != SessionKind.PLENARY
    return str(SESSION_KIND_WORDS[SessionKind(session.kind)]) if known else ""


def _row(session: MeetingSession) -> dict[str, Any]:
    where = [session.place]
    if session.meeting_point:
        where.append(_("Meeting point: %(place)s", place=session.meeting_point))
    return {
        "time": "–".join(filter(None, (session.starts, session.ends))),
        "title": session.title,
        "kind": kind_of(session),
        "who": session.speakers,
        "note": session.note,
        "where": "\n".join(filter(None, where)),
    }
