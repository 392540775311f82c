"""What follows for the people of a meeting that moves or is called off."""

from sqlalchemy import select

from infocus.core.db import db
from infocus.core.events import reacts_to
from infocus.meetings.events import MeetingCalledOff, MeetingMoved
from infocus.meetings.models import Coming, Meeting, Participant
from infocus.meetings.people import letters
from infocus.meetings.people.days import is_over
from infocus.meetings.people.queries import addresses
from infocus.meetings.people.services.forgetting import forget_needs


@reacts_to(MeetingMoved)
def ask_again(event: MeetingMoved) -> None:
    """Whoever was asked and has not declined gets the new days into their calendar, and is asked again."""
    people = _asked(event.meeting_id)
    accounts = addresses(people)
    for row in people:
        if not is_over(row.meeting):
            row.coming, row.answered_at = Coming.OPEN, None
            letters.invite(row, accounts.get(row.id), event.by, moved=True)


@reacts_to(MeetingCalledOff)
def call_off(event: MeetingCalledOff) -> None:
    """The meeting leaves everybody's calendar; what they eat and need is nobody's business any more."""
    people = _asked(event.meeting_id)
    accounts = addresses(people)
    for row in people:
        letters.call_off(row, accounts.get(row.id), event.by)
    forget_needs(event.meeting_id)


def _asked(meeting_id: str) -> list[Participant]:
    rows = select(Participant).where(Participant.meeting_id == meeting_id, Participant.invited_at.is_not(None))
    meeting = db.session.get(Meeting, meeting_id)
    if meeting is None:
        return []
    return list(db.session.scalars(rows.where(Participant.coming != Coming.NO).order_by(Participant.id)))
