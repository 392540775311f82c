"""What the host takes home: up to three messages of the phase `takeaways`."""

from flask_babel import gettext as _
from sqlalchemy import select

from infocus.core.db import db
from infocus.reviews.models import LogEntry
from infocus.reviews.room.errors import Full
from infocus.reviews.vocabulary import TAKEAWAYS, Kind


def standing(review_id: str) -> list[int]:
    """The ``seq`` of the takeaways that were not removed, in order."""
    gone = select(LogEntry.target).where(LogEntry.review_id == review_id, LogEntry.kind == Kind.REMOVED)
    rows = db.session.execute(
        select(LogEntry.seq, LogEntry.data)
        .where(LogEntry.review_id == review_id, LogEntry.kind == Kind.MESSAGE, LogEntry.seq.not_in(gone))
        .order_by(LogEntry.seq)
    )
    return [seq for seq, data in rows if data.get("takeaway")]


def check_room_for_one(review_id: str) -> None:
    """Raise ``Full`` when three stand already."""
    if len(standing(review_id)) >= TAKEAWAYS:
        raise Full(_("Three takeaways stand already. Change one, or remove one first."))
