"""The change that answered a recommendation: offered when a new version is read, linked by the host."""

from collections.abc import Sequence

from flask_babel import gettext as _
from sqlalchemy import select, update

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.changes import changed
from infocus.core.db import db
from infocus.core.errors import Invalid
from infocus.core.events import emit
from infocus.plans.comparing import Change, change_of_section
from infocus.plans.models import Plan
from infocus.plans.queries import sections_of
from infocus.reviews.advice.events import AdviceNews
from infocus.reviews.advice.models import ChangeOffer, Recommendation
from infocus.reviews.advice.queries import of_review, standing_of
from infocus.reviews.advice.services.answering import for_change
from infocus.reviews.models import Review
from infocus.reviews.vocabulary import Answer, ReviewState


def offer_changes(plan: Plan, number: int) -> list[Review]:
    """Offer the sections that changed in this version to the recommendations about them; reviews with a new offer.

    It may be asked again for the same version: what was offered, and what was said to it, stays.
    """
    query = select(Review).where(Review.plan_id == plan.id, Review.state == ReviewState.FINISHED)
    found = []
    for review in db.session.scalars(query).unique():
        if review.removed_at is None and review.plan_version is not None:
            rows = of_review(review.id)
            _place(review, rows)
            if number > review.plan_version and [row for row in rows if _offer(review, row, number)]:
                found.append(review)
    db.session.flush()
    return found


def link(
    actor: Actor, recommendation_id: str, version: int | None, section: str = "", expected: int | None = None
) -> Recommendation:
    """Say which version of the plan answers a recommendation, in which section; ``None`` takes it back.

    Raises as ``answering.answer`` does, and ``Invalid`` for a version or section that is not the plan's.
    """
    row = for_change(actor, recommendation_id, expected)
    review = row.review
    if version is not None:
        if version not in {each.number for each in review.plan.versions} or version <= (review.plan_version or 0):
            raise Invalid({"plan_version": _("Choose a version after the one under review.")})
        known = {each.key for number in (version, review.plan_version) for each in sections_of(review.plan, number)}
        if section and section not in known:
            raise Invalid({"section": _("The plan has no such section.")})
    was = row.changed_in
    row.changed_in, row.changed_section = version, section if version is not None else ""
    _settle(row)
    row.version += 1
    changed("review", review.id)
    if version is not None and version != was and standing_of(review).is_agreed:
        emit(AdviceNews(review.id))
    return row


def dismiss(actor: Actor, recommendation_id: str) -> Recommendation:
    """Say that what was offered is not the answer."""
    row = for_change(actor, recommendation_id, None)
    _settle(row)
    return row


def _settle(row: Recommendation) -> None:
    open_ones = update(ChangeOffer).where(ChangeOffer.recommendation_id == row.id, ChangeOffer.settled_at.is_(None))
    db.session.execute(open_ones.values(settled_at=clock.now()))


def _offer(review: Review, row: Recommendation, number: int) -> bool:
    """Whether the section of a recommendation changed in this version, was not linked and not offered yet."""
    if not row.section or row.changed_in is not None or row.answer == Answer.REJECT:
        return False
    if db.session.get(ChangeOffer, (row.id, number)) is not None:
        return False
    change = change_of_section(review.plan, row.section, review.plan_version or 0, number)
    if change is None or change.state not in {Change.CHANGED, Change.REMOVED}:
        return False
    db.session.add(ChangeOffer(recommendation_id=row.id, plan_version=number, section=row.section))
    return True


def _place(review: Review, rows: Sequence[Recommendation]) -> None:
    """A plan that is read late: recommendations that know only their section's heading get its key."""
    late = [row for row in rows if row.section_title and not row.section]
    if late:
        keys = {each.heading.casefold(): each.key for each in sections_of(review.plan, review.plan_version)}
        for row in late:
            row.section = keys.get(row.section_title.casefold(), "")
    for row in rows:
        if row.changed_in is not None and not row.changed_section:
            row.changed_section = row.section
