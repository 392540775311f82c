"""Reads of how long a transcript is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from infocus.core.db import db
from infocus.records.models import Record
from infocus.reviews.candour import Candour
from infocus.reviews.keeping.models import TranscriptKeeping
from infocus.reviews.models import Review
from infocus.reviews.report.models import ReviewSummary
from infocus.reviews.report.vocabulary import SummaryState

REMIND = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Kept:
    """How a transcript stands. ``due`` is when it is deleted; ``None`` while the summary is not agreed.

    ``agreed_hold``: the table agreed beforehand that it stays until somebody decides otherwise.
    """

    days: int
    due: datetime | None
    row: TranscriptKeeping | None
    agreed_hold: bool = False

    @property
    def held(self) -> bool:
        """Whether somebody holds it back."""
        return self.agreed_hold or (self.row is not None and self.row.held)

    @property
    def deleted(self) -> bool:
        """Whether its words are gone for every reader."""
        return self.row is not None and self.row.begun_at is not None


def kept(review: Review) -> Kept:
    """How the transcript of a review stands; the caller has asked for the right to read the review."""
    agreed = db.session.scalar(
        select(ReviewSummary.agreed_at).where(
            ReviewSummary.review_id == review.id, ReviewSummary.state == SummaryState.AGREED
        )
    )
    candour, row = Candour.of(review.candour), db.session.get(TranscriptKeeping, review.id)
    due = agreed + timedelta(days=candour.keep_days) if agreed else None
    return Kept(candour.keep_days, due, row, candour.hold)


def is_deleted(review_id: str) -> bool:
    """Whether the words of a room are gone (or going: no reader is shown one from then on)."""
    row = db.session.get(TranscriptKeeping, review_id)
    return row is not None and row.begun_at is not None


def agreed_reviews() -> Sequence[Review]:
    """Reviews whose time runs: agreed, not deleted, not held. For the periodic job, which has no reader."""
    rows = (
        select(Review)
        .join(ReviewSummary, ReviewSummary.review_id == Review.id)
        .outerjoin(TranscriptKeeping, TranscriptKeeping.review_id == Review.id)
        .where(
            Record.removed_at.is_(None),
            ReviewSummary.state == SummaryState.AGREED,
            TranscriptKeeping.begun_at.is_(None),
            TranscriptKeeping.held_at.is_(None),
        )
    )
    return list(db.session.scalars(rows).unique())


def unfinished() -> Sequence[str]:
    """Reviews whose deletion has begun and not ended: a worker was killed, or a store did not answer."""
    rows = select(TranscriptKeeping.review_id).where(
        TranscriptKeeping.begun_at.is_not(None), TranscriptKeeping.deleted_at.is_(None)
    )
    return list(db.session.scalars(rows))
