"""What happens to the papers of a review."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SummarySent:
    """The draft is with the table."""

    review_id: str
    by: str


@dataclass(frozen=True, slots=True)
class SummaryAgreed:
    """The summary is agreed: its readers are those of the review now, and the transcript's time runs."""

    review_id: str
    by: str
