"""Reads of reviews and their rooms, always for an actor."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import joinedload, lazyload

from infocus.core.actor import Actor, contributes_keys
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.paging import Page, keyset
from infocus.core.permissions import Permission, allows, require
from infocus.library.models import DocumentPage
from infocus.networks.models import MembershipRow
from infocus.records.models import Record
from infocus.records.queries import get_record, visible
from infocus.reviews.entries import entry_data
from infocus.reviews.models import LogEntry, PanelMember, Review, Room
from infocus.reviews.policy import acts_by_phase, seatings
from infocus.reviews.vocabulary import Kind, ReviewState

PAGE = 200
MOST = 1_000
PLAN_PAGES = 120
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
    .where(PanelMember.person_id == bindparam("person"))
    .distinct()
)


@dataclass(frozen=True, slots=True)
class SyncPage:
    """Entries in ``seq`` order, and whether there are more."""

    items: list[dict[str, Any]]
    more: bool
    last_seq: int


@contributes_keys
def seat_keys(person_id: str) -> frozenset[str]:
    """``panel:<review>`` opens the room, ``seat:<review>:<role>`` says as what; only while a member of its network."""
    rows = db.session.execute(_SEATS, {"person": person_id}).all()
    return frozenset(key for review, role in rows for key in (f"panel:{review}", f"seat:{review}:{role}"))


def get_review(actor: Actor, review_id: str | None) -> Review:
    """A review whose page the actor may read. Raises ``NotFound``."""
    return get_record(actor, review_id, Review)


def get_room(actor: Actor, review_id: str) -> Review:
    """A review whose room the actor may enter. Raises ``NotFound``; ``NotAllowed`` when only its page is readable."""
    review = db.session.get(Review, review_id, options=(lazyload(Review.plan), lazyload(Review.audience)))
    if review is None:
        raise NotFound
    require(actor, Permission.ENTER_ROOM, review)
    return review


def list_reviews(actor: Actor, network_id: str, cursor: str | None = None, limit: int = 20) -> Page[Review]:
    """A network's reviews that the actor may read, newest first."""
    query = visible(actor, Review).where(Review.network_id == network_id)
    return keyset(query, (Review.held_on, Record.id), lambda r: (r.held_on, r.id), cursor=cursor, limit=limit)


def live_reviews(actor: Actor) -> Sequence[Review]:
    """Reviews that are live now and whose rooms the actor may enter."""
    query = visible(actor, Review).where(Record.state == ReviewState.LIVE).order_by(Record.id.desc()).limit(20)
    found = db.session.scalars(query.options(*IN_A_LIST)).unique()
    return [review for review in found if not actor.keys.isdisjoint(review.room_keys())]


def sync(actor: Actor, review_id: str, after: int, limit: int = PAGE) -> SyncPage:
    """The entries after ``after``, at most ``limit``.

    Who may enter reads every kind that is written today; what a reader may not see is to come as ``withheld``, so that
    no ``seq`` is ever missing.
    """
    review = get_room(actor, review_id)
    limit = max(1, min(limit, MOST))
    rows = list(
        db.session.scalars(
            select(LogEntry)
            .where(LogEntry.review_id == review.id, LogEntry.seq > after)
            .order_by(LogEntry.seq)
            .limit(limit + 1)
        ).unique()
    )
    items = [entry_data(row) for row in rows[:limit]]
    return SyncPage(items, len(rows) > limit, review.room.last_seq)


def last_seq(actor: Actor, review_id: str) -> int:
    """The newest entry's number."""
    get_room(actor, review_id)
    return db.session.scalar(select(Room.last_seq).where(Room.review_id == review_id)) or 0


def transcript(actor: Actor, review_id: str) -> list[dict[str, Any]]:
    """Every entry, in order, for reading and for the archive."""
    found: list[dict[str, Any]] = []
    while True:
        page = sync(actor, review_id, after=found[-1]["seq"] if found else 0, limit=MOST)
        found.extend(page.items)
        if not page.more:
            return found


def you(actor: Actor, review: Review) -> dict[str, Any]:
    """What the room's page is told about its reader: who they are here, and what they may do in which phase."""
    return {
        "person": actor.person,
        "name": actor.name,
        "seats": sorted(seat.value for seat in seatings(actor, review)),
        "may": acts_by_phase(actor, review) if review.is_live else {},
    }


def warnings(review: Review) -> list[str]:
    """What is recommended and not there yet, by name; never a reason to stop anybody."""
    roles = [seat.role for seat in review.panel]
    friends = {seat.partner_id: seat.partner for seat in review.panel if seat.role == "critical-friend"}
    host = review.partner.country if review.partner else ""
    abroad = {partner.country for partner in friends.values() if partner} - {host}
    found = {
        "version": review.plan_version is None,
        "brief": not review.brief,
        "questions": not review.questions,
        "cities": not 4 <= len(friends) <= 6,
        "countries": len(abroad) < 2,
        "rapporteur": "rapporteur" not in roles,
        "note-taker": "note-taker" not in roles,
    }
    return [name for name, missing in found.items() if missing]


def lines(review_id: str) -> Sequence[LogEntry]:
    """For the index, which knows no reader: the words that stand, each line with its latest text."""
    rows = db.session.scalars(
        select(LogEntry)
        .where(LogEntry.review_id == review_id, LogEntry.text != "", LogEntry.text.is_not(None))
        .order_by(LogEntry.seq)
    ).unique()
    return [row for row in rows if row.kind in {Kind.MESSAGE, Kind.SPOKEN, Kind.EDITED}]


def plan_pages(actor: Actor, review: Review) -> Sequence[DocumentPage]:
    """The text of the version under review (the newest, when none is frozen), if this reader may read the plan."""
    plan = review.plan
    if not allows(actor, Permission.READ_RECORD, plan):
        return []
    versions = [v for v in plan.versions if v.document is not None and review.plan_version in {None, v.number}]
    file = versions[-1].document.version(versions[-1].document_version) if versions and versions[-1].document else None
    if file is None:
        return []
    found = (
        select(DocumentPage).where(DocumentPage.version_id == file.id).order_by(DocumentPage.number).limit(PLAN_PAGES)
    )
    return list(db.session.scalars(found))
