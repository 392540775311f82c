"""The shapes of reviews: who sits where, what was said, noted and advised. People are named by e-mail address."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Who sits where: host, critical-friend, facilitator, rapporteur, note-taker or observer.

    ``sections`` are headings of the version under review. ``coming`` is what they said to the invitation: ``accepted``,
    ``declined``, or nothing yet; ``word`` what they added.
    """

    person: str
    role: str
    sections: tuple[str, ...] = ()
    question: str = ""
    coming: str = "accepted"
    word: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the log. ``after`` is seconds from the start; the place in the tuple, from 1, is its number here.

    ``kind`` is message, spoken, phase or cannot-hear. A spoken line has the writer in ``author`` and the voice in
    ``speaker``. ``note`` is strength, question, concern, suggestion or experience. ``reply_to`` is a number.
    """

    kind: str
    after: int
    author: str
    text: str
    phase: str = ""
    speaker: str = ""
    note: str = ""
    reply_to: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note. Who writes is known here only; ``signed`` (name, city, anonymous) says what the reader is told.

    ``section`` is a heading of the version under review, ``question`` the number of a guiding question. A guided review
    shows its notes when their phase ends, an open one each ``after`` so many seconds.
    """

    kind: str
    text: str
    author: str
    signed: str = "name"
    importance: int = 0
    section: str = ""
    question: int = 0
    quote: str = ""
    after: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Notes (their places in the review's, from 1) under a title, ``after`` so many seconds, and whose dots it got."""

    title: str
    notes: tuple[int, ...]
    after: int
    dots: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """Advice taken from the words said (``sources`` are numbers of lines), and the host's answer to it.

    ``section`` is a heading of the version under review; it was written down ``after`` so many seconds.
    """

    text: str
    by: str
    section: str
    sources: tuple[int, ...]
    after: int
    response: str = ""
    reason: str = ""
    owner: str = ""
    due: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a review stands in a review day: at which table (from 0) and in which slot."""

    table: int
    slot: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A peer review. A live one began ``live_for`` minutes before the demo was loaded; one in preparation is held
    ``days_ahead`` after it, at ``starts``.

    ``report`` is the agreed summary; ``[31]`` in it is a link to that line. ``hold`` says why the transcript is kept.
    """

    key: str
    plan: str
    plan_version: int
    title: str
    mode: str
    state: str
    meeting: str
    brief: str
    questions: tuple[str, ...]
    seats: tuple[Seat, ...]
    entries: tuple[Entry, ...] = ()
    notes: tuple[Note, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    starts_at: datetime | None = None
    live_for: int = 0
    days_ahead: int = 0
    starts: str = ""
    place: Place | None = None
    summary: str = ""
    report: str = ""
    hold: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of reviews at parallel tables; ``slots`` are when they begin, ``facilitators`` one a table."""

    title: str
    where: str
    days_ahead: int
    slots: tuple[str, ...]
    facilitators: tuple[str, ...]
