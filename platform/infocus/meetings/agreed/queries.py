"""Reads of actions: what is open across all meetings, and what one meeting takes over from those before it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import selectinload

from infocus.accounts.models import Person
from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.paging import Page, keyset
from infocus.meetings.models import Meeting, MeetingAction, MeetingState
from infocus.networks.models import MembershipRow, Network, Partner
from infocus.records.models import Record, Visibility
from infocus.records.policy import readable

A_DAY = len("2017-09-13")


class Which(StrEnum):
    """Which actions a list shows."""

    OPEN = "open"
    LATE = "late"
    CLOSED = "closed"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list of actions is narrowed to: partners and networks by slug; ``mine``: one's own and one's cities'."""

    which: Which = Which.OPEN
    partner: Sequence[str] = ()
    network: Sequence[str] = ()
    mine: bool = False


@dataclass(frozen=True, slots=True)
class OpenAction:
    """An action with how late it is, in days; ``None`` without a day."""

    action: MeetingAction
    late: int | None


def open_actions(actor: Actor, *, partners: Sequence[str] | None = None, limit: int = 200) -> list[OpenAction]:
    """Actions that are not closed, of meetings this reader may read; the earliest due first. ``partners``: ids."""
    query = _readable(actor).where(MeetingAction.done_at.is_(None))
    if partners is not None:
        query = query.where(MeetingAction.partner_id.in_(partners))
    rows = db.session.scalars(query.order_by(MeetingAction.due == "", MeetingAction.due, MeetingAction.id).limit(limit))
    return [OpenAction(row, days_late(row)) for row in rows.unique()]


def list_actions(actor: Actor, wanted: Wanted, *, cursor: str | None = None, limit: int = 50) -> Page[MeetingAction]:
    """One page of actions across all meetings this reader may read, the newest noted first."""
    query = _readable(actor)
    today = clock.now().date().isoformat()
    if wanted.which in {Which.OPEN, Which.LATE}:
        query = query.where(MeetingAction.done_at.is_(None))
    if wanted.which == Which.LATE:  # the month and the year that are not over yet sort before today, too
        under_way = ("", today[:4], today[:7])
        query = query.where(MeetingAction.due < today, MeetingAction.due.not_in(under_way))
    if wanted.which == Which.CLOSED:
        query = query.where(MeetingAction.done_at.is_not(None))
    if wanted.partner:
        query = query.where(MeetingAction.partner_id.in_(select(Partner.id).where(Partner.slug.in_(wanted.partner))))
    if wanted.network:
        query = query.where(Record.network_id.in_(select(Network.id).where(Network.slug.in_(wanted.network))))
    if wanted.mine:
        own = [member.partner_id for member in actor.memberships if member.partner_id]
        query = query.where(or_(MeetingAction.person_id == actor.person, MeetingAction.partner_id.in_(own)))
    query = query.options(selectinload(MeetingAction.meeting))
    return keyset(query, [MeetingAction.id], lambda row: [row.id], cursor=cursor, limit=limit)


def carried_into(actor: Actor, meeting: Meeting) -> list[OpenAction]:
    """What was open from earlier meetings of the same circle when this one began: the network's, or a city's own.

    A meeting to come takes it over when it is the next one; who knows what is open at those after it?
    """
    earlier = _circle(meeting).where(Meeting.starts < meeting.starts, Meeting.id != meeting.id)
    today = clock.now().date().isoformat()
    if meeting.starts > today:
        between = earlier.where(Meeting.starts > today, Record.state == MeetingState.PLANNED)
        if db.session.scalar(between.with_only_columns(Meeting.id).limit(1)):
            return []
    ids = list(db.session.scalars(earlier.with_only_columns(Meeting.id)))
    query = _readable(actor).where(MeetingAction.meeting_id.in_(ids))
    rows = db.session.scalars(query.order_by(MeetingAction.due == "", MeetingAction.due, MeetingAction.id)).unique()
    return [OpenAction(row, days_late(row)) for row in rows if _open_at(row, meeting.starts)]


def days_late(action: MeetingAction) -> int | None:
    """Days past the due day; negative while there is time; ``None`` for a month or year, or no day at all."""
    if len(action.due) != A_DAY:
        return None
    return (clock.now().date() - date.fromisoformat(action.due)).days


def people_of(network_id: str) -> list[tuple[str, str]]:
    """The people of a network, for a choice: id and name."""
    own = select(Person.id, Person.name).join(MembershipRow, MembershipRow.person_id == Person.id)
    own = own.where(MembershipRow.network_id == network_id, MembershipRow.ended_at.is_(None))
    rows = db.session.execute(own.where(Person.former_label.is_(None)).distinct().order_by(Person.name, Person.id))
    return [("", "–"), *((person_id, name) for person_id, name in rows)]


def _readable(actor: Actor) -> Select[MeetingAction]:
    return (
        select(MeetingAction)
        .join(Meeting, Meeting.id == MeetingAction.meeting_id)
        .where(Record.removed_at.is_(None), readable(actor))
    )


def _circle(meeting: Meeting) -> Select[Meeting]:
    """The meetings of the same people: a city's own group, or everybody of the network."""
    same = select(Meeting).where(Record.network_id == meeting.network_id, Record.removed_at.is_(None))
    if meeting.visibility == Visibility.PARTNER:
        return same.where(Record.visibility == Visibility.PARTNER, Record.partner_id == meeting.partner_id)
    return same.where(Record.visibility != Visibility.PARTNER)


def _open_at(action: MeetingAction, day: str) -> bool:
    """Whether an action was open when this stated day (or month, or year) began."""
    return action.done_at is None or action.done_at.date().isoformat()[: len(day)] >= day
