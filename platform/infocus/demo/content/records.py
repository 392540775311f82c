"""The shapes of what is written: practices, plans, and the documents files are made of. Texts are Markdown."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """Money as a number: ``value`` in whole units of ``currency`` (ISO 4217)."""

    what: str
    value: int
    currency: str = "EUR"


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One row of evidence."""

    name: str
    value: float
    unit: str
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """An image made by ``infocus.demo.files.pictures``; ``drawing`` says which, ``alt`` describes it in words."""

    file_name: str
    drawing: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What an expert wrote when asking for changes (``verdict`` ``changes``) or validating (``valid``)."""

    expert: str
    verdict: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """One line of the adoption ledger. ``stage`` is ``interested``, ``understand``, ``adapt`` or ``re-use``."""

    receiver: str
    stage: str
    since: str
    adapted: str = ""
    left_out: str = ""
    result: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a practice happens: a name, latitude and longitude."""

    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """A good practice: the card and the full record. Empty texts are what its author has not written yet.

    ``author`` is an e-mail address; the owner is the partner's coordinator. ``section_visibility`` pairs a field's
    name with a narrower visibility than the record's. ``criteria`` pairs the four URBACT criteria with the answers.
    """

    key: str
    partner: str
    author: str
    language: str
    state: str
    visibility: str
    title: str
    summary: str
    how: str = ""
    lesson: str = ""
    problem: str = ""
    who: str = ""
    resources: str = ""
    evidence: str = ""
    wrong: str = ""
    conditions: str = ""
    transfer: str = ""
    further: str = ""
    institution: str = ""
    place: Place | None = None
    themes: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    nace: tuple[str, ...] = ()
    sdgs: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    amounts: tuple[Amount, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    started: str = ""
    ended: str = ""
    criteria: tuple[tuple[str, str], ...] = ()
    pictures: tuple[Picture, ...] = ()
    section_visibility: tuple[tuple[str, str], ...] = ()
    opinions: tuple[Opinion, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    verified_on: str = ""
    licence: str = "CC BY 4.0"
    created_at: datetime
    updated_at: datetime
    illustrative: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The words of a file. ``body`` is the small Markdown of ``infocus.demo.files.blocks``; ``paper`` is a4 or a5."""

    title: str
    subtitle: str
    organisation: str
    language: str
    date: str
    body: str
    paper: str = "a4"
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSpec:
    """A file to be made: its name, whose suffix says the format, its words, and how many pages it has at least."""

    name: str
    document: Document
    least_pages: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSection:
    """A section of a plan; ``key`` is ``needs``, ``logic``, ``actions`` or ``framework``."""

    key: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAction:
    """A row of a plan's action table. ``cost`` is in euro, dates are stated, ``text`` is the fiche behind the row."""

    number: int
    what: str
    who: str
    cost: int
    funding: str
    start: str
    end: str
    indicator: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanVersion:
    """One version. ``stage`` is ``roadmap`` ``draft`` ``peer-reviewed`` ``final`` ``submitted`` or ``adopted``.

    ``decision`` is the council's number and date, for an adopted one.
    """

    number: int
    label: str
    stage: str
    note: str
    author: str
    created_at: datetime
    sections: tuple[PlanSection, ...]
    actions: tuple[PlanAction, ...]
    file: FileSpec
    decision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A partner's Integrated Action Plan. ``facts`` are the few things the public record says about it.

    ``updates`` are days and what happened then, after adoption.
    """

    key: str
    partner: str
    title: str
    language: str
    visibility: str
    summary: str
    facts: tuple[str, ...]
    versions: tuple[PlanVersion, ...]
    updates: tuple[tuple[str, str], ...] = ()
    illustrative: bool = True
