"""Reads of a meeting's people, always for an actor."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, func, select

from infocus.accounts.models import Account
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.ids import is_id
from infocus.core.paging import Page, keyset
from infocus.core.permissions import Permission, require
from infocus.meetings.models import Coming, Meeting, Participant
from infocus.meetings.people.models import Attendance, ParticipantNeeds
from infocus.meetings.people.policy import may_see_list

PAGE = 100


def _of(meeting: Meeting) -> Select[Participant]:
    return select(Participant).where(Participant.meeting_id == meeting.id)


def listed(
    actor: Actor, meeting: Meeting, coming: str = "", cursor: str | None = None, limit: int = PAGE
) -> Page[Participant]:
    """The people of a meeting by name. Members see who comes; what the others said only who runs the meeting."""
    if not may_see_list(actor, meeting):
        raise NotFound
    query = _of(meeting)
    if coming in set(Coming):
        query = query.where(Participant.coming == coming)
    key = [Participant.name, Participant.id]
    return keyset(query, key, lambda row: [row.id, row.id], cursor=cursor, limit=limit, parse=_place_of, ascending=True)


def _place_of(values: list[str]) -> list[str]:
    """Where a list goes on: a cursor names the row only, since names hold signs that no cursor may."""
    name = db.session.scalar(select(Participant.name).where(Participant.id == values[1]))
    return [name or "", values[1]]


def counts(meeting: Meeting) -> dict[str, int]:
    """How many said what; ``all`` of them together."""
    rows = db.session.execute(
        select(Participant.coming, func.count())
        .where(Participant.meeting_id == meeting.id)
        .group_by(Participant.coming)
    )
    found = Counter({str(coming): int(count) for coming, count in rows})
    return {**{each.value: found[each.value] for each in Coming}, "all": found.total()}


def uninvited(meeting: Meeting) -> list[Participant]:
    """Who stands on the list, has said nothing, and was not written to."""
    waiting = _of(meeting).where(Participant.invited_at.is_(None), Participant.coming == Coming.OPEN)
    return list(db.session.scalars(waiting.order_by(Participant.id)))


def participant_of(meeting: Meeting, participant_id: str) -> Participant:
    """One of the list. Raises ``NotFound``."""
    found = db.session.get(Participant, participant_id) if is_id(participant_id) else None
    if found is None or found.meeting_id != meeting.id:
        raise NotFound
    return found


def own_place(meeting: Meeting, person_id: str) -> Participant | None:
    """Where a person stands on the list, if they do."""
    return db.session.scalars(_of(meeting).where(Participant.person_id == person_id).limit(1)).first()


def expected(meeting: Meeting) -> list[Participant]:
    """Who comes or may still come, by name: the list that is signed and ticked."""
    coming = _of(meeting).where(Participant.coming.in_((Coming.YES, Coming.OPEN)))
    return list(db.session.scalars(coming.order_by(Participant.name, Participant.id)))


def addresses(people: Sequence[Participant]) -> dict[str, Account]:
    """Participant → the open account of the person, in one query."""
    persons = {row.person_id: row.id for row in people if row.person_id}
    found: dict[str, Account] = {}
    known = list(persons)
    for first in range(0, len(known), 500):
        accounts = select(Account).where(Account.person_id.in_(known[first : first + 500]), Account.active)
        found |= {persons[account.person_id]: account for account in db.session.scalars(accounts)}
    return found


def attendance(meeting: Meeting) -> dict[str, set[str]]:
    """Participant → the days on which they were there."""
    rows = select(Attendance.participant_id, Attendance.day).join(
        Participant, Participant.id == Attendance.participant_id
    )
    found: dict[str, set[str]] = defaultdict(set)
    for participant_id, day in db.session.execute(rows.where(Participant.meeting_id == meeting.id)):
        found[participant_id].add(day)
    return found


def was_there(meeting: Meeting) -> list[Participant]:
    """Who was there on any day, by name."""
    there = select(Attendance.participant_id)
    rows = _of(meeting).where(Participant.id.in_(there)).order_by(Participant.name, Participant.id)
    return list(db.session.scalars(rows))


def needs_of(actor: Actor, meeting: Meeting) -> Sequence[ParticipantNeeds]:
    """What the people of a meeting eat and need, by name. Needs ``READ_NEEDS``."""
    require(actor, Permission.READ_NEEDS, meeting)
    rows = select(ParticipantNeeds).join(Participant, Participant.id == ParticipantNeeds.participant_id)
    mine = rows.where(Participant.meeting_id == meeting.id, Participant.coming != Coming.NO)
    return db.session.scalars(mine.order_by(Participant.name, Participant.id)).all()


def needs_count(meeting: Meeting) -> int:
    """How many told what they need."""
    rows = select(func.count()).select_from(ParticipantNeeds)
    mine = rows.join(Participant, Participant.id == ParticipantNeeds.participant_id)
    return db.session.scalar(mine.where(Participant.meeting_id == meeting.id)) or 0


def unanswered(person_id: str) -> list[Participant]:
    """The invitations a person has not answered, the latest first."""
    rows = select(Participant).where(Participant.person_id == person_id, Participant.coming == Coming.OPEN)
    asked = rows.where(Participant.invited_at.is_not(None)).order_by(Participant.invited_at.desc(), Participant.id)
    return list(db.session.scalars(asked.limit(20)))


def held_about(person_id: str) -> list[dict[str, Any]]:
    """Everything the lists of meetings hold about a person, ready for JSON."""
    found = []
    for row in db.session.scalars(
        select(Participant).where(Participant.person_id == person_id).order_by(Participant.id)
    ):
        needs = db.session.get(ParticipantNeeds, row.id)
        days = select(Attendance.day).where(Attendance.participant_id == row.id).order_by(Attendance.day)
        found.append(
            {
                "meeting": row.meeting.title,
                "answer": row.coming,
                "word": row.word,
                "answered_at": row.answered_at.isoformat() if row.answered_at else None,
                "diet": needs.diet if needs else None,
                "access": needs.access if needs else None,
                "consented_at": needs.consented_at.isoformat() if needs else None,
                "there_on": list(db.session.scalars(days)),
            }
        )
    return found
