"""From matching passages to records in order."""

from typing import NamedTuple

import numpy as np

from infocus.engines.search.port import Sort
from infocus.engines.search.whoosh_index.postings import Ids
from infocus.engines.search.whoosh_index.scoring import Found
from infocus.engines.search.whoosh_index.snapshot import Snapshot

PASSAGES = 3


class Ranked(NamedTuple):
    """A record with its score and its best passages, as document numbers, best first."""

    score: float
    documents: tuple[int, ...]


def rank(snapshot: Snapshot, found: Found, sort: str, limit: int, offset: int) -> tuple[int, list[Ranked]]:
    """How many records match, and one page of them: a record is as good as its best passage, as new as its newest."""
    documents = np.flatnonzero(found.present)
    ordinals = snapshot.ordinals[documents]
    best = np.full(len(snapshot.records), -1.0)
    np.maximum.at(best, ordinals, found.scores[documents])
    newest = np.zeros(len(snapshot.records), np.int64)
    np.maximum.at(newest, ordinals, snapshot.updated[documents])
    matching = np.flatnonzero(best >= 0)
    first, second = (newest, best) if sort == Sort.NEWEST else (best, newest)
    leading = _leading(first[matching], offset + limit)
    matching_top = matching[leading]
    order = np.lexsort((snapshot.records[matching_top], -second[matching_top], -first[matching_top]))
    page = matching_top[order][offset : offset + limit]
    passages = _passages(found, documents, ordinals, page)
    return len(matching), [Ranked(float(best[record]), passages[int(record)]) for record in page]


def _leading(values: Ids, wanted: int) -> Ids:
    """Where the `wanted` largest values are, with all that equal the last of them."""
    if len(values) <= wanted:
        return np.arange(len(values))
    least = np.partition(values, len(values) - wanted)[len(values) - wanted] if wanted else np.inf
    return np.flatnonzero(values >= least)


def _passages(found: Found, documents: Ids, ordinals: Ids, page: Ids) -> dict[int, tuple[int, ...]]:
    of_page = np.isin(ordinals, page)
    chosen = documents[of_page]
    gathered: dict[int, list[int]] = {}
    for at in np.lexsort((chosen, -found.scores[chosen])):
        gathered.setdefault(int(ordinals[of_page][at]), []).append(int(chosen[at]))
    return {record: tuple(passages[:PASSAGES]) for record, passages in gathered.items()}
