"""The shapes of what happens: meetings with their outputs, comments. People are named by e-mail address."""

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
    """A transnational meeting. ``starts`` and ``ends`` are stated dates, with where they were read.

    Of the ``participants`` those ``away`` said they would come and did not; ``guests`` are names with organisations.
    """

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
    away: tuple[str, ...] = ()
    guests: tuple[tuple[str, str], ...] = ()
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
    """A comment on ``practice:KEY``, ``output:KEY``, ``meeting:KEY`` or ``plan:KEY``; ``quote`` is its passage.

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
