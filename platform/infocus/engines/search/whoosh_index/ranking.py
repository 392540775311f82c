"""From matching passages to records in order."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from infocus.engines.search.order import PASSAGES, by_number, by_relevance
from infocus.engines.search.port import Sort
from infocus.engines.search.whoosh_index.matching import Found
from infocus.engines.search.whoosh_index.postings import Ids
from infocus.engines.search.whoosh_index.snapshot import Snapshot

_NUMBERS = {Sort.NEWEST: "updated", Sort.ADOPTED: "adopted"}


class Placed(NamedTuple):
    """A record with its score, how many of its passages match, and the best as document numbers, best first."""

    score: float
    matching: int
    documents: tuple[int, ...]


def rank(snapshot: Snapshot, found: Found, sort: Sort, limit: int, offset: int) -> tuple[int, int, list[Placed]]:
    """How many records and passages match, and one page of the records, in the order of `order.py`."""
    documents = np.flatnonzero(found.present)
    if not len(documents):
        return 0, 0, []
    ordinals, scores = snapshot.ordinals[documents], found.scores[documents]
    matching = np.bincount(ordinals, minlength=len(snapshot.records))
    records = np.flatnonzero(matching)
    best = np.full(len(matching), -np.inf)
    np.maximum.at(best, ordinals, scores)
    best = best[records]
    wanted = best if sort == Sort.RELEVANCE else snapshot.of_record(_NUMBERS[sort])[records]
    leading = _leading(wanted, offset + limit, equal=sort == Sort.RELEVANCE)
    chosen = records[leading]
    keys = snapshot.records[chosen]
    if sort == Sort.RELEVANCE:
        standing, updated = snapshot.of_record("standing")[chosen], snapshot.of_record("updated")[chosen]
        order = by_relevance(best[leading], standing, updated, keys)
    else:
        order = by_number(wanted[leading], keys)
    page = leading[order][offset : offset + limit]
    passages = _passages(documents, ordinals, scores, records[page])
    placed = [Placed(float(best[at]), int(matching[records[at]]), passages[int(records[at])]) for at in page]
    return len(records), len(documents), placed


def _leading(values: NDArray[np.float64], wanted: int, *, equal: bool) -> Ids:
    """Where the `wanted` largest values are, with all that equal the last of them (or nearly do: one band)."""
    if len(values) <= wanted:
        return np.arange(len(values))
    least = np.partition(values, len(values) - wanted)[len(values) - wanted] if wanted else np.inf
    return np.flatnonzero(values >= (least * 0.97 if equal else least))


def _passages(documents: Ids, ordinals: Ids, scores: NDArray[np.float32], page: Ids) -> dict[int, tuple[int, ...]]:
    of_page = np.isin(ordinals, page)
    chosen, owners, values = documents[of_page], ordinals[of_page], scores[of_page]
    gathered: dict[int, list[int]] = {}
    for at in np.lexsort((chosen, -values)):
        gathered.setdefault(int(owners[at]), []).append(int(chosen[at]))
    return {record: tuple(passages[:PASSAGES]) for record, passages in gathered.items()}
