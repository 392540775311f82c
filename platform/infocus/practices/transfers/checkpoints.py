"""The days on which a city looks back: chosen, due, answered."""

from collections.abc import Sequence

from flask_babel import gettext as _
from sqlalchemy import Select, select

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid, NotFound
from infocus.core.permissions import Permission, require
from infocus.practices.content import Checker
from infocus.practices.transfers.dates import months_after
from infocus.practices.transfers.models import OPENED, PLAN, PLAN_MONTHS, TEXT_LIMIT, Checkpoint, Transfer
from infocus.records import services as records
from infocus.records.models import Record


def choose_months(transfer: Transfer, months: set[int]) -> bool:
    """Have these checkpoints and no other open ones; what was answered stays. Returns whether anything changed."""
    stored = {row.month: row for row in transfer.checkpoints if row.month != PLAN}
    dropped = [row for month, row in stored.items() if month not in months and row.answered_at is None]
    for row in dropped:
        transfer.checkpoints.remove(row)
    new = sorted(months - stored.keys())
    for month in new:
        transfer.checkpoints.append(Checkpoint(month=month, due=_due(transfer, month)))
    return bool(dropped or new)


def keep_plan_due(actor: Actor, transfer: Transfer) -> None:
    """Count all days from the opening: the plan is due three months on, and done when there is one."""
    if transfer.state not in OPENED:
        return
    plan = next((row for row in transfer.checkpoints if row.month == PLAN), None)
    if plan is None:
        plan = Checkpoint(month=PLAN)
        transfer.checkpoints.append(plan)
    done = bool(transfer.plan or transfer.plan_record_id)
    if done != (plan.answered_at is not None):
        plan.answered_at, plan.answered_by = (clock.now(), actor.person) if done else (None, None)
    for row in transfer.checkpoints:
        row.due = _due(transfer, row.month)


def answer(actor: Actor, transfer: Transfer, month: int, text: str) -> Checkpoint:
    """What the city says at a checkpoint; said again, it is put in other words. Raises ``Invalid``, ``NotFound``."""
    require(actor, Permission.EDIT_TRANSFER, transfer)
    row = next((each for each in transfer.checkpoints if each.month == month and month != PLAN), None)
    if row is None:
        raise NotFound
    if transfer.state not in OPENED:
        raise Conflict(_("Open the transfer first."))
    checker = Checker()
    words = checker.text("text", text, TEXT_LIMIT)
    if not words:
        checker.errors.setdefault("text", _("Write a sentence or two."))
    if checker.errors:
        raise Invalid(checker.errors)
    row.text, row.answered_at, row.answered_by = words, clock.now(), actor.person
    records.save(transfer)
    return row


def open_checkpoints() -> Select[Checkpoint]:
    """``select(Checkpoint)`` of those that wait, with their transfers, the first due first."""
    waiting = select(Checkpoint).join(Transfer, Transfer.id == Checkpoint.transfer_id)
    waiting = waiting.where(
        Checkpoint.answered_at.is_(None),
        Transfer.stopped_at.is_(None),
        Record.removed_at.is_(None),
        Record.state.in_(OPENED),
    )
    return waiting.order_by(Checkpoint.due, Checkpoint.month, Checkpoint.id)


def due_until(day: str, limit: int) -> Sequence[str]:
    """Ids of the checkpoints due by this day of which nobody was reminded yet."""
    waiting = open_checkpoints().where(Checkpoint.due <= day, Checkpoint.reminded_at.is_(None))
    return db.session.scalars(waiting.with_only_columns(Checkpoint.id).limit(limit)).all()


def _due(transfer: Transfer, month: int) -> str:
    opened = transfer.opened_at or clock.now()
    return months_after(opened.date(), PLAN_MONTHS if month == PLAN else month).isoformat()
