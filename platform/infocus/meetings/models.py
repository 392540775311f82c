"""A meeting with its programme and what came out of it; an output is a record of its own."""

from datetime import datetime
from enum import StrEnum

from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.accounts.models import Person
from infocus.core import clock
from infocus.core.dates import StatedDate
from infocus.core.db import Id, Model
from infocus.core.ids import new_id
from infocus.networks.models import Partner
from infocus.records.models import Record


class MeetingState(StrEnum):
    """Whether a meeting takes place."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class OutputKind(StrEnum):
    """Kinds of output (interfaces.md)."""

    BASELINE = "baseline"
    PAPER = "paper"
    PRESENTATION = "presentation"
    MINUTES = "minutes"
    CASE_NOTE = "case-note"
    ARTICLE = "article"
    PLAN = "plan"
    REPORT = "report"
    OTHER = "other"


KIND_WORDS = {
    OutputKind.BASELINE: _l("Baseline study"),
    OutputKind.PAPER: _l("Thematic paper"),
    OutputKind.PRESENTATION: _l("Presentation"),
    OutputKind.MINUTES: _l("Minutes"),
    OutputKind.CASE_NOTE: _l("Case note"),
    OutputKind.ARTICLE: _l("Article"),
    OutputKind.PLAN: _l("Plan"),
    OutputKind.REPORT: _l("Report"),
    OutputKind.OTHER: _l("Other"),
}


class Meeting(Record):
    """A meeting. ``partner`` is the host; ``starts`` and ``ends`` are stated dates with where they were read."""

    __tablename__ = "meetings"
    __mapper_args__ = {"polymorphic_identity": "meeting"}
    KIND = "meetings"

    id: Mapped[str] = mapped_column(ForeignKey("records.id"), primary_key=True)
    starts: Mapped[str] = mapped_column(String(10), index=True)
    ends: Mapped[str] = mapped_column(String(10), default="")
    date_source: Mapped[str] = mapped_column(String(200), default="")
    date_confirmed: Mapped[bool] = mapped_column(default=True)
    time_zone: Mapped[str] = mapped_column(String(60), default="Europe/Brussels")
    place: Mapped[str] = mapped_column(String(160), default="")
    theme: Mapped[str] = mapped_column(String(200), default="")
    theme_confirmed: Mapped[bool] = mapped_column(default=True)
    minutes: Mapped[str] = mapped_column(Text, default="")
    illustrative: Mapped[bool] = mapped_column(default=False)

    sessions: Mapped[list["MeetingSession"]] = relationship(
        back_populates="meeting", order_by="MeetingSession.day, MeetingSession.starts, MeetingSession.id"
    )
    decisions: Mapped[list["Decision"]] = relationship(order_by="Decision.id")
    actions: Mapped[list["MeetingAction"]] = relationship(order_by="MeetingAction.id", back_populates="meeting")
    participants: Mapped[list["Participant"]] = relationship(order_by="Participant.id")

    @property
    def begins(self) -> StatedDate:
        """The first day, as stated."""
        return StatedDate(self.starts, self.date_source, self.date_confirmed)

    @property
    def finishes(self) -> StatedDate | None:
        """The last day, as stated; ``None`` when it is the first or unknown."""
        return StatedDate(self.ends, self.date_source, self.date_confirmed) if self.ends else None


class MeetingSession(Model):
    """A part of the programme. ``day`` counts from 1; ``starts`` and ``ends`` are local times such as ``09:30``."""

    __tablename__ = "meeting_sessions"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), index=True)
    day: Mapped[int] = mapped_column(default=1)
    starts: Mapped[str] = mapped_column(String(5), default="")
    ends: Mapped[str] = mapped_column(String(5), default="")
    title: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(12), default="plenary")
    speakers: Mapped[str] = mapped_column(String(300), default="")
    place: Mapped[str] = mapped_column(String(160), default="")
    note: Mapped[str] = mapped_column(String(500), default="")

    meeting: Mapped[Meeting] = relationship(back_populates="sessions")


class Decision(Model):
    """What was decided, and who agreed."""

    __tablename__ = "decisions"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(String(600))
    agreed: Mapped[str] = mapped_column(String(200), default="")


class MeetingAction(Model):
    """What a partner will do and by when; visible from one meeting to the next until it is done."""

    __tablename__ = "meeting_actions"
    __table_args__ = (Index("ix_meeting_actions_open", "partner_id", "done_at"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), index=True)
    what: Mapped[str] = mapped_column(String(300))
    partner_id: Mapped[str | None] = mapped_column(ForeignKey("partners.id"))
    due: Mapped[str] = mapped_column(String(10), default="")
    done_at: Mapped[datetime | None]

    meeting: Mapped[Meeting] = relationship(back_populates="actions")
    partner: Mapped[Partner | None] = relationship(lazy="joined")


class Participant(Model):
    """Somebody who was there: a person of the platform, or a name."""

    __tablename__ = "participants"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))
    name: Mapped[str] = mapped_column(String(120), default="")
    partner_id: Mapped[str | None] = mapped_column(ForeignKey("partners.id"))

    person: Mapped[Person | None] = relationship(lazy="joined")
    partner: Mapped[Partner | None] = relationship(lazy="joined")


class DateCorrection(Model):
    """An earlier statement of a meeting's dates, kept when it was corrected."""

    __tablename__ = "date_corrections"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), index=True)
    starts: Mapped[str] = mapped_column(String(10))
    ends: Mapped[str] = mapped_column(String(10), default="")
    source: Mapped[str] = mapped_column(String(200), default="")
    by_id: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))
    at: Mapped[datetime] = mapped_column(default=clock.now)


class Output(Record):
    """What came out of a meeting: its file is a document of this record."""

    __tablename__ = "outputs"
    __mapper_args__ = {"polymorphic_identity": "output"}
    KIND = "outputs"

    id: Mapped[str] = mapped_column(ForeignKey("records.id"), primary_key=True)
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meetings.id"), index=True)
    session_id: Mapped[str | None] = mapped_column(ForeignKey("meeting_sessions.id", ondelete="SET NULL"))
    kind: Mapped[str] = mapped_column(String(12), default=OutputKind.OTHER)
    link: Mapped[str] = mapped_column(String(500), default="")
    illustrative: Mapped[bool] = mapped_column(default=False)

    meeting: Mapped[Meeting] = relationship(foreign_keys=[meeting_id])
