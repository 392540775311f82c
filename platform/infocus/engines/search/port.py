"""The search port: what the product asks of a search engine, in no engine's words.

One *entry* is one passage of a record (a page of a file, a section, a comment); a record has one entry or more.
Readers are told apart by *audience keys*: an entry is readable when its keys and the reader's keys meet.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Protocol

FACETS = ("type", "network", "partner", "country", "theme", "sector", "year", "state", "language", "meeting")
"""Names that `Query.facets` and `Query.filters` may use."""
FILTERS = (*FACETS, "record", "author")
"""Names that `Query.filters` and `Query.without` may use."""

MAX_LIMIT = 100
MAX_OFFSET = 10_000


class Sort(StrEnum):
    """Orders a page of results can have."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    ADOPTED = "adopted"
    """Most cities that took it over first."""


class Standing(IntEnum):
    """How far a record can be relied on: what is as relevant comes in this order, highest first."""

    STALE = 0
    """Withdrawn, out of date, or due for another look."""
    USUAL = 1
    VALIDATED = 2
    """An expert vouched for it, and it was verified not long ago."""


class State(StrEnum):
    """What an index folder is in: ready, not there yet (reads as empty), or damaged (needs a rebuild)."""

    READY = "ready"
    MISSING = "missing"
    CORRUPT = "corrupt"


class Note(StrEnum):
    """What the reader should be told about how the query was read; the page has the words for it."""

    READ_AS_WORDS = "read-as-words"
    """The query's signs made no sense (an open quotation mark, a lonely OR), so it was read as words."""
    SHORTENED = "shortened"
    """Longer, or with more words and wildcards, than is searched for: the rest was left out."""
    SOME_WORDS = "some-words"
    """Nothing has what was asked for in full: these have some of the words."""
    PARTIAL = "partial"
    """The time for one search was over before all of it was looked for."""


class SearchUnavailable(Exception):
    """The index cannot be read (damaged, or of another make) and has to be rebuilt."""


class IndexBusy(Exception):
    """Another process is writing to the index; try again later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One passage of a record. `id` is the record's id, or `record:n`. Text is plain, never HTML.

    `language` is BCP 47 or empty (detected), `year` a calendar year; `page` counts from 1; `updated_at` is aware;
    `heading` is what the passage stands under in its file, `author` a person's id, `adoptions` how many cities took the
    record over.
    """

    id: str
    record: str
    type: str
    title: str
    text: str
    url: str
    audience: frozenset[str]
    updated_at: datetime
    summary: str = ""
    heading: str = ""
    language: str = ""
    page: int | None = None
    author: str = ""
    standing: Standing = Standing.USUAL
    adoptions: int = 0
    network: str = ""
    partner: str = ""
    country: str = ""
    themes: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    year: int | None = None
    state: str = ""
    meeting: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """Changes to apply together. An upsert replaces all entries of its record.

    `cursor` is the change log's place after these changes.
    """

    upserts: tuple[tuple[str, tuple[Entry, ...]], ...] = ()
    deletes: tuple[str, ...] = ()
    cursor: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question by a reader.

    `audience` are the reader's keys; `filters` maps a name to accepted values (any of them; all names must hold),
    `without` to unwanted ones; `languages` are the reader's, most wanted first; `exclude` are record ids left out of
    everything; `seconds` is the time after which what was found so far is the answer.
    """

    text: str
    audience: frozenset[str]
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    without: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    exclude: frozenset[str] = frozenset()
    sort: Sort | str = Sort.RELEVANCE
    limit: int = 20
    offset: int = 0
    facets: tuple[str, ...] = ()
    seconds: float = 1.0


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage that answers: its page, an extract as safe HTML (only `<mark>`, all else escaped), its address.

    `heading` is plain text; `language` is the passage's own.
    """

    page: int | None
    html: str
    url: str
    heading: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Matched:
    """Why a record answers: the words of one of its parts (`title`, `summary`, `text`) that were looked for."""

    part: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A record that answers. `title` and `summary` are safe HTML with `<mark>`; `title_text` is the plain title.

    `passages` are its best, `more` is how many further ones match; `matched` says in which words.
    """

    record: str
    type: str
    title: str
    title_text: str
    summary: str
    url: str
    network: str
    partner: str
    country: str
    language: str
    themes: tuple[str, ...]
    sectors: tuple[str, ...]
    year: int | None
    state: str
    meeting: str
    page: int | None
    updated_at: datetime
    score: float
    passages: tuple[PassageHit, ...]
    more: int = 0
    matched: tuple[Matched, ...] = ()
    author: str = ""
    standing: Standing = Standing.USUAL
    adoptions: int = 0


@dataclass(frozen=True, slots=True)
class Completion:
    """What goes on from what was typed: a word with what was typed before it, or a record's title with its address."""

    text: str
    record: str = ""
    type: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Size:
    """How large an index is: records and passages that are found, pieces and bytes on disk."""

    records: int
    passages: int
    segments: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Result:
    """One page of answers. `total` counts records, `passages` all that match; `facets` maps a name to (value, records).

    A facet has its most frequent values first; its counts hold under all filters but its own. `suggestion` is the query
    with its slips mended, plain text.
    """

    total: int = 0
    passages: int = 0
    hits: tuple[Hit, ...] = ()
    facets: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    suggestion: str | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Verification:
    """How the index compares with the records it should hold."""

    missing: frozenset[str]
    unexpected: frozenset[str]

    @property
    def agrees(self) -> bool:
        """Whether the index holds exactly the expected records."""
        return not self.missing and not self.unexpected


class SearchIndex(Protocol):
    """A search engine. Queries may come from several threads; writes from one process at a time."""

    @property
    def state(self) -> State:
        """Whether the index can be read, looked up on disk on every call."""

    @property
    def cursor(self) -> int:
        """The change log's place up to which changes are stored, 0 for a new index. Raises SearchUnavailable.

        Read it before each `apply`: a rebuild by another process may have set it back.
        """

    def apply(self, batch: Batch) -> None:
        """Store a batch and its cursor in one commit, durable on return. Raises IndexBusy, SearchUnavailable."""

    def rebuild(self, batches: Iterable[Batch]) -> None:
        """Build a new index beside the live one and swap when it is complete; the last batch's cursor counts."""

    def reset(self) -> None:
        """Swap in an empty index with cursor 0."""

    def search(self, query: Query) -> Result:
        """Answer a query; any text is accepted.

        Raises ValueError for an unknown filter, facet or order, and SearchUnavailable.
        """

    def complete(
        self, prefix: str, audience: frozenset[str], exclude: frozenset[str] = frozenset(), limit: int = 8
    ) -> tuple[Completion, ...]:
        """Words, then titles, that go on from what was typed, from readable entries only."""

    def similar(
        self, record: str, audience: frozenset[str], exclude: frozenset[str] = frozenset(), limit: int = 5
    ) -> tuple[Hit, ...]:
        """Readable records about the same things as this one, nearest first; none when it is not readable itself."""

    def optimise(self) -> bool:
        """Merge what many commits left behind, for a quiet hour; whether there was anything to do. Raises IndexBusy."""

    def purge(self) -> bool:
        """Rewrite the files that still hold words of deleted entries; `False`: only a rebuild can. Raises IndexBusy."""

    def size(self) -> Size:
        """How large the index is."""

    def count(self) -> int:
        """Records in the index, whoever may read them."""

    def verify(self, expected: Iterable[str]) -> Verification:
        """Compare the records held with the ids expected."""

    def close(self) -> None:
        """Let go of files and caches; the index opens again when it is next used."""
