"""BM25 over whole posting lists (Robertson and Zaragoza 2009), to the same numbers as tantivy computes.

Lengths are rounded as Lucene and tantivy round them (exact to 40 tokens, then three binary digits after the first),
and averaged over all documents: with equal words in them, both engines give equal scores.
"""

import numpy as np
from numpy.typing import NDArray

from infocus.engines.search.plan import K1, B
from infocus.engines.search.whoosh_index.postings import Postings

_EXACT = 24
"""Tokens up to which a length is kept as it is; beyond, what is over is rounded down to four binary digits."""

Floats = NDArray[np.float32]


def rounded(sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    """Lengths as one byte keeps them."""
    over = np.maximum(sizes - _EXACT, 0)
    digits = np.frexp(np.maximum(over, 1).astype(np.float64))[1]
    step = np.left_shift(1, np.maximum(digits - 4, 0))
    return np.where(sizes > _EXACT, _EXACT + over // step * step, sizes)


def norms(sizes: NDArray[np.int64]) -> Floats:
    """What is added to a token's frequency in each document of these lengths."""
    mean = float(sizes.sum()) / len(sizes) if len(sizes) else 0.0
    shares = rounded(sizes) / mean if mean else np.zeros(len(sizes))
    return (K1 * (1 - B + B * shares)).astype(np.float32)


def worth(postings: Postings, lengths: Floats, size: int) -> Floats:
    """The score of each document of a posting list among `size` documents: rarity times saturated frequency."""
    having = len(postings.ids)
    rarity = np.log1p((size - having + 0.5) / (having + 0.5))
    weights = postings.weights
    found: Floats = (weights * np.float32(rarity * (K1 + 1))) / (weights + lengths[postings.ids])
    return found
