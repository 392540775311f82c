"""Local times of a place as moments: a day and a time as people write them, in a time zone."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = 24 * 60


def moment(day: date, at: str, zone: str) -> datetime:
    """The moment of ``at`` (``09:30``) on ``day`` in ``zone``. A local hour that comes twice is the first of them.

    Through UTC, so that an hour which the clock change leaves out becomes the one on the clocks.
    """
    local = datetime.combine(day, time.fromisoformat(at))
    return local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC).astimezone(ZoneInfo(zone))


def minutes_of(at: str) -> int:
    """Minutes since midnight of ``09:30``."""
    return int(at[:2]) * 60 + int(at[3:5])


def end_of(day: date, starts: str, ends: str, zone: str) -> datetime:
    """The moment of ``ends``: the next day where it lies before ``starts``, as a dinner that goes on past midnight."""
    return moment(day + timedelta(days=minutes_of(ends) <= minutes_of(starts)), ends, zone)
