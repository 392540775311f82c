"""Reads of guests and their links."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import bindparam, or_, select

from infocus.accounts.guests import GuestState
from infocus.accounts.own_data import contributes_own_data
from infocus.core import clock
from infocus.core.actor import Actor, contributes_visitor_keys
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.permissions import Permission, require
from infocus.core.secrets import digest
from infocus.networks.policy import takes_updates
from infocus.records.models import Record
from infocus.reviews.guests.models import Guest, GuestLink
from infocus.reviews.models import Review
from infocus.reviews.services.seats import Voice, contributes_voices
from infocus.reviews.vocabulary import ReviewState

LINGER = timedelta(days=1)
"""How long a guest still reads a review that is over."""
_SEATS = (
    select(Guest.review_id, GuestLink.role)
    .join(GuestLink, GuestLink.id == Guest.link_id)
    .join(Review, Review.id == Guest.review_id)
    .where(
        Guest.person_id == bindparam("person"),
        Guest.state == GuestState.ADMITTED,
        GuestLink.revoked_at.is_(None),
        GuestLink.expires_at > bindparam("now"),
        Record.state != ReviewState.CANCELLED,
        Record.removed_at.is_(None),
        or_(Review.finished_at.is_(None), Review.finished_at > bindparam("over")),
    )
)


@contributes_visitor_keys
def guest_keys(person_id: str) -> frozenset[str]:
    """The one review a guest was let into, and as what; nothing once the time is over."""
    now = clock.now()
    rows = db.session.execute(_SEATS, {"person": person_id, "now": now, "over": now - LINGER}).all()
    return frozenset(key for review, role in rows for key in (f"panel:{review}", f"seat:{review}:{role}"))


@contributes_voices
def guest_voices(review: Review) -> list[Voice]:
    """Guests who were let in speak like everybody at the table."""
    rows = guests(review.id, GuestState.ADMITTED)
    return [Voice(row.person_id, row.person.shown_name, row.link.role, None) for row in rows]


def guests(review_id: str, *states: GuestState) -> Sequence[Guest]:
    """Who came to a review and stands so, the first to ask first."""
    query = select(Guest).where(Guest.review_id == review_id, Guest.state.in_(states))
    return db.session.scalars(query.order_by(Guest.asked_at, Guest.id)).all()


def links(actor: Actor, review: Review) -> Sequence[GuestLink]:
    """A review's links that work, the newest first. Needs the right to edit the review."""
    require(actor, Permission.EDIT_REVIEW, review)
    query = select(GuestLink).where(GuestLink.review_id == review.id)
    return [row for row in db.session.scalars(query.order_by(GuestLink.created_at.desc())) if works(row)]


def get_link(actor: Actor, review: Review, link_id: str) -> GuestLink:
    """One link that works. Raises ``NotFound``."""
    require(actor, Permission.EDIT_REVIEW, review)
    found = db.session.get(GuestLink, link_id)
    if found is None or found.review_id != review.id or not works(found):
        raise NotFound
    return found


def get_guest(actor: Actor, review: Review, guest_id: str) -> Guest:
    """One guest of a review. Raises ``NotFound``."""
    require(actor, Permission.EDIT_REVIEW, review)
    found = db.session.get(Guest, guest_id)
    if found is None or found.review_id != review.id:
        raise NotFound
    return found


def by_key(key: str) -> GuestLink | None:
    """The link of this key, if it works; why not is nobody's business."""
    found = db.session.scalar(select(GuestLink).where(GuestLink.key_hash == digest(key)))
    return found if found is not None and works(found) else None


def works(link: GuestLink) -> bool:
    """Whether somebody can come in by it now."""
    return link.revoked_at is None and link.expires_at > clock.now() and takes_guests(link.review)


def takes_guests(review: Review) -> bool:
    """Whether anybody can come to this review as a guest: not once it is cancelled, or over for a day."""
    return (
        review.removed_at is None
        and review.state != ReviewState.CANCELLED
        and (review.finished_at is None or review.finished_at > clock.now() - LINGER)
        and takes_updates(review.network)
    )


def guest_of(person_id: str) -> Guest | None:
    """The last place somebody without an account came to, whatever became of it."""
    query = select(Guest).where(Guest.person_id == person_id).order_by(Guest.asked_at.desc()).limit(1)
    return db.session.scalar(query)


@contributes_own_data("guest_visits")
def visits_of(person_id: str) -> list[dict[str, Any]]:
    """Where somebody came as a guest, for the own-data export."""
    rows = db.session.scalars(select(Guest).where(Guest.person_id == person_id).order_by(Guest.asked_at))
    return [
        {"review": row.review.title, "as": row.link.role, "asked_at": row.asked_at.isoformat(), "state": row.state}
        for row in rows
    ]
