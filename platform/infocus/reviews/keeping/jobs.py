"""Transcripts whose time has come: reminded of a week before, then deleted by the worker."""

from datetime import timedelta
from typing import Any

import structlog

from infocus.core import clock, outbox
from infocus.core.db import checkpoint, db, unit_of_work
from infocus.core.schedule import periodic
from infocus.notifications.services import notify
from infocus.records.urls import record_path
from infocus.reviews.keeping import queries
from infocus.reviews.keeping.models import TranscriptKeeping
from infocus.reviews.keeping.services.erasing import STEPS
from infocus.reviews.keeping.services.holding import ERASE, begin_deletion
from infocus.reviews.models import Review
from infocus.reviews.vocabulary import Seating

log = structlog.get_logger()


@outbox.job(ERASE)
def erase_transcript(payload: dict[str, Any]) -> None:
    """Delete the words of one room. Safe to run again: it goes on where it ended."""
    review_id = payload["review"]
    with unit_of_work():
        row = db.session.get(TranscriptKeeping, review_id)
        if row is None or row.begun_at is None:
            return
    for step in STEPS:
        more = True
        while more:
            with unit_of_work():
                more = step(review_id)
    checkpoint()
    log.info("transcript_deleted", review=review_id)


@periodic("reviews.transcripts", timedelta(hours=1))
def transcripts_due() -> None:
    """Remind, begin what is due, go on with what was cut off."""
    for review_id in [review.id for review in queries.agreed_reviews()]:
        with unit_of_work():
            _look_at(review_id)
    for review_id in queries.unfinished():
        with unit_of_work():
            outbox.enqueue(ERASE, {"review": review_id}, key=f"{ERASE}:{review_id}")


def _look_at(review_id: str) -> None:
    review = db.session.get(Review, review_id)
    if review is None:
        return
    state, now = queries.kept(review), clock.now()
    if state.due is None or state.held or state.deleted:
        return
    if state.due <= now:
        begin_deletion(review_id)
    elif state.due - queries.REMIND <= now:
        _remind(review, state.row)


def _remind(review: Review, row: TranscriptKeeping | None) -> None:
    """The facilitator hears of it once, while there is time to hold it."""
    if row is None:
        row = TranscriptKeeping(review_id=review.id, hold_reason="", counts={})
        db.session.add(row)
    if row.reminded_at is not None:
        return
    row.reminded_at = clock.now()
    for person_id in sorted({seat.person_id for seat in review.panel if seat.role == Seating.FACILITATOR}):
        notify(person_id, "transcript-soon", review, path=f"{record_path(review)}#kept")
