"""Reads of a meeting's guests and their links, and the one key a guest has."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import bindparam, select

from infocus.accounts.guests import GuestState
from infocus.accounts.own_data import contributes_own_data
from infocus.core import clock
from infocus.core.actor import Actor, contributes_visitor_keys
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.permissions import Permission, require
from infocus.core.secrets import digest
from infocus.meetings.models import Meeting, MeetingState, guest_key
from infocus.meetings.people.days import last_day, today
from infocus.meetings.people.models import MeetingGuest, MeetingGuestLink
from infocus.networks.policy import takes_updates
from infocus.records.models import Record

LINGER = timedelta(days=60)
"""How long after a meeting somebody can still be let in: a speaker who reads the minutes."""
_ADMITTED = (
    select(MeetingGuest.meeting_id)
    .join(MeetingGuestLink, MeetingGuestLink.id == MeetingGuest.link_id)
    .join(Record, Record.id == MeetingGuest.meeting_id)
    .where(
        MeetingGuest.person_id == bindparam("person"),
        MeetingGuest.state == GuestState.ADMITTED,
        MeetingGuestLink.revoked_at.is_(None),
        MeetingGuestLink.expires_at > bindparam("now"),
        Record.state != MeetingState.CANCELLED,
        Record.removed_at.is_(None),
    )
)


@contributes_visitor_keys
def guest_keys(person_id: str) -> frozenset[str]:
    """The one meeting a guest was let into; nothing once the link's time is over."""
    meetings = db.session.scalars(_ADMITTED, {"person": person_id, "now": clock.now()})
    return frozenset(guest_key(meeting_id) for meeting_id in meetings)


def of_meeting(meeting_id: str, *states: GuestState) -> Sequence[MeetingGuest]:
    """Who came to a meeting and stands so, the first to ask first."""
    query = select(MeetingGuest).where(MeetingGuest.meeting_id == meeting_id, MeetingGuest.state.in_(states))
    return db.session.scalars(query.order_by(MeetingGuest.asked_at, MeetingGuest.id)).all()


def links(actor: Actor, meeting: Meeting) -> Sequence[MeetingGuestLink]:
    """A meeting's links that work, the newest first. Needs the right to edit the meeting."""
    require(actor, Permission.EDIT_MEETING, meeting)
    query = select(MeetingGuestLink).where(MeetingGuestLink.meeting_id == meeting.id)
    return [row for row in db.session.scalars(query.order_by(MeetingGuestLink.created_at.desc())) if works(row)]


def get_link(actor: Actor, meeting: Meeting, link_id: str) -> MeetingGuestLink:
    """One link that works. Raises ``NotFound``."""
    require(actor, Permission.EDIT_MEETING, meeting)
    found = db.session.get(MeetingGuestLink, link_id)
    if found is None or found.meeting_id != meeting.id or not works(found):
        raise NotFound
    return found


def get_guest(actor: Actor, meeting: Meeting, guest_id: str) -> MeetingGuest:
    """One guest of a meeting. Raises ``NotFound``."""
    require(actor, Permission.EDIT_MEETING, meeting)
    found = db.session.get(MeetingGuest, guest_id)
    if found is None or found.meeting_id != meeting.id:
        raise NotFound
    return found


def by_key(key: str) -> MeetingGuestLink | None:
    """The link of this key, if it works; why not is nobody's business."""
    found = db.session.scalar(select(MeetingGuestLink).where(MeetingGuestLink.key_hash == digest(key)))
    return found if found is not None and works(found) else None


def works(link: MeetingGuestLink) -> bool:
    """Whether somebody can come in by it now."""
    return link.revoked_at is None and link.expires_at > clock.now() and takes_guests(link.meeting)


def takes_guests(meeting: Meeting) -> bool:
    """Whether anybody can come to this meeting as a guest: not once it is called off, or long over."""
    return (
        meeting.removed_at is None
        and meeting.state != MeetingState.CANCELLED
        and last_day(meeting) + LINGER >= today(meeting)
        and takes_updates(meeting.network)
    )


def guest_of(person_id: str) -> MeetingGuest | None:
    """The last meeting somebody without an account came to, whatever became of it."""
    query = select(MeetingGuest).where(MeetingGuest.person_id == person_id)
    return db.session.scalar(query.order_by(MeetingGuest.asked_at.desc()).limit(1))


@contributes_own_data("meeting_visits")
def visits_of(person_id: str) -> list[dict[str, Any]]:
    """Where somebody came as a guest, for the own-data export."""
    rows = db.session.scalars(select(MeetingGuest).where(MeetingGuest.person_id == person_id))
    return [{"meeting": row.meeting.title, "asked_at": row.asked_at.isoformat(), "state": row.state} for row in rows]
