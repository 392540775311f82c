"""What happens to practices by itself: ten working days without an answer open them, and time takes their standing."""

from datetime import datetime, timedelta

from sqlalchemy import func, or_, select

from infocus.core import clock
from infocus.core.changes import changed
from infocus.core.db import db, unit_of_work
from infocus.core.schedule import ScheduleMark, periodic
from infocus.networks.policy import takes_updates
from infocus.practices.ageing.queries import unanswered
from infocus.practices.ageing.services import expire, remind_all
from infocus.practices.models import FRESH, OLD, Practice, PracticeState
from infocus.practices.workflow import open_to_network

WORKING_DAYS = 10
SATURDAY = 5
LONG = 250
"""Working days that are counted: a year of them says enough."""
DAILY = timedelta(days=1)
AGED_UNTIL = "practices.aged-until"
"""The mark that says up to when practices that grew old are in the index as such."""


def working_days_before(now: datetime, days: int = WORKING_DAYS) -> datetime:
    """The instant ``days`` working days (Monday to Friday) before ``now``."""
    then = now
    while days > 0:
        then -= timedelta(days=1)
        days -= then.weekday() < SATURDAY
    return then


def working_days_since(then: datetime | None) -> int:
    """Whole working days from ``then`` to now; none while it is not known."""
    if then is None:
        return 0
    days, now = 0, clock.now()
    while (then := then + timedelta(days=1)) <= now and days < LONG:
        days += then.weekday() < SATURDAY
    return days


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


@periodic("practices.remind", DAILY)
def remind() -> None:
    """Ask whether what was verified a year ago is still so; each person once for all of theirs."""
    with unit_of_work():
        remind_all()


@periodic("practices.expire", DAILY)
def expire_unanswered() -> None:
    """Mark what nobody has vouched for in time; each in its own transaction."""
    for practice_id in unanswered():
        with unit_of_work():
            expire(practice_id)


@periodic("practices.age", DAILY)
def age() -> None:
    """Have those indexed again that lost their standing by time alone since this was last done, also days ago.

    The first time there is nothing to make good: the index was built with the standing of these days.
    """
    now = clock.now()
    verified = func.coalesce(Practice.verified_at, Practice.validated_at)
    with unit_of_work():
        mark = db.session.get(ScheduleMark, AGED_UNTIL, with_for_update=True)
        if mark is None:
            mark = ScheduleMark(name=AGED_UNTIL, begun_at=now - DAILY)
            db.session.add(mark)
        crossed = [(verified >= mark.begun_at - years) & (verified < now - years) for years in (FRESH, OLD)]
        grown = select(Practice.id).where(Practice.removed_at.is_(None), or_(*crossed)).order_by(Practice.id)
        for practice_id in db.session.scalars(grown):
            changed("practice", practice_id)
        mark.begun_at = now
