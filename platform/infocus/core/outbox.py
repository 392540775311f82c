"""Work that must not be lost: a row written with the change it follows from, leased, retried, seen when it fails."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Index, String, Text, delete, func, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from infocus.core import clock
from infocus.core.db import Id, Model, db, unit_of_work
from infocus.core.ids import new_id

LEASE = timedelta(minutes=5)
MAX_ATTEMPTS = 8
Handler = Callable[[dict[str, Any]], None]
_handlers: dict[str, Handler] = {}


class Hopeless(Exception):
    """Raised by a handler when trying again cannot help: the row is shown as failed at once, with this reason."""


class OutboxRow(Model):
    """One piece of work. ``state``: ``waiting`` or ``failed``; done rows are deleted."""

    __tablename__ = "outbox"
    __table_args__ = (Index("ix_outbox_due", "state", "run_after"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    kind: Mapped[str] = mapped_column(String(60))
    payload: Mapped[dict[str, Any]]
    key: Mapped[str | None] = mapped_column(String(120), unique=True)
    state: Mapped[str] = mapped_column(String(10), default="waiting")
    attempts: Mapped[int] = mapped_column(default=0)
    run_after: Mapped[datetime] = mapped_column(default=clock.now)
    leased_until: Mapped[datetime | None]
    lease: Mapped[str | None] = mapped_column(Id)
    error: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)


@dataclass(frozen=True, slots=True)
class Leased:
    """A row this worker holds until its lease ends."""

    id: str
    kind: str
    payload: dict[str, Any]
    lease: str
    attempts: int


def job(kind: str) -> Callable[[Handler], Handler]:
    """Register the handler of one kind of work. It opens its own units of work and must be idempotent."""

    def register(handler: Handler) -> Handler:
        _handlers[kind] = handler
        return handler

    return register


def enqueue(kind: str, payload: dict[str, Any], *, key: str | None = None, run_after: datetime | None = None) -> None:
    """Add work inside the present unit of work; with ``key``, only if no row with that key waits already."""
    if kind not in _handlers:
        raise KeyError(f"no handler for outbox kind {kind!r}")
    if key is not None and db.session.scalar(select(OutboxRow.id).where(OutboxRow.key == key)):
        return
    row = OutboxRow(kind=kind, payload=payload, key=key, run_after=run_after or clock.now())
    try:
        with db.session.begin_nested():
            db.session.add(row)
    except IntegrityError:
        if key is None:
            raise  # the key is the one thing that may be there already: another transaction was first


def lease_next() -> Leased | None:
    """Lease the next due row, or ``None``. Rows whose lease ran out (a killed worker) are due again."""
    with unit_of_work():
        now = clock.now()
        free = or_(OutboxRow.leased_until.is_(None), OutboxRow.leased_until < now)
        due = select(OutboxRow).where(OutboxRow.state == "waiting", OutboxRow.run_after <= now, free)
        row = db.session.scalar(
            due.order_by(OutboxRow.run_after, OutboxRow.id).limit(1).with_for_update(skip_locked=True)
        )
        if row is None:
            return None
        row.lease, row.leased_until, row.attempts = new_id(), now + LEASE, row.attempts + 1
        if row.attempts > MAX_ATTEMPTS:  # work that ends its worker each time must not end all of them for ever
            row.state, row.key, row.lease, row.leased_until = "failed", None, None, None
            row.error = row.error or "the worker ended each time it ran this"
            return lease_next()
        return Leased(row.id, row.kind, row.payload, row.lease, row.attempts)


def keep_lease(leased_id: str) -> None:
    """Prolong the lease of long work; call it inside any unit of work of the handler."""
    db.session.execute(update(OutboxRow).where(OutboxRow.id == leased_id).values(leased_until=clock.now() + LEASE))


def run_one(log: Callable[..., object] = lambda *a, **k: None) -> bool:
    """Lease and run one row; ``False`` when nothing is due. Failures are retried with back-off, then shown."""
    leased = lease_next()
    if leased is None:
        return False
    try:
        _handlers[leased.kind](leased.payload)
    except Exception as error:
        db.session.rollback()
        log("job_failed", kind=leased.kind, job=leased.id, attempt=leased.attempts, error=repr(error))
        _put_back(leased, error)
    else:
        with unit_of_work():
            db.session.execute(delete(OutboxRow).where(OutboxRow.id == leased.id, OutboxRow.lease == leased.lease))
    return True


def _put_back(leased: Leased, error: Exception) -> None:
    with unit_of_work():
        mine = update(OutboxRow).where(OutboxRow.id == leased.id, OutboxRow.lease == leased.lease)
        values: dict[str, Any] = {
            "lease": None,
            "leased_until": None,
            "error": f"{type(error).__name__}: {error}"[:2000],
        }
        if leased.attempts >= MAX_ATTEMPTS or isinstance(error, Hopeless):
            values |= {"state": "failed", "key": None}  # what failed does not keep new work with its key out
        else:
            values["run_after"] = clock.now() + timedelta(seconds=min(2**leased.attempts, 900))
        db.session.execute(mine.values(**values))


def retry_failed() -> int:
    """Put all failed rows back to work; returns how many."""
    failed = update(OutboxRow).where(OutboxRow.state == "failed")
    done = db.session.execute(failed.values(state="waiting", attempts=0, run_after=clock.now(), key=None))
    return int(getattr(done, "rowcount", 0))


def backlog() -> dict[str, int]:
    """How many rows are in each state."""
    rows = db.session.execute(select(OutboxRow.state, func.count()).group_by(OutboxRow.state)).all()
    return {str(state): int(count) for state, count in rows}


def oldest_due() -> datetime | None:
    """When the oldest waiting row became due, for the lag that /readyz and /metrics show."""
    waiting = select(func.min(OutboxRow.run_after)).where(
        OutboxRow.state == "waiting", OutboxRow.run_after <= clock.now()
    )
    return db.session.scalar(waiting)
