"""Seats: how many are left, and who gets one that becomes free. The meeting's row is locked meanwhile."""

from sqlalchemy import func, select

from infocus.core.db import db
from infocus.meetings.models import Coming, Meeting, Participant
from infocus.meetings.people import letters
from infocus.meetings.people.queries import addresses


def locked(meeting: Meeting) -> Meeting:
    """The meeting, held until the end of the unit of work: lists and seats change one after the other."""
    held = db.session.get(Meeting, meeting.id, with_for_update={"of": Meeting}, populate_existing=True)
    return held or meeting


def seats_left(meeting: Meeting) -> int | None:
    """How many more can come; ``None`` without a limit."""
    if meeting.capacity is None:
        return None
    coming = select(func.count()).where(Participant.meeting_id == meeting.id, Participant.coming == Coming.YES)
    return max(0, meeting.capacity - (db.session.scalar(coming) or 0))


def offer_seat(meeting: Meeting, by: str) -> None:
    """Whoever waits longest comes, as far as there are seats, and is told by mail."""
    left = seats_left(meeting)
    waiting = select(Participant).where(Participant.meeting_id == meeting.id, Participant.coming == Coming.WAITING)
    rows = db.session.scalars(waiting.order_by(Participant.answered_at, Participant.id).limit(left)).all()
    accounts = addresses(rows)
    for row in rows:
        row.coming = Coming.YES
        letters.seat_free(row, accounts.get(row.id), by)
    db.session.flush()
