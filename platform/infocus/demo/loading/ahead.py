"""The meetings that lie ahead, put there by the services people use."""

from datetime import date, timedelta

from infocus.core import clock
from infocus.core.db import db
from infocus.demo.content import ahead
from infocus.demo.loading.book import Book
from infocus.meetings.local_groups import agenda_rows, call_local_group
from infocus.meetings.models import Participant
from infocus.meetings.people.models import ParticipantNeeds
from infocus.meetings.services import create_meeting, set_programme

HOST = "porto"


def add_meetings_ahead(book: Book) -> None:
    """Where the network has the host: a meeting with people who answered, and one of its local group."""
    host = book.partners.get(HOST)
    if host is None:
        return
    coordinator = book.actor(f"coordinator@{HOST}.example")
    lead = book.actor("lead@infocus.example")
    first = _day(book, ahead.PORTO_AHEAD)
    days = {"starts": first.isoformat(), "ends": (first + timedelta(days=1)).isoformat()}
    meeting = create_meeting(lead, book.network, ahead.PORTO | days | {"host": HOST, "capacity": "40"})
    meeting.illustrative = True
    set_programme(coordinator, meeting, ahead.PORTO_SESSIONS)
    for email, said in ahead.COMING.items():
        home = book.homes.get(email)
        row = Participant(
            meeting_id=meeting.id,
            person_id=book.people[email].id,
            name=book.people[email].name,
            partner_id=home.id if home else None,
            coming=said,
            invited_at=clock.now(),
        )
        db.session.add(row)
        db.session.flush()
        if email in ahead.NEEDS:
            diet, access = ahead.NEEDS[email]
            db.session.add(ParticipantNeeds(participant_id=row.id, diet=diet, access=access))
    for name, city, said in ahead.GUESTS:
        db.session.add(Participant(meeting_id=meeting.id, name=name, city=city, coming=said))
    local = call_local_group(
        coordinator, host, starts=_day(book, ahead.LOCAL_AHEAD).isoformat(), time_zone="Europe/Lisbon", **ahead.LOCAL
    )
    local.illustrative = True
    set_programme(coordinator, local, agenda_rows(ahead.LOCAL_AGENDA))
    db.session.flush()


def _day(book: Book, ahead_by: int) -> date:
    return (book.now + timedelta(days=ahead_by)).date()
