"""How far somebody has read a room: for their own unread mark, shown to nobody else."""

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.reviews.models import RoomVisit


def mark_read(actor: Actor, review_id: str, seq: int) -> None:
    """Keep it where it grew: of several devices the furthest counts."""
    mine = (RoomVisit.review_id == review_id, RoomVisit.person_id == actor.person)
    values = {"read_seq": seq, "at": clock.now()}
    if db.session.scalar(select(RoomVisit.person_id).where(*mine)) is None:
        try:
            with db.session.begin_nested():
                db.session.add(RoomVisit(review_id=review_id, person_id=actor.person, **values))
        except IntegrityError:
            pass  # another device was first
        else:
            return
    grown = update(RoomVisit).where(*mine, RoomVisit.read_seq < seq).values(values)
    db.session.execute(grown, execution_options={"synchronize_session": False})
