"""What happens in a room."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class EntryStored:
    """An entry joined the log; ``entry`` is as clients get it. ``more_follow`` in the same transaction."""

    review_id: str
    entry: dict[str, Any]
    more_follow: bool = False


@dataclass(frozen=True, slots=True)
class ClockSet:
    """The phase or its clock changed; ``clock`` is as clients get it."""

    review_id: str
    clock: dict[str, Any]


@dataclass(frozen=True, slots=True)
class PhaseMoved:
    """A review began, went to another phase or ended; told after its entry, in the same transaction.

    ``before`` and ``after`` are phases; ``None`` where there is none: before the beginning, after the end, in an open
    review.
    """

    review_id: str
    before: str | None
    after: str | None
    state: str


@dataclass(frozen=True, slots=True)
class Mentioned:
    """People of the table were named in a message."""

    review_id: str
    seq: int
    people: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True)
class LineRemoved:
    """A line or note was taken away by entry ``by``; its words are blanked in the log."""

    review_id: str
    seq: int
