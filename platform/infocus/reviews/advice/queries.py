"""Reads of recommendations and of the response to a review, always for an actor."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Select, select

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.ids import is_id
from infocus.core.permissions import Permission, require
from infocus.reviews.advice.models import AdviceLetter, Approval, ChangeOffer, Recommendation, ReviewResponse
from infocus.reviews.advice.vocabulary import RESPONSE_DAYS, ResponseState
from infocus.reviews.models import Review
from infocus.reviews.vocabulary import Answer, Progress

OPEN = frozenset({Progress.OPEN, Progress.WAITING})
FOLLOWED = frozenset({Answer.ACCEPT, Answer.ADAPT, Answer.PARK})
"""Answers after which something is still to be done."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a response stands; ``due`` is the day it is expected by, ``None`` before the review is over."""

    state: ResponseState
    round: int
    response: ReviewResponse | None
    due: date | None

    @property
    def is_open(self) -> bool:
        """Whether every answer may still change."""
        return self.state == ResponseState.DRAFTING

    @property
    def is_agreed(self) -> bool:
        """Whether it was agreed, and told."""
        return self.state == ResponseState.AGREED


def standing_of(review: Review) -> Standing:
    """Where the response to a review stands; the right is the caller's."""
    row = db.session.get(ReviewResponse, review.id)
    due = (review.finished_at + timedelta(days=RESPONSE_DAYS)).date() if review.finished_at else None
    return Standing(ResponseState(row.state) if row else ResponseState.DRAFTING, row.round if row else 1, row, due)


def recommendations(actor: Actor, review: Review) -> Sequence[Recommendation]:
    """The recommendations of a review in the order of the conversation, without those that were taken back."""
    require(actor, Permission.READ_ADVICE, review)
    return of_review(review.id)


def selected(review_id: str) -> Select[Recommendation]:
    """``select(Recommendation)`` of those of a review that stand; the right is the caller's."""
    return select(Recommendation).where(Recommendation.review_id == review_id, Recommendation.withdrawn_at.is_(None))


def of_review(review_id: str) -> Sequence[Recommendation]:
    """The same for letters and the index, which know no reader."""
    return db.session.scalars(selected(review_id).order_by(Recommendation.number)).unique().all()


def get_recommendation(actor: Actor, recommendation_id: str, *, lock: bool = False) -> Recommendation:
    """A recommendation the actor may read, with ``lock`` held for a change. Raises ``NotFound``, ``NotAllowed``."""
    found = None
    if is_id(recommendation_id):
        if lock:
            found = db.session.get(
                Recommendation, recommendation_id, with_for_update={"of": Recommendation}, populate_existing=True
            )
        else:
            found = db.session.get(Recommendation, recommendation_id)
    if found is None:
        raise NotFound
    require(actor, Permission.READ_ADVICE, found.review)
    return found


def approvals(review: Review, round_: int) -> Sequence[Approval]:
    """Who was asked to agree in this round: the local group first, then in the order they were asked."""
    query = select(Approval).where(
        Approval.review_id == review.id, Approval.round == round_, Approval.closed_at.is_(None)
    )
    return db.session.scalars(query.order_by(Approval.role, Approval.id)).all()


def letters(review_id: str) -> dict[str, list[AdviceLetter]]:
    """The letters of a review by person, the latest last."""
    query = select(AdviceLetter).where(AdviceLetter.review_id == review_id).order_by(AdviceLetter.number)
    found: dict[str, list[AdviceLetter]] = {}
    for letter in db.session.scalars(query).unique():
        found.setdefault(letter.person_id, []).append(letter)
    return found


def offers(review: Review) -> dict[str, ChangeOffer]:
    """What may answer each recommendation and was not settled: the latest offer of each."""
    query = (
        select(ChangeOffer)
        .join(Recommendation, Recommendation.id == ChangeOffer.recommendation_id)
        .where(Recommendation.review_id == review.id, ChangeOffer.settled_at.is_(None))
        .order_by(ChangeOffer.plan_version)
    )
    return {offer.recommendation_id: offer for offer in db.session.scalars(query)}


def is_followed(recommendation: Recommendation) -> bool:
    """Whether something is still to be done for it."""
    return recommendation.answer in FOLLOWED and recommendation.progress in OPEN


def is_due(recommendation: Recommendation, *, within: timedelta = timedelta(0)) -> bool:
    """Whether its date has come, or comes ``within`` this time; a month or a year is due when it is over."""
    last = last_day(recommendation.due)
    return last is not None and is_followed(recommendation) and last <= clock.now().date() + within


def last_day(stated: str) -> date | None:
    """The last day a stated date can mean."""
    if not stated:
        return None
    year, month, day = (int(part) for part in (*stated.split("-"), "0", "0")[:3])
    if day:
        return date(year, month, day)
    if month:
        return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return date(year, 12, 31)


def row_of(actor: Actor, review: Review, recommendation_id: str) -> Recommendation:
    """One recommendation of this review. Raises ``NotFound``, also for another review's or one that was taken back."""
    found = get_recommendation(actor, recommendation_id)
    if found.review_id != review.id or found.withdrawn_at is not None:
        raise NotFound
    return found
