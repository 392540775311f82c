"""Reads of a room, always for an actor; the index, which knows no reader, reads its lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import lazyload

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.permissions import Permission, require
from infocus.library.models import DocumentPage
from infocus.reviews.models import LogEntry, Review, Room, RoomVisit
from infocus.reviews.policy import reads_plan_here, seatings
from infocus.reviews.room.entries import entry_data
from infocus.reviews.room.own import own_of
from infocus.reviews.room.policy import acts_by_phase
from infocus.reviews.vocabulary import Kind

PAGE = 200
MOST = 1_000
PLAN_PAGES = 120


@dataclass(frozen=True, slots=True)
class SyncPage:
    """Entries in ``seq`` order, and whether there are more."""

    items: list[dict[str, Any]]
    more: bool
    last_seq: int


def get_room(actor: Actor, review_id: str) -> Review:
    """A review whose room the actor may enter. Raises ``NotFound``; ``NotAllowed`` when only its page is readable."""
    review = db.session.get(Review, review_id, options=(lazyload(Review.plan), lazyload(Review.audience)))
    if review is None:
        raise NotFound
    require(actor, Permission.ENTER_ROOM, review)
    return review


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
        "read": read_seq(actor, review.id),
        **own_of(actor, review),
    }


def is_emptied(review_id: str) -> bool:
    """Whether the words of this room were deleted: its entries say so."""
    gone = LogEntry.data["deleted"].as_boolean().is_(True)
    return db.session.scalar(select(exists().where(LogEntry.review_id == review_id, gone))) or False


def read_seq(actor: Actor, review_id: str) -> int:
    """The newest entry that this person has seen; 0 for none."""
    mine = (RoomVisit.review_id == review_id, RoomVisit.person_id == actor.person)
    return db.session.scalar(select(RoomVisit.read_seq).where(*mine)) or 0


def lines(review_id: str) -> Sequence[LogEntry]:
    """For the index, which knows no reader: the words that stand, each line with its latest text."""
    rows = db.session.scalars(
        select(LogEntry)
        .where(LogEntry.review_id == review_id, LogEntry.text != "", LogEntry.text.is_not(None))
        .order_by(LogEntry.seq)
    ).unique()
    return [row for row in rows if row.kind in {Kind.MESSAGE, Kind.SPOKEN, Kind.EDITED, Kind.NOTE}]


def plan_pages(actor: Actor, review: Review) -> Sequence[DocumentPage]:
    """The text of the version under review (the newest, when none is frozen), if this reader may read it here."""
    plan = review.plan
    if not reads_plan_here(actor, review):
        return []
    versions = [v for v in plan.versions if v.document is not None and review.plan_version in {None, v.number}]
    file = versions[-1].document.version(versions[-1].document_version) if versions and versions[-1].document else None
    if file is None:
        return []
    found = (
        select(DocumentPage).where(DocumentPage.version_id == file.id).order_by(DocumentPage.number).limit(PLAN_PAGES)
    )
    return list(db.session.scalars(found))
