"""The follow-up of a whole network: what became of the advice, plan by plan; by alphabet, never ranked."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.permissions import Permission, allows
from infocus.networks.models import Network
from infocus.plans.models import Plan
from infocus.records.models import Record
from infocus.records.queries import visible
from infocus.reviews.advice.drawing import Drawing, drawn
from infocus.reviews.advice.models import Recommendation, ReviewResponse
from infocus.reviews.advice.queries import is_due, last_day
from infocus.reviews.advice.table import counts
from infocus.reviews.models import Review
from infocus.reviews.vocabulary import Answer, Progress


@dataclass(frozen=True, slots=True)
class Followed:
    """A plan's review with its recommendations, drawn."""

    plan: Plan
    review: Review
    rows: Sequence[Recommendation]
    drawing: Drawing | None

    @property
    def counted(self) -> list[tuple[str, int]]:
        """How many of each answer that was given."""
        return [(answer, number) for answer, number in counts(self.rows) if number]

    @property
    def progress(self) -> list[tuple[str, int]]:
        """How many are how far, of those that were taken up."""
        taken = [row.progress for row in self.rows if row.answer not in {"", Answer.REJECT}]
        return [(each, taken.count(each)) for each in Progress if each in taken]

    @property
    def late(self) -> list[Recommendation]:
        """Those whose date has passed, by date."""
        return sorted((row for row in self.rows if is_due(row)), key=lambda row: (str(last_day(row.due)), row.number))


def follow_up(actor: Actor, network: Network) -> list[Followed]:
    """Every review of the network whose table the actor may read and that has recommendations, by the city's name."""
    query = visible(actor, Review).where(Record.network_id == network.id)
    reviews = list(db.session.scalars(query).unique())
    ids = [review.id for review in reviews]
    kept = db.session.scalars(select(ReviewResponse).where(ReviewResponse.review_id.in_(ids))).all()
    by_review: dict[str, list[Recommendation]] = {}
    rows = select(Recommendation).where(Recommendation.review_id.in_(ids), Recommendation.withdrawn_at.is_(None))
    for row in db.session.scalars(rows.order_by(Recommendation.number)).unique():
        by_review.setdefault(row.review_id, []).append(row)
    readable = [each for each in reviews if by_review.get(each.id) and allows(actor, Permission.READ_ADVICE, each)]
    del kept  # read at once, so that the right of each review asks the database nothing
    found = [Followed(each.plan, each, by_review[each.id], drawn(by_review[each.id])) for each in readable]
    return sorted(found, key=lambda each: (_place(each).casefold(), each.review.held_on, each.review.id))


def _place(each: Followed) -> str:
    return each.review.partner.label if each.review.partner else each.plan.title
