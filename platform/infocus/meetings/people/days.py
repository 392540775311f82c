"""The days of a meeting: which they are, whether it is over, and until when its people's needs are kept."""

import calendar
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from infocus.core import clock
from infocus.meetings.models import Meeting
from infocus.meetings.programme import FULL, date_of, days_between

NEEDS_KEPT = timedelta(days=14)
"""How long diet and access needs are kept after the last day: the caterer's bill, and no longer."""
MOST_DAYS = 31


def last_day(meeting: Meeting) -> date:
    """The last day it can mean: of a month or a year its end."""
    stated = meeting.ends if len(meeting.ends) >= len(meeting.starts) else meeting.starts
    year, month, day = (*map(int, stated.split("-")), 0, 0)[:3]
    if day:
        return date(year, month, day)
    month = month or 12
    return date(year, month, calendar.monthrange(year, month)[1])


def today(meeting: Meeting) -> date:
    """Today, where the meeting is held."""
    return clock.now().astimezone(ZoneInfo(meeting.time_zone)).date()


def is_over(meeting: Meeting) -> bool:
    """Whether its last day has passed there."""
    return last_day(meeting) < today(meeting)


def days_of_meeting(meeting: Meeting) -> list[tuple[str, date | None]]:
    """The days on which somebody can be there: what is stored of each, and its date where it is known."""
    programme = max((session.day for session in meeting.sessions), default=1)
    if len(meeting.starts) != FULL:
        return [(f"day-{number}", None) for number in range(1, min(programme, MOST_DAYS) + 1)]
    count = days_between(meeting.starts, meeting.ends) if meeting.ends else programme
    dates = [date_of(meeting.starts, number) for number in range(1, min(count, MOST_DAYS) + 1)]
    return [(day.isoformat(), day) for day in dates if day]
