"""The transcript goes into the index a little behind the room, so that a busy room is not indexed line by line."""

from datetime import UTC, datetime, timedelta
from typing import Any

from infocus.core import clock, outbox
from infocus.core.changes import changed
from infocus.core.db import after_commit, unit_of_work

INDEX = "reviews.index"
BEHIND = 30
"""Seconds between two readings of a live transcript."""


@outbox.job(INDEX)
def index_transcript(payload: dict[str, Any]) -> None:
    """Have the review indexed again."""
    with unit_of_work():
        changed("review", payload["review"])


_asked: dict[str, int] = {}
"""The span of time for which this process has last asked, by review: a busy room asks once, not once a line."""


def index_soon(review_id: str) -> None:
    """Ask for it once in each span of time; the row is due when no line can join that span any more."""
    span = int(clock.now().timestamp()) // BEHIND
    if _asked.get(review_id) == span:
        return
    due = datetime.fromtimestamp((span + 1) * BEHIND, UTC) + timedelta(seconds=1)
    outbox.enqueue(INDEX, {"review": review_id}, key=f"{INDEX}:{review_id}:{span}", run_after=due)
    after_commit(lambda: _asked.update({review_id: span}))
