"""Letters to the reviewers, and the reminder of what is due."""

from datetime import UTC, datetime, timedelta
from typing import Any

from infocus.core import clock, outbox
from infocus.core.db import db, unit_of_work
from infocus.core.schedule import periodic
from infocus.reviews.advice.services import reminding
from infocus.reviews.advice.services.telling import reviewers, tell
from infocus.reviews.models import Review

TELL = "advice.tell"
TOGETHER = 3_600
"""Seconds in which later news are gathered, so that they come as one letter."""


@outbox.job(TELL)
def tell_reviewers(payload: dict[str, Any]) -> None:
    """Write each reviewer's letter in a transaction of its own; whoever has theirs gets no second one."""
    review = db.session.get(Review, payload["review"])
    people = [each.person.id for each in reviewers(review)] if review is not None and not review.removed_at else []
    db.session.rollback()
    for person_id in people:
        with unit_of_work():
            found = db.session.get(Review, payload["review"])
            if found is not None:
                tell(found, person_id)


def tell_now(review_id: str) -> None:
    """Have the letters of an agreement written."""
    outbox.enqueue(TELL, {"review": review_id})


def tell_soon(review_id: str) -> None:
    """Have news told once in each span of time; the row is due when no news can join that span any more."""
    span = int(clock.now().timestamp()) // TOGETHER
    due = datetime.fromtimestamp((span + 1) * TOGETHER, UTC) + timedelta(seconds=1)
    outbox.enqueue(TELL, {"review": review_id}, key=f"{TELL}:{review_id}:{span}", run_after=due)


@periodic("advice.reminders", timedelta(hours=12))
def remind_of_due() -> None:
    """One reminder a person for all their reviews together, at most once a week."""
    for person_id in reminding.owners():
        with unit_of_work():
            reminding.remind(person_id)
