"""A meeting with its programme and what came out of it; an output is a record of its own."""

from datetime import datetime
from enum import StrEnum

from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, Index, String, Text, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.accounts.models import Person
from infocus.core import clock
from infocus.core.dates import StatedDate
from infocus.core.db import Id, Model
from infocus.core.ids import new_id
from infocus.engines.search.port import Standing
from infocus.networks.models import Partner
from infocus.records.models import Record, Visibility


class MeetingState(StrEnum):
    """Whether a meeting takes place."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class SessionKind(StrEnum):
    """What happens in a session."""

    PLENARY = "plenary"
    WORKSHOP = "workshop"
    PEER_REVIEW = "review"
    VISIT = "visit"
    SOCIAL = "social"
    LOCAL_GROUP = "local-group"
    STEERING = "steering"
    BREAK = "break"


SESSION_KIND_WORDS = {
    SessionKind.PLENARY: _l("Plenary"),
    SessionKind.WORKSHOP: _l("Workshop"),
    SessionKind.PEER_REVIEW: _l("Peer review"),
    SessionKind.VISIT: _l("Site visit"),
    SessionKind.SOCIAL: _l("Social"),
    SessionKind.LOCAL_GROUP: _l("Local group"),
    SessionKind.STEERING: _l("Steering group"),
    SessionKind.BREAK: _l("Break"),
}


class Coming(StrEnum):
    """What somebody invited has said; ``waiting``: they would come, and all seats are taken."""

    OPEN = "open"
    YES = "yes"
    WAITING = "waiting"
    NO = "no"


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
    capacity: Mapped[int | None]
    illustrative: Mapped[bool] = mapped_column(default=False)

    sessions: Mapped[list["MeetingSession"]] = relationship(
        back_populates="meeting", order_by="MeetingSession.day, MeetingSession.starts, MeetingSession.id"
    )
    decisions: Mapped[list["Decision"]] = relationship(order_by="Decision.id")
    actions: Mapped[list["MeetingAction"]] = relationship(order_by="MeetingAction.id", back_populates="meeting")
    participants: Mapped[list["Participant"]] = relationship(
        order_by="Participant.id", back_populates="meeting", cascade="all, delete-orphan", passive_deletes=True
    )

    def audience_keys(self) -> frozenset[str]:
        """Who reads it, and its guests."""
        return super().audience_keys() | {guest_key(self.id)}

    def standing(self) -> Standing:
        """A meeting that was called off comes last."""
        return Standing.STALE if self.state == MeetingState.CANCELLED else Standing.USUAL

    @property
    def begins(self) -> StatedDate:
        """The first day, as stated."""
        return StatedDate(self.starts, self.date_source, self.date_confirmed)

    @property
    def finishes(self) -> StatedDate | None:
        """The last day, as stated; ``None`` when it is the first or unknown."""
        return StatedDate(self.ends, self.date_source, self.date_confirmed) if self.ends else None


class MeetingSession(Model):
    """A part of the programme. ``day`` counts from 1; ``starts`` and ``ends`` are local times such as ``09:30``.

    ``speakers`` are names as they are printed; ``speaker_ids`` those of them who are people of the network.
    """

    __tablename__ = "meeting_sessions"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), index=True)
    day: Mapped[int] = mapped_column(default=1)
    starts: Mapped[str] = mapped_column(String(5), default="")
    ends: Mapped[str] = mapped_column(String(5), default="")
    title: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(12), default=SessionKind.PLENARY)
    speakers: Mapped[str] = mapped_column(String(300), default="")
    speaker_ids: Mapped[list[str]] = mapped_column(default=list)
    place: Mapped[str] = mapped_column(String(160), default="")
    meeting_point: Mapped[str] = mapped_column(String(160), default="")
    note: Mapped[str] = mapped_column(String(500), default="")

    meeting: Mapped[Meeting] = relationship(back_populates="sessions")


class Decision(Model):
    """What was decided, and who agreed. ``section``: the part of the minutes it was marked in."""

    __tablename__ = "decisions"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(String(600))
    agreed: Mapped[str] = mapped_column(String(200), default="")
    section: Mapped[str] = mapped_column(String(26), default="", server_default="")


class MeetingAction(Model):
    """What a partner (and who there) will do and by when; visible from one meeting to the next until it is closed.

    ``done_at`` is when it was closed: as done, or ``dropped`` with a ``reason``. ``reminded``: the due day of which its
    people were reminded. ``section``: the part of the minutes it was marked in.
    """

    __tablename__ = "meeting_actions"
    __table_args__ = (Index("ix_meeting_actions_open", "partner_id", "done_at"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), index=True)
    what: Mapped[str] = mapped_column(String(300))
    partner_id: Mapped[str | None] = mapped_column(ForeignKey("partners.id"))
    due: Mapped[str] = mapped_column(String(10), default="")
    done_at: Mapped[datetime | None]
    person_id: Mapped[str | None] = mapped_column(ForeignKey("persons.id"), index=True)
    dropped: Mapped[bool] = mapped_column(default=False, server_default=false())
    reason: Mapped[str] = mapped_column(String(300), default="", server_default="")
    closed_by: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))
    reminded: Mapped[str] = mapped_column(String(10), default="", server_default="")
    section: Mapped[str] = mapped_column(String(26), default="", server_default="")

    meeting: Mapped[Meeting] = relationship(back_populates="actions")
    partner: Mapped[Partner | None] = relationship(lazy="joined")
    person: Mapped[Person | None] = relationship(lazy="joined", foreign_keys=[person_id])
    closer: Mapped[Person | None] = relationship(lazy="joined", foreign_keys=[closed_by])


class Participant(Model):
    """Somebody who is expected or was there: a person of the platform, or a name, with an address for the invitation.

    ``city`` is what was typed where it is no partner's; ``email`` is in lower case.
    """

    __tablename__ = "participants"
    __table_args__ = (
        Index("ix_participants_listed", "meeting_id", "name", "id"),
        Index("ix_participants_coming", "meeting_id", "coming"),
    )

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"))
    person_id: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))
    name: Mapped[str] = mapped_column(String(120), default="")
    partner_id: Mapped[str | None] = mapped_column(ForeignKey("partners.id"))
    email: Mapped[str] = mapped_column(String(254), default="")
    city: Mapped[str] = mapped_column(String(80), default="")
    organisation: Mapped[str] = mapped_column(String(160), default="")
    coming: Mapped[str] = mapped_column(String(8), default=Coming.OPEN)
    word: Mapped[str] = mapped_column(String(300), default="")
    invited_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]

    person: Mapped[Person | None] = relationship(lazy="joined")
    partner: Mapped[Partner | None] = relationship(lazy="joined")
    meeting: Mapped[Meeting] = relationship(back_populates="participants")

    @property
    def shown_name(self) -> str:
        """The name as it is now, or what stays of a person who was erased."""
        return self.person.shown_name if self.person else self.name

    @property
    def shown_city(self) -> str:
        """The partner's label, or the city as it was typed."""
        return self.partner.label if self.partner else self.city


