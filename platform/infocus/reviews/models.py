"""A review, who sits at its table, the state of its room, and the room's log."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.accounts.models import Person
from infocus.core import clock
from infocus.core.db import Id, Model
from infocus.core.ids import new_id
from infocus.engines.search.port import Standing
from infocus.networks.models import Partner
from infocus.plans.models import Plan
from infocus.records.models import Record, Visibility
from infocus.reviews.candour import Candour
from infocus.reviews.vocabulary import Coming, Mode, OpenTo, ReviewState, preset


class Review(Record):
    """A peer review of one plan, whose partner hosts it. ``held_on`` and ``starts`` are local to ``time_zone``.

    ``calendar_sequence`` counts what was sent into people's calendars: a new day and a cancellation raise it.
    ``day_id`` and ``slot`` (from 0) place it in a review day, ``table_label`` at one of its tables.
    """

    __tablename__ = "reviews"
    __mapper_args__ = {"polymorphic_identity": "review"}
    KIND = "reviews"

    id: Mapped[str] = mapped_column(ForeignKey("records.id", ondelete="CASCADE"), primary_key=True)
    plan_id: Mapped[str] = mapped_column(ForeignKey("plans.id"), index=True)
    plan_version: Mapped[int | None]
    mode: Mapped[str] = mapped_column(String(8), default=Mode.GUIDED)
    held_on: Mapped[str] = mapped_column(String(10))
    starts: Mapped[str] = mapped_column(String(5), default="")
    time_zone: Mapped[str] = mapped_column(String(60), default="Europe/Brussels")
    brief: Mapped[str] = mapped_column(Text, default="")
    questions: Mapped[list[str]] = mapped_column(default=list)
    minutes: Mapped[dict[str, Any]] = mapped_column(default=lambda: preset(75))
    call_url: Mapped[str] = mapped_column(String(500), default="")
    interpretation_url: Mapped[str] = mapped_column(String(500), default="")
    table_label: Mapped[str] = mapped_column(String(40), default="")
    open_to: Mapped[str] = mapped_column(String(8), default=OpenTo.PANEL)
    candour: Mapped[dict[str, Any]] = mapped_column(default=dict)
    entered_afterwards: Mapped[bool] = mapped_column(default=False)
    calendar_sequence: Mapped[int] = mapped_column(default=0)
    day_id: Mapped[str | None] = mapped_column(ForeignKey("review_days.id", ondelete="SET NULL"), index=True)
    slot: Mapped[int | None]
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]

    plan: Mapped[Plan] = relationship(foreign_keys=[plan_id], lazy="joined", innerjoin=True)
    panel: Mapped[list["PanelMember"]] = relationship(
        back_populates="review", cascade="all, delete-orphan", order_by="PanelMember.created_at"
    )
    room: Mapped["Room"] = relationship(back_populates="review", cascade="all, delete-orphan", lazy="joined")

    @property
    def seated(self) -> list["PanelMember"]:
        """The named seats of everybody who did not decline."""
        return [seat for seat in self.panel if seat.coming != Coming.NO]

    @property
    def is_live(self) -> bool:
        """Whether the room takes entries now."""
        return self.state == ReviewState.LIVE

    def standing(self) -> Standing:
        """A review that was called off comes last."""
        return Standing.STALE if self.state == ReviewState.CANCELLED else Standing.USUAL

    def room_keys(self) -> frozenset[str]:
        """The audience of the room and its transcript: the named table, the host's city, the experts and the lead.

        An open review may let in its whole network; the table may have agreed that the network reads the transcript.
        """
        near = {f"panel:{self.id}", f"experts:{self.network_id}", f"lead:{self.network_id}"}
        told = self.state == ReviewState.FINISHED and Candour.of(self.candour).network_reads
        if told or (self.mode == Mode.OPEN and self.open_to == OpenTo.NETWORK):
            near.add(f"network:{self.network_id}")
        return frozenset(near | ({f"partner:{self.partner_id}"} if self.partner_id else set()))

    def audience_keys(self) -> frozenset[str]:
        """The review's own page: the room's audience, and whom its visibility adds; never the words of the room."""
        if self.visibility in {Visibility.PANEL, Visibility.PARTNER}:
            return self.room_keys()
        return self.room_keys() | super().audience_keys()


class PanelMember(Model):
    """One named seat. A person can hold several.

    ``sections`` are keys of the sections of the plan they are given, ``question`` the one they are asked to answer.
    ``asked_at`` is when the invitation went out (``None``: not yet, or not needed), ``coming`` what they said to it,
    ``word`` what they added. Whoever declined holds no right by the seat.
    """

    __tablename__ = "review_panel"
    __table_args__ = (
        UniqueConstraint("review_id", "person_id", "role"),
        Index("ix_review_panel_person", "person_id", "review_id"),
    )

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    review_id: Mapped[str] = mapped_column(ForeignKey("reviews.id", ondelete="CASCADE"))
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"))
    partner_id: Mapped[str | None] = mapped_column(ForeignKey("partners.id"))
    role: Mapped[str] = mapped_column(String(16))
    task: Mapped[str] = mapped_column(String(300), default="")
    sections: Mapped[list[str]] = mapped_column(default=list)
    question: Mapped[str] = mapped_column(String(300), default="")
    asked_at: Mapped[datetime | None]
    coming: Mapped[str] = mapped_column(String(8), default=Coming.OPEN)
    word: Mapped[str] = mapped_column(String(300), default="")
    answered_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=clock.now)

    review: Mapped[Review] = relationship(back_populates="panel")
    person: Mapped[Person] = relationship(lazy="joined", innerjoin=True)
    partner: Mapped[Partner | None] = relationship(lazy="joined")


class FrozenVersion(Model):
    """A version of the plan that was under review from this moment on, until the next row; ``version`` 0: none."""

    __tablename__ = "review_frozen"
    __table_args__ = (Index("ix_review_frozen_review", "review_id", "id"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    review_id: Mapped[str] = mapped_column(ForeignKey("reviews.id", ondelete="CASCADE"))
    version: Mapped[int]
    person_id: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))
    at: Mapped[datetime] = mapped_column(default=clock.now)

    person: Mapped[Person | None] = relationship(lazy="joined")


class Room(Model):
    """The hot row of a review: its lock orders the log. A running clock is its end; a paused one what was left.

    ``previous_phase`` was in force until ``moved_at``. ``floor``: ``speaker`` and ``since``, ``queue`` (who speaks
    next) and ``hands``, as the floor entries of the log add up.
    """

    __tablename__ = "review_rooms"

    review_id: Mapped[str] = mapped_column(ForeignKey("reviews.id", ondelete="CASCADE"), primary_key=True)
    last_seq: Mapped[int] = mapped_column(default=0)
    phase: Mapped[str | None] = mapped_column(String(12))
    phase_minutes: Mapped[int | None]
    ends_at: Mapped[datetime | None]
    left_seconds: Mapped[int | None]
    previous_phase: Mapped[str | None] = mapped_column(String(12))
    moved_at: Mapped[datetime | None]
    off_record: Mapped[bool] = mapped_column(default=False)
    floor: Mapped[dict[str, Any]] = mapped_column(default=dict)

    review: Mapped[Review] = relationship(back_populates="room")


class LogEntry(Model):
    """One entry of the room. ``seq`` counts from 1 in each room, without gaps, given under the room's lock.

    A note that was not signed by name has no ``person_id``: nobody can look it up.
    """

    __tablename__ = "review_log"
    __table_args__ = (UniqueConstraint("review_id", "person_id", "key"),)

    review_id: Mapped[str] = mapped_column(ForeignKey("reviews.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(16))
    key: Mapped[str] = mapped_column(String(36))
    person_id: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))
    partner_id: Mapped[str | None] = mapped_column(ForeignKey("partners.id"))
    role: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime] = mapped_column(default=clock.now)
    target: Mapped[int | None]
    text: Mapped[str | None] = mapped_column(Text)
    data: Mapped[dict[str, Any]] = mapped_column(default=dict)
    fingerprint: Mapped[str | None] = mapped_column(String(64))
    blanked_by: Mapped[int | None]

    person: Mapped[Person | None] = relationship(lazy="joined")
    partner: Mapped[Partner | None] = relationship(lazy="joined")


class RoomVisit(Model):
    """What a person has seen of a room: theirs alone, no read receipt. ``candour``: a hash of the settings they saw."""

    __tablename__ = "review_visits"

    review_id: Mapped[str] = mapped_column(ForeignKey("reviews.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    read_seq: Mapped[int] = mapped_column(default=0)
    candour: Mapped[str] = mapped_column(String(64), default="")
    at: Mapped[datetime] = mapped_column(default=clock.now)
