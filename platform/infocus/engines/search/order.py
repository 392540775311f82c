"""The order of records that answer: by their best passage; at an equal match by what can be relied on."""

import numpy as np
from numpy.typing import NDArray

from infocus.engines.search.plan import PHRASE_FIRST

PASSAGES = 3
"""Passages of a record that a page shows."""
EQUAL = 1.02
"""Two matches are equal when one is worth at most so many times the other, in steps of that size."""
_TOGETHER = 1_000_000


def bands(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """The step of each score: matches of one step are equal. What has the words one after another stands apart."""
    together = scores >= PHRASE_FIRST
    rest = np.maximum(scores - together * PHRASE_FIRST, 1e-9)
    steps: NDArray[np.int64] = np.rint(np.log(rest) / np.log(EQUAL)).astype(np.int64)
    return steps + together * _TOGETHER


def by_relevance(
    scores: NDArray[np.float64],
    standing: NDArray[np.float64],
    newest: NDArray[np.float64],
    records: NDArray[np.int64],
) -> NDArray[np.int64]:
    """Places of the records, first to last: by band, standing, score and time; their keys break ties."""
    order: NDArray[np.int64] = np.lexsort((records, -newest, -scores, -standing, -bands(scores)))
    return order


def by_number(numbers: NDArray[np.float64], records: NDArray[np.int64]) -> NDArray[np.int64]:
    """Places of the records by a number, largest first; their keys break ties."""
    order: NDArray[np.int64] = np.lexsort((records, -numbers))
    return order
