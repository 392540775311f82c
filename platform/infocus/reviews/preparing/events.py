"""What happens around invitations."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Declined:
    """Somebody who was asked to a review cannot come."""

    review_id: str
    person_id: str


@dataclass(frozen=True, slots=True)
class DayAsked:
    """The invitations of a review day go out: to each person all of theirs in one mail."""

    day_id: str
    person_id: str
    review_ids: tuple[str, ...]
    by: str
