"""What the search page, the API, the benchmarks and the evaluation all get from a search."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from infocus.engines.search.port import Hit, Note, Sort
from infocus.networks.models import Partner

PAGE = 20
SHOWN_FACETS = (*("type", "partner", "year", "language", "theme", "sector", "state", "meeting", "country", "network"),)
"""The filters a result page counts, in the order it shows them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchForm:
    """A question as it was asked. ``filters`` maps a facet to accepted values; ``cursor`` is the page before's."""

    text: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: Sort = Sort.RELEVANCE
    limit: int = PAGE
    cursor: str | None = None
    facets: tuple[str, ...] = SHOWN_FACETS


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a filter with how many records it would leave, whether it holds, and whether by typed words."""

    value: str
    label: str
    count: int
    selected: bool
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter and its values, the chosen ones first, then the most frequent."""

    name: str
    title: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class TypedField:
    """A filter that was typed among the words: ``piece`` as it stands there, and what it was read as."""

    piece: str
    name: str
    label: str


@dataclass(frozen=True, slots=True)
class ShownHit:
    """A hit with the partner it belongs to."""

    hit: Hit
    partner: Partner | None


@dataclass(frozen=True, slots=True)
class ResultPage:
    """One page of a search. ``next`` is the following page's cursor, ``suggestion`` the query with words mended.

    ``words`` is the text without the filters typed in it, ``typed`` these filters, ``remarks`` sentences on those that
    could not be read; ``authors`` names the people that are filtered by, for who may know them.
    """

    total: int = 0
    passages: int = 0
    items: tuple[ShownHit, ...] = ()
    facets: tuple[Facet, ...] = ()
    suggestion: str | None = None
    notes: tuple[Note, ...] = ()
    next: str | None = None
    words: str = ""
    typed: tuple[TypedField, ...] = ()
    remarks: tuple[str, ...] = ()
    authors: Mapping[str, str] = field(default_factory=dict)
