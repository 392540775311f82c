"""What happens to practices by itself: ten working days without an answer open them to the network."""

from datetime import datetime, timedelta

from sqlalchemy import select

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.schedule import periodic
from infocus.networks.policy import takes_updates
from infocus.practices.models import Practice, PracticeState
from infocus.practices.workflow import open_to_network

WORKING_DAYS = 10
SATURDAY = 5


def working_days_before(now: datetime, days: int = WORKING_DAYS) -> datetime:
    """The instant ``days`` working days (Monday to Friday) before ``now``."""
    then = now
    while days > 0:
        then -= timedelta(days=1)
        days -= then.weekday() < SATURDAY
    return then


@periodic("practices.open-unanswered", timedelta(hours=1))
def open_unanswered() -> None:
    """Open every practice that has waited long enough; each in its own transaction."""
    limit = working_days_before(clock.now())
    waiting = select(Practice.id).where(
        Practice.state == PracticeState.SUBMITTED, Practice.submitted_at < limit, Practice.opened_at.is_(None)
    )
    for practice_id in list(db.session.scalars(waiting)):
        with unit_of_work():
            practice = db.session.get(Practice, practice_id)
            if practice is not None and _still_waits(practice):
                open_to_network(practice)


def _still_waits(practice: Practice) -> bool:
    """Nobody answered, withdrew or removed it since it was looked up."""
    waits = practice.state == PracticeState.SUBMITTED and practice.opened_at is None and practice.removed_at is None
    return waits and takes_updates(practice.network)
