"""What happens in and around a review."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class EntryStored:
    """An entry joined the log; ``entry`` is as clients get it."""

    review_id: str
    entry: dict[str, Any]


@dataclass(frozen=True, slots=True)
class ClockSet:
    """The phase or its clock changed; ``clock`` is as clients get it."""

    review_id: str
    clock: dict[str, Any]


@dataclass(frozen=True, slots=True)
class SeatGiven:
    """Somebody was named for the table."""

    review_id: str
    person_id: str
    role: str
    by: str


@dataclass(frozen=True, slots=True)
class SeatTaken:
    """Somebody lost a seat; ``still_reads`` when another right keeps them in the room."""

    review_id: str
    person_id: str
    still_reads: bool


@dataclass(frozen=True, slots=True)
class Finished:
    """The live part is over."""

    review_id: str
