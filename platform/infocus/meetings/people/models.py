"""What belongs to the people of a meeting besides their names: needs, days on which they were there, guests."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.accounts.guests import GuestState
from infocus.accounts.models import Person
from infocus.core import clock
from infocus.core.db import Id, Model
from infocus.core.ids import new_id
from infocus.meetings.models import Meeting, Participant


class ParticipantNeeds(Model):
    """What somebody eats and needs to come in, given with consent for this meeting only; deleted soon after it."""

    __tablename__ = "participant_needs"

    participant_id: Mapped[str] = mapped_column(ForeignKey("participants.id", ondelete="CASCADE"), primary_key=True)
    diet: Mapped[str] = mapped_column(String(300), default="")
    access: Mapped[str] = mapped_column(String(300), default="")
    consented_at: Mapped[datetime] = mapped_column(default=clock.now)

    participant: Mapped[Participant] = relationship(lazy="joined", innerjoin=True)


class Attendance(Model):
    """Somebody was there on a day (``2017-09-13``; of a meeting without an exact date ``day-1``)."""

    __tablename__ = "attendance"

    participant_id: Mapped[str] = mapped_column(ForeignKey("participants.id", ondelete="CASCADE"), primary_key=True)
    day: Mapped[str] = mapped_column(String(10), primary_key=True)
    noted_by: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))
    at: Mapped[datetime] = mapped_column(default=clock.now)


class MeetingGuestLink(Model):
    """A link to one meeting. Its key is made from this row and the installation's secret; only its hash is stored."""

    __tablename__ = "meeting_guest_links"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), index=True)
    key_hash: Mapped[str] = mapped_column(String(64), unique=True)
    label: Mapped[str] = mapped_column(String(80), default="")
    created_by: Mapped[str] = mapped_column(ForeignKey("persons.id"))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]

    meeting: Mapped[Meeting] = relationship()

    @property
    def last_day(self) -> str:
        """The last day on which it works, where the meeting is held."""
        return (self.expires_at - timedelta(seconds=1)).astimezone(ZoneInfo(self.meeting.time_zone)).date().isoformat()


class MeetingGuest(Model):
    """Somebody who came by a link; the person has no account. ``participant_id``: once let in, they are on the list."""

    __tablename__ = "meeting_guests"
    __table_args__ = (
        Index("ix_meeting_guests_person", "person_id"),
        Index("ix_meeting_guests_meeting", "meeting_id", "state"),
    )

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    link_id: Mapped[str] = mapped_column(ForeignKey("meeting_guest_links.id", ondelete="CASCADE"))
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"))
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"))
    participant_id: Mapped[str | None] = mapped_column(ForeignKey("participants.id", ondelete="SET NULL"))
    state: Mapped[str] = mapped_column(String(10), default=GuestState.WAITING)
    asked_at: Mapped[datetime] = mapped_column(default=clock.now)
    admitted_at: Mapped[datetime | None]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))

    link: Mapped[MeetingGuestLink] = relationship(lazy="joined", innerjoin=True)
    person: Mapped[Person] = relationship(foreign_keys=[person_id], lazy="joined", innerjoin=True)
    meeting: Mapped[Meeting] = relationship()
