"""The shapes of what happens: meetings with their outputs, comments, reviews. People are named by e-mail address."""

from dataclasses import dataclass
from datetime import datetime

from infocus.demo.content.records import FileSpec


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A session: ``day`` counts from 1, times are local, ``kind`` is plenary, workshop, visit or review."""

    key: str
    day: int
    starts: str
    ends: str
    title: str
    kind: str
    chair: str
    speakers: tuple[str, ...] = ()
    place: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided, and who agreed."""

    text: str
    agreed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What a partner will do. ``due`` and ``done`` are days; an empty ``done`` is open."""

    what: str
    partner: str
    due: str
    done: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A transnational meeting. ``starts`` and ``ends`` are stated dates, with where they were read."""

    key: str
    title: str
    partner: str
    theme: str
    starts: str
    ends: str
    date_source: str
    summary: str
    time_zone: str
    sessions: tuple[Session, ...]
    decisions: tuple[Decision, ...] = ()
    actions: tuple[Action, ...] = ()
    participants: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    minutes: str = ""
    date_confirmed: bool = True
    theme_confirmed: bool = True
    visibility: str = "network"
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A file attached to a meeting, and to one of its sessions where ``session`` is given."""

    key: str
    meeting: str
    partner: str
    author: str
    kind: str
    title: str
    summary: str
    language: str
    visibility: str
    file: FileSpec
    created_at: datetime
    session: str = ""
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A comment. ``on`` is ``practice:KEY``, ``output:KEY`` or ``meeting:KEY``; ``quote`` is the passage it is about.

    ``page`` counts from 1 for files and is 0 elsewhere. ``reply_to`` is the key of an earlier comment.
    """

    key: str
    on: str
    author: str
    language: str
    text: str
    at: datetime
    reply_to: str = ""
    quote: str = ""
    page: int = 0
    resolved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Who sits where: host, critical-friend, facilitator, rapporteur, note-taker or observer."""

    person: str
    role: str
    section: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the log. ``after`` is seconds from the start; the place in the tuple, from 1, is its ``seq``.

    ``kind`` is message, spoken or phase. A spoken line has the writer in ``author`` and the voice in ``speaker``.
    ``note`` is strength, question, concern, suggestion or experience. ``reply_to`` is a seq.
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
class Recommendation:
    """Advice taken from the words said (``sources`` are seqs), and the host's answer to it."""

    text: str
    by: str
    section: str
    sources: tuple[int, ...]
    response: str = ""
    reason: str = ""
    owner: str = ""
    due: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A peer review. A live one has no ``starts_at``: it began ``live_for`` minutes before the demo was loaded."""

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
    entries: tuple[Entry, ...]
    starts_at: datetime | None = None
    live_for: int = 0
    summary: str = ""
    takeaways: tuple[str, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
