"""What became of the advice, beside the plan it was given to."""

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import select

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.permissions import Permission, allows
from infocus.networks.models import Network
from infocus.plans.beside import Beside, Shown, Way, beside_plans, ways_from_plans
from infocus.plans.models import Plan
from infocus.records.queries import visible
from infocus.records.urls import record_path
from infocus.reviews.advice.models import Recommendation, ReviewResponse
from infocus.reviews.advice.table import counts
from infocus.reviews.advice.vocabulary import ResponseState
from infocus.reviews.advice.words import COUNTED, STATES
from infocus.reviews.models import Review
from infocus.reviews.vocabulary import ReviewState


@beside_plans
def advice_to(actor: Actor, plans: Sequence[Plan]) -> Shown:
    """The response tables of some plans that this reader may read, in three queries for any number of plans."""
    by_plan: dict[str, list[Beside]] = {}
    if not plans:
        return Shown({}, {})
    query = visible(actor, Review).where(
        Review.plan_id.in_([plan.id for plan in plans]), Review.state == ReviewState.FINISHED
    )
    reviews = list(db.session.scalars(query.order_by(Review.held_on.desc(), Review.id)).unique())
    ids = [review.id for review in reviews]
    responses = select(ReviewResponse).where(ReviewResponse.review_id.in_(ids))
    kept = {row.review_id: row for row in db.session.scalars(responses)}
    rows: dict[str, list[Recommendation]] = {}
    taken = select(Recommendation).where(Recommendation.review_id.in_(ids), Recommendation.withdrawn_at.is_(None))
    for row in db.session.scalars(taken).unique():
        rows.setdefault(row.review_id, []).append(row)
    for review in reviews:
        own = rows.get(review.id)
        if own and allows(actor, Permission.READ_ADVICE, review):
            by_plan.setdefault(review.plan_id, []).append(_beside(review, own, kept.get(review.id)))
    return Shown(by_plan, {})


def _beside(review: Review, rows: Sequence[Recommendation], response: ReviewResponse | None) -> Beside:
    words = ", ".join(f"{number} {COUNTED[answer]}" for answer, number in counts(rows) if number)
    title = ngettext(
        "%(num)d recommendation: %(answers)s", "%(num)d recommendations: %(answers)s", len(rows), answers=words
    )
    state = STATES[response.state if response else ResponseState.DRAFTING]
    return Beside(title, f"{record_path(review)}/response", str(state), review.held_on)


@ways_from_plans
def to_follow_up(actor: Actor, network: Network) -> list[Way]:
    """What became of the advice in every plan of a network, for its members."""
    member = actor.signed_in and f"network:{network.id}" in actor.keys
    return [Way(_("Follow-up of all plans"), f"/{network.slug}/follow-up")] if member else []
