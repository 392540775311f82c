"""What happens to the advice of a review."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ResponseAgreed:
    """The local group and the manager have agreed to the host's response."""

    review_id: str


@dataclass(frozen=True, slots=True)
class AdviceNews:
    """Something happened to an agreed response that reviewers wait for: a parked one decided, a change in the plan."""

    review_id: str


@dataclass(frozen=True, slots=True)
class ResponseAnswered:
    """Somebody who was asked has answered; ``verdict``: agree or back."""

    review_id: str
    asked_by: str
    name: str
    verdict: str
    words: str
