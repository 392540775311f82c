"""When a review takes place: as moments, in words for readers in other time zones, as a calendar file (RFC 5545)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from flask_babel import format_date, format_datetime
from flask_babel import gettext as _

from infocus.core.calendars import Event, calendar_of
from infocus.core.moments import moment


@dataclass(frozen=True, slots=True)
class Span:
    """A day, a local time (``14:00``, or empty for the whole day) in a time zone, and how many minutes it takes."""

    day: str
    starts: str
    zone: str
    minutes: int

    @property
    def begins(self) -> datetime | None:
        """The moment; ``None`` while there is no time. A local hour that comes twice is the first of them."""
        if not self.starts:
            return None
        return moment(date.fromisoformat(self.day), self.starts, self.zone)

    @property
    def ends(self) -> datetime | None:
        """The moment ``minutes`` later, whatever the clocks do meanwhile."""
        begins = self.begins
        if begins is None:
            return None
        return (begins.astimezone(UTC) + timedelta(minutes=self.minutes)).astimezone(begins.tzinfo)

    def days_from(self, now: datetime) -> int:
        """How many midnights of the review's own time zone lie between; negative when it is over."""
        return (date.fromisoformat(self.day) - now.astimezone(ZoneInfo(self.zone)).date()).days

    def words(self) -> str:
        """In the reader's language: the day, from when to when, in the review's own time zone."""
        begins, ends = self.begins, self.ends
        if begins is None or ends is None:
            return str(format_date(date.fromisoformat(self.day), "full"))
        day = format_date(begins.date(), "full")
        return f"{day}, {begins:%H:%M}–{ends:%H:%M} ({self.zone})"

    def words_in(self, zone: str) -> str:
        """The same in the reader's own time zone; empty where their clocks show the same or there is no time."""
        begins, ends = self.begins, self.ends
        if begins is None or ends is None:
            return ""
        own, until = begins.astimezone(ZoneInfo(zone)), ends.astimezone(ZoneInfo(zone))
        if own.replace(tzinfo=None) == begins.replace(tzinfo=None):
            return ""
        shown = format_datetime(own, "EEEE d MMMM, HH:mm", rebase=False)
        return str(
            _("In your time zone (%(zone)s): %(from)s–%(to)s", zone=zone, to=f"{until:%H:%M}", **{"from": shown})
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """What a calendar gets. ``uid`` stays the same for ever, ``sequence`` rises with every change of time."""

    uid: str
    sequence: int
    title: str
    url: str
    span: Span
    place: str = ""
    sender: str = ""
    attendee: tuple[str, str] | None = None
    """Address and name."""
    accepted: bool = False
    cancelled: bool = False


def event_of(appointment: Appointment) -> Event:
    """The appointment as an event of a calendar."""
    day = date.fromisoformat(appointment.span.day)
    return Event(
        uid=appointment.uid,
        sequence=appointment.sequence,
        title=appointment.title,
        url=appointment.url,
        begins=appointment.span.begins or day,
        ends=appointment.span.ends,
        place=appointment.place,
        cancelled=appointment.cancelled,
        sender=appointment.sender,
        attendee=appointment.attendee,
        accepted=appointment.accepted,
    )


def calendar_file(appointment: Appointment, method: str) -> str:
    """One appointment for a calendar. ``method``: ``REQUEST`` asks, ``CANCEL`` takes back, ``PUBLISH`` just tells."""
    return calendar_of([event_of(appointment)], method)
