"""The shapes of the demo's people and places: networks, partners, people. All of it is plain, frozen data.

A stated date is ``2017``, ``2017-09`` or ``2017-09-13``; ``confirmed=False`` marks what the public record does not
settle, and pages show it as such. Whatever is not a fact of the public record is illustrative, and so is every person.
"""

from dataclasses import dataclass, field
from datetime import datetime

from infocus.demo.content.fiches import OldFiche
from infocus.demo.content.happenings import Comment, Meeting, Output
from infocus.demo.content.records import Plan, Practice
from infocus.demo.content.reviewed import Day, Review


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A fact with its source; ``value`` is a stated date or a code."""

    value: str
    source: str
    confirmed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A phase of the programme a network lived through."""

    name: str
    begins: Stated
    ends: Stated | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Priority:
    """One statement of a partner's specialisation. Codes are those of ``infocus.vocabularies``."""

    text: str
    year: int
    source: str
    regional_tie: str
    ecosystems: tuple[str, ...] = ()
    nace: tuple[str, ...] = ()
    nabs: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    emerging: bool = False
    illustrative: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """A city label, its legal body and its territory. ``hue`` is 1-12, ``position`` latitude and longitude.

    ``population``: about how many people live there, rounded to ten thousand.
    """

    slug: str
    label: str
    country: str
    body: str
    kind: str
    nuts3: Stated
    position: tuple[float, float]
    mark: str
    hue: int
    mailbox: str
    language: str
    summary: str
    priorities: tuple[Priority, ...]
    themes: tuple[str, ...]
    lead: bool = False
    population: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """``role`` is ``lead`` ``expert`` ``adhoc`` ``coordinator`` ``officer`` ``ulg`` ``observer`` or ``admin``.

    ``partner`` is the slug it is held for, empty where the role belongs to the network or the installation.
    """

    role: str
    partner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An invented person. ``languages`` begins with the one the pages are shown in."""

    email: str
    name: str
    title: str
    languages: tuple[str, ...]
    time_zone: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """One partner with its people: what one module of ``cities`` holds."""

    partner: Partner
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoNetwork:
    """A whole network, ready to be loaded. ``state`` is ``active``, ``aftercare`` or ``closed``."""

    slug: str
    name: str
    full_title: str
    summary: str
    programme: str
    funding_line: str
    state: str
    created_at: datetime
    phases: tuple[Phase, ...]
    partners: tuple[Partner, ...]
    people: tuple[Person, ...]
    practices: tuple[Practice, ...]
    meetings: tuple[Meeting, ...]
    outputs: tuple[Output, ...]
    plans: tuple[Plan, ...] = ()
    fiches: tuple[OldFiche, ...] = ()
    reviews: tuple[Review, ...] = ()
    review_days: tuple[Day, ...] = ()
    comments: tuple[Comment, ...] = ()
    illustrative: bool = field(default=True)
