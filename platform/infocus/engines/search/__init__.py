"""Search: the port, the product's own tokens and query language, and the adapters."""

from infocus.engines.search.language import passage_language
from infocus.engines.search.opening import open_index
from infocus.engines.search.port import (
    FACETS,
    FILTERS,
    Batch,
    Completion,
    Entry,
    Hit,
    IndexBusy,
    Matched,
    Note,
    PassageHit,
    Query,
    Result,
    SearchIndex,
    SearchUnavailable,
    Size,
    Sort,
    Standing,
    State,
    Verification,
)

__all__ = [
    "FACETS",
    "FILTERS",
    "Batch",
    "Completion",
    "Entry",
    "Hit",
    "IndexBusy",
    "Matched",
    "Note",
    "PassageHit",
    "Query",
    "Result",
    "SearchIndex",
    "SearchUnavailable",
    "Size",
    "Sort",
    "Standing",
    "State",
    "Verification",
    "open_index",
    "passage_language",
]
