"""BM25 over whole posting lists, summed over the fields with a weight each.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009). A query word counts as one term
in whatever language a document is: its rarity is that of all documents with any of its stems or its plain form.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from infocus.engines.search.whoosh_index.postings import Postings
from infocus.engines.search.whoosh_index.snapshot import Mask, Snapshot

K1 = 1.2
B = 0.75

Scores = NDArray[np.float64]


class FieldWeight(NamedTuple):
    """A field of the index and what a match in it is worth."""

    name: str
    weight: float


STEMS = (FieldWeight("stem", 1.0), FieldWeight("title_stem", 1.0))
PLAIN = (FieldWeight("text", 0.3), FieldWeight("title_text", 0.3))
TITLE = frozenset({"title_stem", "title_text"})


class Found(NamedTuple):
    """What a term or group finds: a score a document, and which documents have it."""

    scores: Scores
    present: Mask


def nothing(snapshot: Snapshot) -> Found:
    """No document at all."""
    return Found(np.zeros(snapshot.size), np.zeros(snapshot.size, np.bool_))


def score(snapshot: Snapshot, lists: Iterable[tuple[FieldWeight, Postings]]) -> Found:
    """Score one query word by its posting lists, whichever fields and forms they come from."""
    found = nothing(snapshot)
    for field, postings in lists:
        if len(postings.ids):
            found.scores[postings.ids] += field.weight * _saturation(snapshot, field.name, postings)
            found.present[postings.ids] = True
    return Found(found.scores * _rarity(snapshot, found.present), found.present)


def _saturation(snapshot: Snapshot, field: str, postings: Postings) -> Scores:
    """Term frequency against field length: grows ever slower with the first, falls with the second."""
    lengths, mean = snapshot.lengths(field)
    weights = postings.weights.astype(np.float64)
    return weights * (K1 + 1) / (weights + K1 * (1 - B + B * lengths[postings.ids] / mean))


def _rarity(snapshot: Snapshot, present: Mask) -> float:
    """Inverse document frequency, never negative."""
    having = np.count_nonzero(present)
    return float(np.log1p((snapshot.size - having + 0.5) / (having + 0.5)))
