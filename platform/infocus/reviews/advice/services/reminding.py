"""The reminder of recommendations that are due: one for all reviews of a city's people together."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import ColumnElement, select

from infocus.core import clock
from infocus.core.actor import Role
from infocus.core.db import db
from infocus.networks.models import MembershipRow, NetworkState
from infocus.notifications.models import Notification
from infocus.notifications.services import notify
from infocus.records.models import Record
from infocus.reviews.advice.models import Recommendation
from infocus.reviews.advice.queries import FOLLOWED, OPEN, is_due
from infocus.reviews.models import Review

KIND = "advice-due"
AHEAD = timedelta(days=14)
AGAIN = timedelta(days=7)


def owners() -> Sequence[str]:
    """The coordinators of cities that still have something to do."""
    query = (
        select(MembershipRow.person_id)
        .join(Record, Record.partner_id == MembershipRow.partner_id)
        .join(Recommendation, Recommendation.review_id == Record.id)
        .where(*_followed(), *_coordinators())
        .distinct()
    )
    return db.session.scalars(query.order_by(MembershipRow.person_id)).all()


def remind(person_id: str) -> Notification | None:
    """Tell a coordinator how many recommendations of their city are due within two weeks, or late; once a week.

    It comes with the daily mail, so it is one line among the day's others and no letter of its own.
    """
    last = select(Notification.created_at).where(Notification.person_id == person_id, Notification.kind == KIND)
    told = db.session.scalar(last.order_by(Notification.id.desc()).limit(1))
    if told is not None and told > clock.now() - AGAIN:
        return None
    query = (
        select(Recommendation)
        .join(Record, Record.id == Recommendation.review_id)
        .join(MembershipRow, MembershipRow.partner_id == Record.partner_id)
        .where(*_followed(), *_coordinators(), MembershipRow.person_id == person_id)
        .order_by(Recommendation.due, Recommendation.id)
    )
    due = [row for row in db.session.scalars(query).unique() if is_due(row, within=AHEAD)]
    if not due:
        return None
    review = db.session.get_one(Review, due[0].review_id)
    path = f"/{review.network.slug}/follow-up"
    return notify(person_id, KIND, review, path=path, words={"count": len(due)})


def coordinators(review: Review) -> Sequence[str]:
    """The coordinators of the host."""
    query = select(MembershipRow.person_id).where(MembershipRow.partner_id == review.partner_id, *_coordinators())
    return db.session.scalars(query.distinct().order_by(MembershipRow.person_id)).all()


def _followed() -> tuple[ColumnElement[bool], ...]:
    return (
        Recommendation.withdrawn_at.is_(None),
        Recommendation.answer.in_(FOLLOWED),
        Recommendation.progress.in_(OPEN),
        Recommendation.due != "",
        Record.removed_at.is_(None),
    )


def _coordinators() -> tuple[ColumnElement[bool], ...]:
    return (
        MembershipRow.role == Role.COORDINATOR,
        MembershipRow.ended_at.is_(None),
        MembershipRow.network.has(state=NetworkState.ACTIVE) | MembershipRow.network.has(state=NetworkState.AFTERCARE),
    )
