"""A review, who sits at its table, the state of its room, and the room's log."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.accounts.models import Person
from infocus.core import clock
from infocus.core.db import Id, Model
from infocus.core.ids import new_id
from infocus.networks.models import Partner
from infocus.plans.models import Plan
from infocus.records.models import Record, Visibility
from infocus.reviews.vocabulary import Mode, ReviewState, preset


class Review(Record):
    """A peer review of one plan, whose partner hosts it. ``held_on`` and ``starts`` are local to ``time_zone``."""

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
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]

    plan: Mapped[Plan] = relationship(foreign_keys=[plan_id], lazy="joined", innerjoin=True)
    panel: Mapped[list["PanelMember"]] = relationship(
        back_populates="review", cascade="all, delete-orphan", order_by="PanelMember.created_at"
    )
    room: Mapped["Room"] = relationship(back_populates="review", cascade="all, delete-orphan", lazy="joined")

    @property
    def is_live(self) -> bool:
        """Whether the room takes entries now."""
        return self.state == ReviewState.LIVE

    def room_keys(self) -> frozenset[str]:
        """The audience of the room and its transcript: the named table, the host's city, the experts and the lead."""
        near = {f"panel:{self.id}", f"experts:{self.network_id}", f"lead:{self.network_id}"}
        return frozenset(near | ({f"partner:{self.partner_id}"} if self.partner_id else set()))

    def audience_keys(self) -> frozenset[str]:
        """The review's own page: the room's audience, and whom its visibility adds; never the words of the room."""
        if self.visibility in {Visibility.PANEL, Visibility.PARTNER}:
            return self.room_keys()
        return self.room_keys() | super().audience_keys()


class PanelMember(Model):
    """One named seat. A person can hold several."""

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
    created_at: Mapped[datetime] = mapped_column(default=clock.now)

    review: Mapped[Review] = relationship(back_populates="panel")
    person: Mapped[Person] = relationship(lazy="joined", innerjoin=True)
    partner: Mapped[Partner | None] = relationship(lazy="joined")


class Room(Model):
    """The hot row of a review: its lock orders the log. A running clock is its end; a paused one what was left."""

    __tablename__ = "review_rooms"

    review_id: Mapped[str] = mapped_column(ForeignKey("reviews.id", ondelete="CASCADE"), primary_key=True)
    last_seq: Mapped[int] = mapped_column(default=0)
    phase: Mapped[str | None] = mapped_column(String(12))
    phase_minutes: Mapped[int | None]
    ends_at: Mapped[datetime | None]
    left_seconds: Mapped[int | None]

    review: Mapped[Review] = relationship(back_populates="room")


class LogEntry(Model):
    """One entry of the room. ``seq`` counts from 1 in each room, without gaps, given under the room's lock."""

    __tablename__ = "review_log"
    __table_args__ = (UniqueConstraint("review_id", "person_id", "key"),)

    review_id: Mapped[str] = mapped_column(ForeignKey("reviews.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(16))
    key: Mapped[str] = mapped_column(String(36))
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"))
    partner_id: Mapped[str | None] = mapped_column(ForeignKey("partners.id"))
    role: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime] = mapped_column(default=clock.now)
    target: Mapped[int | None]
    text: Mapped[str | None] = mapped_column(Text)
    data: Mapped[dict[str, Any]] = mapped_column(default=dict)
    fingerprint: Mapped[str | None] = mapped_column(String(64))
    blanked_by: Mapped[int | None]

    person: Mapped[Person] = relationship(lazy="joined", innerjoin=True)
    partner: Mapped[Partner | None] = relationship(lazy="joined")
