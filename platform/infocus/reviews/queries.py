"""Reads of reviews, always for an actor."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import joinedload, lazyload

from infocus.core.actor import Actor, contributes_keys
from infocus.core.db import db, directly
from infocus.core.paging import Page, keyset
from infocus.networks.models import MembershipRow
from infocus.plans.frozen import freezes_versions
from infocus.plans.models import PlanSection, PlanVersion
from infocus.records.models import Record
from infocus.records.queries import get_record, visible
from infocus.reviews.models import FrozenVersion, PanelMember, Review
from infocus.reviews.vocabulary import Coming, ReviewState, Seating

IN_A_LIST = (lazyload(Review.audience), joinedload(Review.plan, innerjoin=True).lazyload("*"))
"""For ``select(Review)``: of the plan only its own columns, and no audience (the query has compared it already)."""
_SEATS = (  # asked at every request: put together once
    select(PanelMember.review_id, PanelMember.role)
    .join(Record, Record.id == PanelMember.review_id)
    .join(
        MembershipRow,
        (MembershipRow.network_id == Record.network_id)
        & (MembershipRow.person_id == PanelMember.person_id)
        & MembershipRow.ended_at.is_(None),
    )
    .where(PanelMember.person_id == bindparam("person"), PanelMember.coming != Coming.NO)
    .distinct()
)


@contributes_keys
def seat_keys(person_id: str) -> frozenset[str]:
    """``panel:<review>`` opens the room, ``seat:<review>:<role>`` says as what; only while a member of its network.

    ``named:<review>`` is what guests of the panel do not have: what members say to each other beside the room.
    """
    rows = directly(_SEATS, {"person": person_id}).all()
    return frozenset(
        key for review, role in rows for key in (f"panel:{review}", f"named:{review}", f"seat:{review}:{role}")
    )


def get_review(actor: Actor, review_id: str | None) -> Review:
    """A review whose page the actor may read. Raises ``NotFound``."""
    return get_record(actor, review_id, Review)


def list_reviews(actor: Actor, network_id: str, cursor: str | None = None, limit: int = 20) -> Page[Review]:
    """A network's reviews that the actor may read, newest first."""
    query = visible(actor, Review).where(Review.network_id == network_id)
    return keyset(query, (Review.held_on, Record.id), lambda r: (r.held_on, r.id), cursor=cursor, limit=limit)


def live_reviews(actor: Actor) -> Sequence[Review]:
    """Reviews that are live now and whose rooms the actor may enter."""
    query = (
        visible(actor, Review)
        .where(Record.state == ReviewState.LIVE, Review.entered_afterwards.is_(False))
        .order_by(Record.id.desc())
        .limit(20)
    )
    found = db.session.scalars(query.options(*IN_A_LIST)).unique()
    return [review for review in found if not actor.keys.isdisjoint(review.room_keys())]


def section_headings(review: Review) -> dict[str, str]:
    """The headings of the version under review by section, in order (the newest version's while none is frozen)."""
    query = (
        select(PlanSection.key, PlanSection.number, PlanSection.title)
        .join(PlanVersion)
        .where(PlanVersion.plan_id == review.plan_id)
        .order_by(PlanSection.position)
    )
    number: Any = review.plan_version
    if number is None:
        newest = select(PlanVersion.number).join(PlanSection).where(PlanVersion.plan_id == review.plan_id)
        number = newest.order_by(PlanVersion.number.desc()).limit(1).scalar_subquery()
    rows = db.session.execute(query.where(PlanVersion.number == number))
    return {key: f"{own} {title}".strip() for key, own, title in rows}


def frozen_versions(review: Review) -> Sequence[FrozenVersion]:
    """Which version of the plan was under review from when on, the newest first."""
    rows = select(FrozenVersion).where(FrozenVersion.review_id == review.id)
    return db.session.scalars(rows.order_by(FrozenVersion.id.desc())).unique().all()


CITIES = (4, 6)
ABROAD = 2
FROM_ONE_CITY = 2


def warnings(review: Review) -> list[str]:
    """What is recommended and not there yet, by name; never a reason to stop anybody.

    The default rule for critical friends: 4 to 6 cities, from at least 2 other countries, at most 2 people of each.
    """
    roles = {seat.role for seat in review.seated}
    friends = [seat for seat in review.seated if seat.role == Seating.FRIEND]
    cities = Counter(seat.partner_id for seat in friends)
    host = review.partner.country if review.partner else ""
    abroad = {seat.partner.country for seat in friends if seat.partner} - {host}
    found = {
        "facilitator": Seating.FACILITATOR not in roles,
        "version": review.plan_version is None,
        "brief": not review.brief,
        "questions": not review.questions,
        "cities": not CITIES[0] <= len(cities) <= CITIES[1],
        "countries": len(abroad) < ABROAD,
        "crowd": any(count > FROM_ONE_CITY for count in cities.values()),
        "own": any(seat.partner_id == review.partner_id for seat in friends if seat.partner_id),
        "sections": bool(friends) and not all(seat.sections for seat in friends),
        "rapporteur": Seating.RAPPORTEUR not in roles,
        "note-taker": Seating.NOTE_TAKER not in roles,
        "time": not review.starts,
    }
    return [name for name, missing in found.items() if missing]


@freezes_versions
def is_under_review(version: PlanVersion) -> bool:
    """Whether a review reads this version of its plan: it stays as it is."""
    read = select(Review.id).where(Review.plan_id == version.plan_id, Review.plan_version == version.number)
    return db.session.scalar(read.limit(1)) is not None
