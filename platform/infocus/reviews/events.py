"""What happens around a review."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SeatGiven:
    """Somebody was named for the table, and is asked whether they come."""

    review_id: str
    person_id: str
    role: str
    by: str


@dataclass(frozen=True, slots=True)
class SeatTaken:
    """Somebody lost a seat; ``still_reads`` when another right keeps them in the room.

    ``expected``: they were asked, did not decline, and have no other seat at this table.
    """

    review_id: str
    person_id: str
    still_reads: bool
    by: str = ""
    expected: bool = False


@dataclass(frozen=True, slots=True)
class Finished:
    """The live part is over."""

    review_id: str


@dataclass(frozen=True, slots=True)
class Rescheduled:
    """A review that has not begun got another day, time or length."""

    review_id: str
    by: str


@dataclass(frozen=True, slots=True)
class CalledOff:
    """A review was cancelled before it began."""

    review_id: str
    by: str


@dataclass(frozen=True, slots=True)
class VersionReplaced:
    """Another version of the plan is under review (``None``: none) than the table was told."""

    review_id: str
    version: int | None
    by: str
