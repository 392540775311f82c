"""What follows the writing: the meeting's own text, soon after; and changes folded into one, long after."""

from datetime import timedelta

from sqlalchemy import select

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.schedule import periodic
from infocus.meetings.minutes.models import MinutesPaper
from infocus.meetings.minutes.services import fold, settle
from infocus.meetings.models import Meeting

RESTED = timedelta(days=7)
"""So long after the last change one may still save a page opened before it, and what was deleted can be told."""


@periodic("meetings.settle-minutes", timedelta(seconds=5))
def settle_minutes() -> None:
    """Bring every meeting's text up to what is written; each in its own transaction."""
    ahead = select(MinutesPaper.meeting_id).join(Meeting, Meeting.id == MinutesPaper.meeting_id)
    ahead = ahead.where(MinutesPaper.settled < MinutesPaper.seq, Meeting.removed_at.is_(None))
    for meeting_id in list(db.session.scalars(ahead)):
        with unit_of_work():
            settle(meeting_id)


@periodic("meetings.fold-minutes", timedelta(days=1))
def fold_minutes() -> None:
    """Fold the papers at which nobody wrote for a week."""
    limit = clock.now() - RESTED
    rested = select(MinutesPaper.meeting_id).where(
        MinutesPaper.folded < MinutesPaper.seq, MinutesPaper.changed_at < limit
    )
    for meeting_id in list(db.session.scalars(rested)):
        with unit_of_work():
            fold(meeting_id, limit)
