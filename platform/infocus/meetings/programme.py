"""A programme as people read it: days with their dates, what runs side by side, what is needed twice at once."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations
from typing import Protocol
from zoneinfo import ZoneInfo

from infocus.core.moments import DAY, end_of, minutes_of, moment

FULL = len("2017-09-13")
MOST_CLASHES = 20
_BETWEEN = re.compile(r"[;\n]|,(?![^()]*\))")
_ASIDE = re.compile(r"\([^()]*\)")


class Part(Protocol):
    """What a session of a programme looks like from here."""

    @property
    def day(self) -> int:
        """From 1."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def starts(self) -> str:
        """Its starts."""

    @property
    def ends(self) -> str:
        """Its ends."""

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def speakers(self) -> str:
        """Its speakers."""

    @property
    def place(self) -> str:
        """Its place."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two sessions at one time that need the same ``what``: a room, or (``who``) a speaker."""

    what: str
    who: bool
    first: Part
    second: Part


@dataclass(slots=True)
class ShownDay:
    """A day of the programme: its number, its date where it is known, and its slots, each of one or more sessions."""

    number: int
    date: date | None
    slots: list[list[Part]] = field(default_factory=list)


def date_of(starts: str, day: int) -> date | None:
    """The date of the day ``day`` (from 1) of a meeting that begins on a stated date; ``None`` without an exact one."""
    return date.fromisoformat(starts) + timedelta(days=day - 1) if len(starts) == FULL else None


def days_between(starts: str, ends: str) -> int:
    """How many days a meeting lasts; 1 while its dates are not exact."""
    if len(starts) != FULL or len(ends) != FULL:
        return 1
    return max(1, (date.fromisoformat(ends) - date.fromisoformat(starts)).days + 1)


def names_in(speakers: str) -> list[str]:
    """The names of a line such as ``Ana Silva (Porto), Jan Novák``, without what stands in brackets."""
    names = (" ".join(_ASIDE.sub(" ", name).split()) for name in voices_in(speakers))
    return [name for name in names if name]


def voices_in(speakers: str) -> list[str]:
    """The people of such a line, each with what stands in brackets."""
    return [" ".join(voice.split()) for voice in _BETWEEN.split(speakers) if voice.strip()]


def days_of(starts: str, sessions: Iterable[Part]) -> list[ShownDay]:
    """The days of a programme. Sessions whose times overlap are one slot: they run side by side."""
    grouped: dict[int, list[Part]] = defaultdict(list)
    for session in sessions:
        grouped[session.day].append(session)
    return [ShownDay(day, date_of(starts, day), _slots(rows)) for day, rows in sorted(grouped.items())]


def clashes(sessions: Iterable[Part]) -> list[Clash]:
    """Rooms and speakers that are needed twice at once, in the order of the programme; the first twenty of them."""
    needed: dict[tuple[int, bool, str], list[tuple[str, Part]]] = defaultdict(list)
    for session in sessions:
        if session.starts:
            if session.place:
                needed[session.day, False, _folded(session.place)].append((session.place, session))
            for name in {_folded(name): name for name in names_in(session.speakers)}.values():
                needed[session.day, True, _folded(name)].append((name, session))
    found = [
        Clash(what, who, first, second)
        for (_day, who, _key), rows in needed.items()
        for (what, first), (_same, second) in combinations(rows[:MOST_CLASHES], 2)
        if _overlap(first, second)
    ]
    return sorted(found, key=lambda each: (each.first.day, each.first.starts, each.what))[:MOST_CLASHES]


def own_times(starts: str, zone: str, reader_zone: str, sessions: Iterable[Part]) -> dict[str, str]:
    """Session → its times in the reader's zone, where their clocks show others than the place's."""
    found = {}
    for session in sessions:
        day = date_of(starts, session.day)
        if day is None or not session.starts:
            continue
        begins = moment(day, session.starts, zone)
        own = begins.astimezone(ZoneInfo(reader_zone))
        if own.replace(tzinfo=None) == begins.replace(tzinfo=None):
            continue
        until = end_of(day, session.starts, session.ends, zone).astimezone(own.tzinfo) if session.ends else None
        found[session.id] = f"{own:%H:%M}–{until:%H:%M}" if until else f"{own:%H:%M}"
    return found


def _slots(sessions: Sequence[Part]) -> list[list[Part]]:
    slots: list[list[Part]] = []
    until = -1
    for session in sessions:
        begins, ends = _span(session)
        if session.starts and slots and begins < until:
            slots[-1].append(session)
        else:
            slots.append([session])
            until = -1
        until = max(until, ends if session.starts else -1)
    return slots


def _span(session: Part) -> tuple[int, int]:
    """Minutes since midnight; past it where the end lies before the beginning. Without an end it takes a minute."""
    if not session.starts:
        return 0, 0
    begins = minutes_of(session.starts)
    ends = minutes_of(session.ends) if session.ends else begins + 1
    return begins, ends if ends > begins else ends + DAY


def _overlap(first: Part, second: Part) -> bool:
    (begins, ends), (other, until) = _span(first), _span(second)
    return begins < until and other < ends


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
