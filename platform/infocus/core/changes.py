"""The change log: which records changed, in commit order; every consumer keeps its own cursor."""

import contextlib
import functools
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Index, Select, String, false, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from infocus.core import clock
from infocus.core.db import Id, Model, before_commit, db
from infocus.core.ids import new_id


class ChangeCounter(Model):
    """One row: the last number given. Its row lock makes the order of numbers the order of commits."""

    __tablename__ = "change_counter"

    id: Mapped[int] = mapped_column(primary_key=True)
    last: Mapped[int] = mapped_column(BigInteger, default=0)


class Change(Model):
    """One changed thing. ``narrowed``: fewer may read it; it is subtracted from results until it is indexed.

    ``erased``: words of it were deleted for good; consumers rewrite the files in which they could still be found.
    """

    __tablename__ = "changes"
    __table_args__ = (Index("ix_changes_type_seq", "type", "seq"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    seq: Mapped[int | None] = mapped_column(BigInteger, unique=True)
    type: Mapped[str] = mapped_column(String(20))
    subject: Mapped[str] = mapped_column(Id)
    narrowed: Mapped[bool] = mapped_column(default=False)
    erased: Mapped[bool] = mapped_column(default=False, server_default=false())
    at: Mapped[datetime] = mapped_column(default=clock.now)


def changed(type_: str, subject: str, *, narrowed: bool = False, erased: bool = False) -> None:
    """Note inside the present unit of work that this thing must be read again by every consumer."""
    db.session.add(Change(type=type_, subject=subject, narrowed=narrowed, erased=erased))
    db.session.info["changes"] = True


@before_commit
def _number() -> None:
    """Number this unit's rows just before its commit: the counter's row lock makes them follow in commit order."""
    if not db.session.info.pop("changes", False):
        return
    db.session.flush()
    new = list(db.session.scalars(select(Change).where(Change.seq.is_(None)).order_by(Change.id)))
    last = _take(len(new))
    for number, row in enumerate(new, start=last - len(new) + 1):
        row.seq = number
    db.session.flush()


def _take(count: int) -> int:
    """Take the next ``count`` numbers; returns the last of them. The very first taker makes the row."""
    take = update(ChangeCounter).where(ChangeCounter.id == 1).values(last=ChangeCounter.last + count)
    last: int | None = db.session.scalar(take.returning(ChangeCounter.last))
    if last is not None:
        return last
    with contextlib.suppress(IntegrityError), db.session.begin_nested():  # two may be first at once
        db.session.add(ChangeCounter(id=1, last=0))
    taken: int = db.session.scalars(take.returning(ChangeCounter.last)).one()
    return taken


def since(cursor: int, limit: int = 500) -> list[Change]:
    """The changes after ``cursor``, in commit order."""
    return list(db.session.scalars(select(Change).where(Change.seq > cursor).order_by(Change.seq).limit(limit)))


def last_seq() -> int:
    """The number of the newest change; 0 when there is none."""
    return db.session.scalar(select(func.max(Change.seq))) or 0


def last_erased() -> str:
    """The id of the newest committed change that deleted words for good; empty when there is none."""
    newest_first = select(Change.id).where(Change.erased, Change.seq.is_not(None)).order_by(Change.seq.desc())
    return db.session.scalar(newest_first.limit(1)) or ""


def newest(kinds: tuple[str, ...]) -> tuple[str | None, ...] | None:
    """The ids of the newest committed change of each kind: while they are the same, nothing of these kinds has changed.

    ``None`` when nothing of any of them ever did.
    """
    found = tuple(db.session.execute(_newest_of(kinds)).one())
    return found if any(found) else None


@functools.cache
def _newest_of(kinds: tuple[str, ...]) -> Select[*tuple[Any, ...]]:
    """Asked for every list, so it is put together once for each of the few sets of kinds there are."""
    committed = select(Change.id).where(Change.seq.is_not(None)).order_by(Change.seq.desc()).limit(1)
    return select(*(committed.where(Change.type == kind).scalar_subquery() for kind in kinds))


def narrowed_since(cursor: int) -> frozenset[str]:
    """Ids whose audience changed and that a consumer at ``cursor`` has not read yet."""
    return frozenset(db.session.scalars(select(Change.subject).where(Change.seq > cursor, Change.narrowed)))
