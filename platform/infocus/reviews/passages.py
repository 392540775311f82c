"""What the parts of a review add to its entries in the search index. The room, which writes them, knows no part."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from infocus.reviews.models import Review


@dataclass(frozen=True, slots=True)
class Passage:
    """Text that is found under its review: where it opens, and who may find it."""

    text: str
    path: str
    audience: frozenset[str]


Source = Callable[[Review], Iterable[Passage]]
_sources: dict[str, Source] = {}


def review_passages(source: Source) -> Source:
    """Register what a part adds for a review that is not removed."""
    _sources[f"{source.__module__}.{source.__qualname__}"] = source
    return source


def passages_of(review: Review) -> list[Passage]:
    """What all parts add."""
    return [passage for _name, source in sorted(_sources.items()) for passage in source(review)]
