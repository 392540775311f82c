"""What happens to transfers by time: reminders of what is due, and the one question about what was borrowed."""

from datetime import timedelta

from sqlalchemy import update

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.schedule import periodic
from infocus.networks.policy import takes_updates
from infocus.practices.telling import tell_owners
from infocus.practices.transfers import borrowing
from infocus.practices.transfers.checkpoints import due_until
from infocus.practices.transfers.models import PLAN, Checkpoint, Transfer

AHEAD = timedelta(days=7)
EVERY = timedelta(hours=6)
AT_ONCE = 500
"""Rows of one run; what is left has its turn in the next."""


@periodic("practices.remind-of-checkpoints", EVERY)
def remind() -> None:
    """One reminder a checkpoint, a week before it is due, each in its own transaction."""
    day = (clock.now() + AHEAD).date().isoformat()
    waiting = list(due_until(day, AT_ONCE))
    db.session.rollback()
    for checkpoint_id in waiting:
        with unit_of_work():
            _remind(checkpoint_id)


def _remind(checkpoint_id: str) -> None:
    waits = Checkpoint.reminded_at.is_(None) & Checkpoint.answered_at.is_(None)
    mine = update(Checkpoint).where(Checkpoint.id == checkpoint_id, waits).values(reminded_at=clock.now())
    if db.session.scalar(mine.returning(Checkpoint.id)) is None:
        return  # another worker was faster, or the city
    row = db.session.get_one(Checkpoint, checkpoint_id)
    transfer = db.session.get_one(Transfer, row.transfer_id)
    if takes_updates(transfer.network):
        kind = "transfer-plan-due" if row.month == PLAN else "transfer-checkpoint"
        tell_owners(transfer, kind, None, at="#plan" if row.month == PLAN else f"#month-{row.month}")


@periodic("practices.ask-borrowers", EVERY)
def ask_borrowers() -> None:
    """Ask each city that borrowed something whether it used it: once, whatever happens to the worker in between."""
    waiting = list(borrowing.to_ask(AT_ONCE))
    db.session.rollback()
    for transfer_id in waiting:
        with unit_of_work():
            borrowing.ask(transfer_id)
