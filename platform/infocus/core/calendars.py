"""Calendar files (RFC 5545): plain values in, text out; one event for a mail, many for a feed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, vCalAddress, vText
from icalendar import Event as Component

from infocus.core import clock

PRODUCT = "-//In Focus Exchange//Meetings and reviews//EN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What a calendar gets. ``uid`` stays the same for ever, ``sequence`` rises with every change.

    ``begins`` and ``ends`` are moments, or days for something that takes the whole day (``ends`` is then the last day).
    ``attendee`` is an address and a name. ``changed`` is when it was last changed; ``None``: now.
    """

    uid: str
    sequence: int
    title: str
    url: str
    begins: datetime | date
    ends: datetime | date | None = None
    place: str = ""
    description: str = ""
    cancelled: bool = False
    sender: str = ""
    attendee: tuple[str, str] | None = None
    accepted: bool = False
    changed: datetime | None = None


def calendar_of(events: Iterable[Event], method: str, name: str = "") -> str:
    """A calendar. ``method``: ``REQUEST`` asks, ``CANCEL`` takes back, ``PUBLISH`` just tells. ``name``: of a feed."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    if name:
        calendar.add("x-wr-calname", name)
        calendar.add("refresh-interval", timedelta(hours=6), parameters={"VALUE": "DURATION"})
    for event in events:
        calendar.add_component(_component(event, method))
    calendar.add_missing_timezones()
    return str(calendar.to_ical().decode("utf-8"))


def _component(event: Event, method: str) -> Component:
    made = Component()
    made.add("uid", event.uid)
    made.add("sequence", event.sequence)
    made.add("dtstamp", event.changed or clock.now())
    made.add("summary", event.title)
    made.add("url", event.url)
    made.add("description", "\n".join(filter(None, (event.description, event.url))))
    if event.place:
        made.add("location", event.place)
    made.add("status", "CANCELLED" if event.cancelled or method == "CANCEL" else "CONFIRMED")
    made.add("dtstart", event.begins)
    if isinstance(event.begins, datetime):
        made.add("dtend", event.ends or event.begins)
    else:
        made.add("dtend", (event.ends or event.begins) + timedelta(days=1))
    _people(made, event)
    return made


def _people(made: Component, event: Event) -> None:
    """Answers go through the page: a calendar program's own answer would reach nobody, so none is asked for."""
    if event.sender:
        organizer = vCalAddress(f"mailto:{event.sender}")
        organizer.params["cn"] = vText("In Focus Exchange")
        made.add("organizer", organizer)
    if event.attendee is not None:
        address, name = event.attendee
        attendee = vCalAddress(f"mailto:{address}")
        attendee.params["cn"] = vText(name)
        attendee.params["partstat"] = vText("ACCEPTED" if event.accepted else "NEEDS-ACTION")
        attendee.params["rsvp"] = vText("FALSE")
        made.add("attendee", attendee)