class StatementKind(StrEnum):
    """``earlier``: it stood on the record until it was corrected; ``other``: another source says so, undecided."""

    EARLIER = "earlier"
    OTHER = "other"


class DateStatement(Model):
    """What a source says of the dates of a meeting or an output, beside what stands on the record itself."""

    __tablename__ = "date_statements"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    record_id: Mapped[str] = mapped_column(ForeignKey("records.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(8), default=StatementKind.EARLIER)
    starts: Mapped[str] = mapped_column(String(10))
    ends: Mapped[str] = mapped_column(String(10), default="")
    source: Mapped[str] = mapped_column(String(200), default="")
    confirmed: Mapped[bool] = mapped_column(default=True)
    by_id: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))
    at: Mapped[datetime] = mapped_column(default=clock.now)

    by: Mapped[Person | None] = relationship(lazy="joined")

    @property
    def begins(self) -> StatedDate | None:
        """The first day, as stated; ``None`` for an output that had no date before."""
        return StatedDate(self.starts, self.source, self.confirmed) if self.starts else None

    @property
    def finishes(self) -> StatedDate | None:
        """The last day, as stated, where one is."""
        return StatedDate(self.ends, self.source, self.confirmed) if self.ends else None


class Output(Record):
    """What came out of a meeting: its file is a document of this record. ``dated``: its own date as stated."""

    __tablename__ = "outputs"
    __mapper_args__ = {"polymorphic_identity": "output"}
    KIND = "outputs"

    id: Mapped[str] = mapped_column(ForeignKey("records.id"), primary_key=True)
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meetings.id"), index=True)
    session_id: Mapped[str | None] = mapped_column(ForeignKey("meeting_sessions.id", ondelete="SET NULL"))
    kind: Mapped[str] = mapped_column(String(12), default=OutputKind.OTHER)
    link: Mapped[str] = mapped_column(String(500), default="")
    dated: Mapped[str] = mapped_column(String(10), default="")
    date_source: Mapped[str] = mapped_column(String(200), default="")
    date_confirmed: Mapped[bool] = mapped_column(default=True)
    illustrative: Mapped[bool] = mapped_column(default=False)

    meeting: Mapped[Meeting] = relationship(foreign_keys=[meeting_id])

    @property
    def begins(self) -> StatedDate | None:
        """Its own date, as stated; ``None`` when nobody states one."""
        return StatedDate(self.dated, self.date_source, self.date_confirmed) if self.dated else None

    def audience_keys(self) -> frozenset[str]:
        """Who reads it; the meeting's guests, when the whole network does."""
        keys = super().audience_keys()
        return keys if self.visibility == Visibility.PARTNER else keys | {guest_key(self.meeting_id)}


def guest_key(meeting_id: str) -> str:
    """The key of whoever was let into this meeting by a link, and has no other."""
    return f"guest:{meeting_id}"
