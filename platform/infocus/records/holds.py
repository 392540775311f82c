"""Who has a record, or a part of it, open for editing: seen by others, over after a while without a sign of life."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, ForeignKey, delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.accounts.models import Person
from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import Id, Model, db
from infocus.records.models import Record

LASTS = timedelta(minutes=10)
WHOLE = ""
"""The key of a hold on the record as a whole; a part has its own."""


class RecordHold(Model):
    """Somebody has a record (``key`` empty) or one part of it open since ``since``; counted until ``until``."""

    __tablename__ = "record_holds"

    record_id: Mapped[str] = mapped_column(ForeignKey("records.id", ondelete="CASCADE"), primary_key=True)
    key: Mapped[str] = mapped_column(Id, primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    since: Mapped[datetime]
    until: Mapped[datetime]

    person: Mapped[Person] = relationship(lazy="joined", innerjoin=True)


def holders(record: Record, key: str = WHOLE, *, but: str | None = None) -> Sequence[RecordHold]:
    """Who has it open now, whoever began first before the others; without the person ``but``."""
    query = select(RecordHold).where(*_live(record), RecordHold.key == key).order_by(RecordHold.since)
    return [hold for hold in db.session.scalars(query) if hold.person_id != but]


def holds_of(record: Record) -> dict[str, RecordHold]:
    """All parts that are open now, by key, each with who began first."""
    query = select(RecordHold).where(*_live(record)).order_by(RecordHold.since.desc())
    return {hold.key: hold for hold in db.session.scalars(query)}


def be_seen(actor: Actor, record: Record, key: str = WHOLE, *, lasts: timedelta = LASTS) -> datetime:
    """Open it beside others, or say that one is still there, for ``lasts`` from now on; returns until when."""
    now, who = clock.now(), actor.person or ""
    over = RecordHold.record_id == record.id, RecordHold.key == key, RecordHold.until <= now
    db.session.execute(delete(RecordHold).where(*over), execution_options={"synchronize_session": "fetch"})
    hold = db.session.get(RecordHold, (record.id, key, who))
    if hold is None:
        try:
            with db.session.begin_nested():
                db.session.add(RecordHold(record_id=record.id, key=key, person_id=who, since=now, until=now + lasts))
        except IntegrityError:  # opened twice by one person at the same moment
            hold = db.session.get(RecordHold, (record.id, key, who), populate_existing=True)
    if hold is not None:
        hold.until = now + lasts
        db.session.flush()
    return now + lasts


def take_hold(actor: Actor, record: Record, key: str = WHOLE) -> RecordHold | None:
    """Open it alone, or stay in it: ``None``; the hold of whoever has it open, where that is another."""
    others = holders(record, key, but=actor.person)
    if others:
        return others[0]
    be_seen(actor, record, key)
    return None


def release_hold(actor: Actor, record: Record, key: str = WHOLE, *, seen: datetime | None = None) -> None:
    """Leave it, if one is in it; with ``seen``, unless a page opened later has given a sign of life since then."""
    own = [RecordHold.record_id == record.id, RecordHold.key == key, RecordHold.person_id == actor.person]
    if seen is not None:
        own.append(RecordHold.until <= seen)
    db.session.execute(delete(RecordHold).where(*own), execution_options={"synchronize_session": "fetch"})


def _live(record: Record) -> tuple[ColumnElement[bool], ...]:
    return RecordHold.record_id == record.id, RecordHold.until > clock.now()
