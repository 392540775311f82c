"""Who has which section or row open for editing: seen by others, over after ten minutes without a sign of life."""

from datetime import timedelta

from sqlalchemy import delete, select

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.plans.models import Plan, PlanHold

LASTS = timedelta(minutes=10)


def hold_of(plan: Plan, key: str) -> PlanHold | None:
    """Who has it open now, if anybody."""
    hold = db.session.get(PlanHold, (plan.id, key))
    return hold if hold is not None and hold.until > clock.now() else None


def holds_of(plan: Plan) -> dict[str, PlanHold]:
    """All that is open now, by key."""
    query = select(PlanHold).where(PlanHold.plan_id == plan.id, PlanHold.until > clock.now())
    return {hold.key: hold for hold in db.session.scalars(query)}


def take_hold(actor: Actor, plan: Plan, key: str) -> PlanHold | None:
    """Open it, or stay in it: ``None``; the hold of whoever has it open, where that is another."""
    known = db.session.get(PlanHold, (plan.id, key))
    if known is not None and known.person_id != actor.person and known.until > clock.now():
        return known
    hold = known or PlanHold(plan_id=plan.id, key=key)
    hold.person_id, hold.until = actor.person, clock.now() + LASTS
    db.session.add(hold)
    db.session.flush()
    return None


def release_hold(actor: Actor, plan: Plan, key: str) -> None:
    """Leave it, if it is one's own."""
    own = (PlanHold.plan_id == plan.id, PlanHold.key == key, PlanHold.person_id == actor.person)
    db.session.execute(delete(PlanHold).where(*own))
    hold = db.session.get(PlanHold, (plan.id, key))
    if hold is not None:
        db.session.expire(hold)
