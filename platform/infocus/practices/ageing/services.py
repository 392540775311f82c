"""Ask a city's people together whether their practices are still so, and mark those about which nobody answers."""

from datetime import timedelta

from sqlalchemy import func, select, update

from infocus.core import clock
from infocus.core.db import db
from infocus.networks.policy import takes_updates
from infocus.notifications.models import Notification
from infocus.notifications.services import notify
from infocus.practices.ageing.queries import ANSWER_WITHIN, VERIFIED, due, of_person, people_to_remind
from infocus.practices.models import Practice, PracticeState
from infocus.practices.workflow import grow_old

KIND = "practices-age"
PATH = "/practices/to-verify"
AGAIN = timedelta(days=30)
"""A person is told at most once in this time; what grows old meanwhile waits for the next time."""


def remind_all() -> None:
    """Tell everybody whose practices are due, once for all of theirs; what nobody was told of stays unasked.

    One unit of work: either all of it is said and noted, or nothing is.
    """
    told: set[str] = set()
    for person_id in people_to_remind():
        told.update(_remind(person_id))
    if told:
        asked = update(Practice).where(Practice.id.in_(told)).values(reminded_at=clock.now())
        db.session.execute(asked, execution_options={"synchronize_session": False})


def _remind(person_id: str) -> list[str]:
    """Tell one person of all their practices that are due; the ids of those not asked about before."""
    last = select(func.max(Notification.created_at)).where(
        Notification.person_id == person_id, Notification.kind == KIND
    )
    before = db.session.scalar(last)
    if before is not None and before > clock.now() - AGAIN:
        return []
    mine = select(Practice).where(due(), of_person(person_id)).order_by(VERIFIED)
    practices = db.session.scalars(mine).unique().all()
    notify(person_id, KIND, practices[0], path=PATH, words={"count": len(practices)})
    return [each.id for each in practices if each.reminded_at is None]


def expire(practice_id: str) -> None:
    """Mark one as needing a look, unless somebody has answered since it was looked up."""
    practice = db.session.get(Practice, practice_id)
    if practice is None or practice.removed_at or practice.state != PracticeState.PUBLISHED:
        return
    late = practice.reminded_at is not None and practice.reminded_at < clock.now() - ANSWER_WITHIN
    if late and takes_updates(practice.network):
        grow_old(practice)
