"""What is held about people is deleted: soon after the meeting, when it is called off, when an account is closed."""

from sqlalchemy import delete, or_, select

from infocus.core import clock
from infocus.core.db import db
from infocus.meetings.models import Meeting, MeetingState, Participant
from infocus.meetings.people.days import NEEDS_KEPT, last_day
from infocus.meetings.people.models import ParticipantNeeds
from infocus.records.models import Record


def due() -> list[str]:
    """Meetings whose people's needs have been kept long enough, or that do not take place."""
    told = select(Participant.meeting_id).join(ParticipantNeeds, ParticipantNeeds.participant_id == Participant.id)
    gone = or_(Record.removed_at.is_not(None), Record.state == MeetingState.CANCELLED)
    meetings = db.session.scalars(select(Meeting).where(Meeting.id.in_(told)))
    found = [each.id for each in meetings if last_day(each) + NEEDS_KEPT < clock.now().date()]
    called_off = select(Meeting.id).where(Meeting.id.in_(told), gone)
    return [*dict.fromkeys([*found, *db.session.scalars(called_off)])]


def forget_needs(meeting_id: str) -> None:
    """Delete what the people of a meeting eat and need."""
    own = select(Participant.id).where(Participant.meeting_id == meeting_id)
    db.session.execute(delete(ParticipantNeeds).where(ParticipantNeeds.participant_id.in_(own)))


def forget_person(person_id: str) -> None:
    """Whose account is closed needs nothing any more; that they were there stays, as evidence."""
    own = select(Participant.id).where(Participant.person_id == person_id)
    db.session.execute(delete(ParticipantNeeds).where(ParticipantNeeds.participant_id.in_(own)))
