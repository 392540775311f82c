"""What the search page, the API, the benchmarks and the evaluation all get from a search."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from infocus.engines.search.port import Hit, Note, Sort
from infocus.networks.models import Partner

PAGE = 20
SHOWN_FACETS = ("type", "partner", "theme", "sector", "language", "year", "network")
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
    """One value of a filter with how many records it would leave, and whether it is chosen."""

    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter and its values, most frequent first."""

    name: str
    title: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class ShownHit:
    """A hit with the partner it belongs to."""

    hit: Hit
    partner: Partner | None


@dataclass(frozen=True, slots=True)
class ResultPage:
    """One page of a search. ``next`` is the following page's cursor, ``suggestion`` the query with words mended."""

    total: int = 0
    items: tuple[ShownHit, ...] = ()
    facets: tuple[Facet, ...] = ()
    suggestion: str | None = None
    note: Note | None = None
    next: str | None = None
