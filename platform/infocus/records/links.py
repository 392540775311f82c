"""Links from one record to others: where it was made, which plan it is part of. Readers see those they may read."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from sqlalchemy import ForeignKey, func, select
from sqlalchemy.orm import Mapped, mapped_column

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import Model, db
from infocus.records.models import Record
from infocus.records.queries import visible

R = TypeVar("R", bound=Record)


class RecordLink(Model):
    """One record points at another; what they are to each other the kinds of the two say."""

    __tablename__ = "record_links"

    record_id: Mapped[str] = mapped_column(ForeignKey("records.id", ondelete="CASCADE"), primary_key=True)
    target_id: Mapped[str] = mapped_column(ForeignKey("records.id", ondelete="CASCADE"), primary_key=True, index=True)
    by_id: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))
    at: Mapped[datetime] = mapped_column(default=clock.now)


def link(actor: Actor, record: Record, target: Record) -> bool:
    """Point from ``record`` at ``target``; ``False`` when it does already. The caller has asked for both rights."""
    if db.session.get(RecordLink, (record.id, target.id)) is not None:
        return False
    db.session.add(RecordLink(record_id=record.id, target_id=target.id, by_id=actor.person))
    db.session.flush()
    return True


def unlink(record: Record, target_id: str) -> bool:
    """Take a link away; ``False`` when there is none."""
    found = db.session.get(RecordLink, (record.id, target_id))
    if found is None:
        return False
    db.session.delete(found)
    db.session.flush()
    return True


def link_count(record: Record) -> int:
    """How many records it points at, whoever may read them."""
    own = select(func.count()).select_from(RecordLink).where(RecordLink.record_id == record.id)
    return db.session.scalar(own) or 0


def all_links(record: Record) -> Sequence[Record]:
    """The records it points at, whoever may read them, in the order they were linked."""
    own = select(Record).join(RecordLink, RecordLink.target_id == Record.id).where(RecordLink.record_id == record.id)
    here = own.where(Record.removed_at.is_(None))
    return list(db.session.scalars(here.order_by(RecordLink.at, Record.id)).unique())


def links_of(actor: Actor, record: Record) -> Sequence[Record]:
    """The records it points at that this reader may read, in the order they were linked."""
    query = visible(actor, Record).join(RecordLink, RecordLink.target_id == Record.id)
    query = query.where(RecordLink.record_id == record.id).order_by(RecordLink.at, Record.id)
    return list(db.session.scalars(query).unique())


def pointing_at(actor: Actor, record: Record, kind: type[R], limit: int = 50) -> Sequence[R]:
    """The records of a kind that point at this one and that this reader may read, the newest first."""
    query = visible(actor, kind).join(RecordLink, RecordLink.record_id == Record.id)
    query = query.where(RecordLink.target_id == record.id).order_by(Record.created_at.desc(), Record.id)
    return list(db.session.scalars(query.limit(limit)).unique())
