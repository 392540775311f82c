"""Reviews as they stand beside their plans."""

from collections.abc import Sequence

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.permissions import Permission, allows
from infocus.plans.beside import Beside, Shown, beside_plans
from infocus.plans.models import Plan
from infocus.records.queries import visible
from infocus.records.urls import record_path
from infocus.reviews.models import Review


@beside_plans
def reviews_of(actor: Actor, plans: Sequence[Plan]) -> Shown:
    """The reviews of some plans, newest first, in one query; and where a review may be set up."""
    by_plan: dict[str, list[Beside]] = {}
    if plans:
        query = visible(actor, Review).where(Review.plan_id.in_([plan.id for plan in plans]))
        for review in db.session.scalars(query.order_by(Review.held_on.desc(), Review.id)).unique():
            shown = Beside(review.title, record_path(review), review.state, review.held_on)
            by_plan.setdefault(review.plan_id, []).append(shown)
    may = [plan for plan in plans if allows(actor, Permission.CREATE_REVIEW, plan)]
    return Shown(by_plan, {plan.id: f"{record_path(plan)}/review" for plan in may})
