"""The usual measures of a ranked list, cut at ten."""

from collections.abc import Mapping, Sequence
from math import log2

CUT = 10


def ndcg(ranked: Sequence[str], relevant: Mapping[str, float]) -> float:
    """Normalised discounted cumulative gain at 10 with linear gain (Järvelin and Kekäläinen 2002), 0 to 1."""
    gained = sum(relevant.get(name, 0) / log2(place + 2) for place, name in enumerate(ranked[:CUT]))
    best = sum(grade / log2(place + 2) for place, grade in enumerate(sorted(relevant.values(), reverse=True)[:CUT]))
    return gained / best if best else 0.0


def reciprocal_rank(ranked: Sequence[str], relevant: Mapping[str, float]) -> float:
    """One over the place of the first relevant name in the first ten, else 0."""
    return next((1 / (place + 1) for place, name in enumerate(ranked[:CUT]) if relevant.get(name, 0) > 0), 0.0)


def recall(ranked: Sequence[str], relevant: Mapping[str, float]) -> float:
    """The part of the relevant names that are in the first ten."""
    wanted = {name for name, grade in relevant.items() if grade > 0}
    return len(wanted & set(ranked[:CUT])) / len(wanted) if wanted else 0.0
