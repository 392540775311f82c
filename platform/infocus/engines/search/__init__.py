"""Search: the port, the product's own tokens and query language, and the adapters."""

from infocus.engines.search.language import passage_language
from infocus.engines.search.opening import open_index
from infocus.engines.search.port import (
    FACETS,
    Batch,
    Entry,
    Hit,
    IndexBusy,
    Note,
    PassageHit,
    Query,
    Result,
    SearchIndex,
    SearchUnavailable,
    Sort,
    State,
    Verification,
)

__all__ = [
    "FACETS",
    "Batch",
    "Entry",
    "Hit",
    "IndexBusy",
    "Note",
    "PassageHit",
    "Query",
    "Result",
    "SearchIndex",
    "SearchUnavailable",
    "Sort",
    "State",
    "Verification",
    "open_index",
    "passage_language",
]
