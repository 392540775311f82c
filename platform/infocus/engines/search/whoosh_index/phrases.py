"""Words next to each other, by their positions in a field."""

import numpy as np

from infocus.engines.search.whoosh_index.postings import Ids
from infocus.engines.search.whoosh_index.snapshot import Mask, Snapshot

MAX_CANDIDATES = 20_000
"""Documents with all the words whose positions are compared."""


def adjacent(snapshot: Snapshot, field: str, words: tuple[str, ...], among: Mask) -> Ids:
    """The documents of a mask in whose field these folded words follow one another."""
    candidates = snapshot.postings(field, words[0]).ids
    candidates = candidates[among[candidates]]
    for word in words[1:]:
        candidates = np.intersect1d(candidates, snapshot.postings(field, word).ids, assume_unique=True)
    candidates = candidates[:MAX_CANDIDATES]
    starts = snapshot.positions(field, words[0], candidates) if len(candidates) else {}
    begun = {document: set(places) for document, places in starts.items()}
    for step, word in enumerate(words[1:], start=1):
        if not begun:
            break
        places = snapshot.positions(field, word, np.array(sorted(begun), np.int64))
        begun = {
            document: kept
            for document, first in begun.items()
            if (kept := first & {place - step for place in places.get(document, ())})
        }
    return np.array(sorted(begun), np.int64)
