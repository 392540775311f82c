"""Who was there, day by day; and somebody who came without being on the list."""

from collections.abc import Mapping

from flask_babel import gettext as _
from sqlalchemy import delete, select

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Invalid
from infocus.core.permissions import Permission, require
from infocus.core.text import clean
from infocus.meetings.models import Coming, Meeting, Participant
from infocus.meetings.people.days import days_of_meeting
from infocus.meetings.people.models import Attendance
from infocus.meetings.people.pasted import LIMITS
from infocus.meetings.people.services.seating import locked
from infocus.networks.models import Partner
from infocus.records.services import check_updates


def tick(actor: Actor, meeting: Meeting, day: str, changes: Mapping[str, bool]) -> int:
    """Participant → was there or not, for who was ticked otherwise than the page showed. Returns how many changed.

    Only changes are handed in, so that two people who tick at the same time do not undo each other.
    """
    _check(actor, meeting)
    if day not in {key for key, _date in days_of_meeting(meeting)}:
        raise Invalid({"day": _("This is no day of the meeting.")})
    meeting = locked(meeting)
    known = set(db.session.scalars(select(Participant.id).where(Participant.meeting_id == meeting.id)))
    there = select(Attendance.participant_id).join(Participant, Participant.id == Attendance.participant_id)
    noted = set(db.session.scalars(there.where(Participant.meeting_id == meeting.id, Attendance.day == day)))
    wanted = {key: here for key, here in changes.items() if key in known and here != (key in noted)}
    for participant_id, here in wanted.items():
        if here:
            db.session.add(Attendance(participant_id=participant_id, day=day, noted_by=actor.person_id))
        else:
            own = (Attendance.participant_id == participant_id) & (Attendance.day == day)
            db.session.execute(delete(Attendance).where(own))
    db.session.flush()
    return len(wanted)


def came_anyway(actor: Actor, meeting: Meeting, day: str, name: str, city: str, partner: Partner | None) -> Participant:
    """Somebody who was not on the list is, and was there on this day. Raises ``Invalid`` without a name."""
    _check(actor, meeting)
    try:
        name, city = clean(name), clean(city)
    except ValueError:
        raise Invalid({"name": _("This text holds control characters; please type it again.")}) from None
    if not name or len(name) > LIMITS["name"] or len(city) > LIMITS["city"]:
        raise Invalid({"name": _("A name, in at most 120 characters, and a city in at most 80.")})
    row = Participant(
        meeting_id=meeting.id,
        name=name,
        partner_id=partner.id if partner else None,
        city="" if partner else city,
        coming=Coming.YES,
    )
    db.session.add(row)
    db.session.flush()
    tick(actor, meeting, day, {row.id: True})
    return row


def _check(actor: Actor, meeting: Meeting) -> None:
    require(actor, Permission.EDIT_MEETING, meeting)
    check_updates(meeting.network)
