"""The attendance list on paper: a line a person, a field a day to sign in, empty lines for who comes besides."""

from flask_babel import force_locale, format_date
from flask_babel import gettext as _

from infocus.core.i18n import locale_of, say_dates
from infocus.engines.typesetting.port import Paper
from infocus.meetings.models import Meeting
from infocus.meetings.papers import facts_of, mark_of
from infocus.meetings.people.days import days_of_meeting
from infocus.meetings.people.queries import expected

BLANK_ROWS = 8
DAYS_A_SHEET = 3
"""Fields to sign in beside a name: more would be too narrow."""


def attendance_paper(meeting: Meeting) -> Paper:
    """The list to sign, in the language of the meeting; a longer meeting has a list for every three days."""
    with force_locale(locale_of(meeting.language)):
        days = [
            format_date(day, "EEE d MMM") if day else _("Day %(number)s", number=number)
            for number, (_key, day) in enumerate(days_of_meeting(meeting), start=1)
        ]
        people = [
            [row.shown_name, " · ".join(filter(None, (row.shown_city, row.organisation)))] for row in expected(meeting)
        ]
        data = {
            "title": meeting.title,
            "heading": _("Attendance list"),
            "foot": f"{meeting.title} · {say_dates(meeting.begins, meeting.finishes)}",
            "mark": mark_of(meeting),
            "facts": facts_of(meeting),
            "columns": [_("No."), _("Name"), _("City and organisation")],
            "sheets": [days[first : first + DAYS_A_SHEET] for first in range(0, len(days), DAYS_A_SHEET)],
            "rows": people + [["", ""]] * BLANK_ROWS,
            "note": _("By signing you confirm that you were there. The list is kept as evidence for the audit."),
            "funding": meeting.network.funding_line or _("Co-funded by the European Union"),
        }
        return Paper(
            template="meetings/people/attendance.typ",
            title=_("Attendance list: %(title)s", title=meeting.title),
            author=meeting.network.name,
            language=meeting.language,
            made_at=meeting.updated_at,
            data=data,
        )
