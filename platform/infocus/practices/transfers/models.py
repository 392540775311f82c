"""A transfer: how far one city is with another city's practice. It is a record: it has a page and is commented on."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.accounts.models import Person
from infocus.core import clock
from infocus.core.actor import author_key
from infocus.core.db import Id, Model
from infocus.core.ids import new_id
from infocus.networks.models import Partner
from infocus.practices.models import Practice
from infocus.records.models import Record


class Stage(StrEnum):
    """How far a city is: it took something without a plan, it looks, learns, changes it to fit, or runs it."""

    BORROWED = "borrowed"
    INTERESTED = "interested"
    UNDERSTAND = "understand"
    ADAPT = "adapt"
    REUSE = "reuse"


class Used(StrEnum):
    """What a city that borrowed something answers to "did you use it?"."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


OPENED = (Stage.UNDERSTAND, Stage.ADAPT, Stage.REUSE)
"""The stages of a transfer, in order; before them a city has only said a word."""
IN_USE = frozenset({Stage.ADAPT, Stage.REUSE})
"""The stages that count as taken over while the transfer has not stopped."""
NOTE_LIMIT = 300
TEXT_LIMIT = 1_500
MONTHS = (3, 12, 18)
"""When a city may look back, in months from the opening."""
PLAN = 0
"""The checkpoint that asks for the plan."""
PLAN_MONTHS = 3
ASK_AFTER = timedelta(days=182)
"""When who borrowed something is asked whether they used it: once, half a year later."""
TEXTS = ("plan", "adapted", "left_out", "failed", "result")


class Transfer(Record):
    """One a city and practice; ``state`` is its stage. ``partner`` receives, ``mentor`` helps.

    ``receiver_id`` is the partner's id while the transfer stands, so that a city has one of each practice.
    ``stopped_at``: the city gave it up, and ``failed`` says why. ``evidence``: rows as a practice's indicators.
    ``plan_record_id``: where the plan stands; a record leaves a tombstone, so that the link needs no foreign key.
    """

    __tablename__ = "transfers"
    __table_args__ = (UniqueConstraint("practice_id", "receiver_id"),)
    __mapper_args__ = {"polymorphic_identity": "transfer"}
    KIND = "transfers"

    id: Mapped[str] = mapped_column(ForeignKey("records.id", ondelete="CASCADE"), primary_key=True)
    practice_id: Mapped[str] = mapped_column(ForeignKey("practices.id", ondelete="CASCADE"))
    receiver_id: Mapped[str | None] = mapped_column(ForeignKey("partners.id"), index=True)
    mentor_id: Mapped[str | None] = mapped_column(ForeignKey("partners.id"), index=True)
    note: Mapped[str] = mapped_column(String(NOTE_LIMIT), default="")
    plan: Mapped[str] = mapped_column(Text, default="")
    plan_record_id: Mapped[str | None] = mapped_column(Id)
    adapted: Mapped[str] = mapped_column(Text, default="")
    left_out: Mapped[str] = mapped_column(Text, default="")
    failed: Mapped[str] = mapped_column(Text, default="")
    result: Mapped[str] = mapped_column(Text, default="")
    evidence: Mapped[list[dict[str, Any]]] = mapped_column(default=list)
    marked_by: Mapped[str | None] = mapped_column(ForeignKey("persons.id"), index=True)
    opened_at: Mapped[datetime | None]
    stopped_at: Mapped[datetime | None]
    asked_at: Mapped[datetime | None]
    ask_key_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    used: Mapped[str] = mapped_column(String(8), default="")
    used_at: Mapped[datetime | None]

    practice: Mapped[Practice] = relationship(foreign_keys=[practice_id], lazy="select")
    mentor: Mapped[Partner | None] = relationship(foreign_keys=[mentor_id], lazy="joined")
    marker: Mapped[Person | None] = relationship(foreign_keys=[marked_by], lazy="joined")
    checkpoints: Mapped[list["Checkpoint"]] = relationship(
        cascade="all, delete-orphan", lazy="selectin", order_by="Checkpoint.month"
    )

    @property
    def place(self) -> str:
        """Where on its practice's page it stands."""
        return f"#used-{self.id}"

    @property
    def own_title(self) -> str:
        """What the record is called: the receiving city, and the practice."""
        return f"{self.partner.label}: {self.practice.title}" if self.partner else self.practice.title

    @property
    def in_use(self) -> bool:
        """Whether it counts as taken over."""
        borrowed = self.state == Stage.BORROWED and self.used in {Used.YES, Used.PARTLY}
        return borrowed or (self.state in IN_USE and self.stopped_at is None)

    def audience_keys(self) -> frozenset[str]:
        """The network, while it reads the practice; else the two cities, the experts and the lead."""
        own = {author_key(self.network_id, self.author_id)} if self.author_id else set()
        network = f"network:{self.network_id}"
        if network in self.practice.stored_keys:
            return frozenset(own | {network})
        both = {f"partner:{self.partner_id}", f"partner:{self.practice.partner_id}"}
        return frozenset(own | both | {f"experts:{self.network_id}", f"lead:{self.network_id}"})


class Step(Model):
    """One step of a transfer, kept as it was taken: the stage it came to, or that it stopped or went on."""

    __tablename__ = "transfer_steps"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    transfer_id: Mapped[str] = mapped_column(ForeignKey("transfers.id", ondelete="CASCADE"), index=True)
    what: Mapped[str] = mapped_column(String(12))
    by_id: Mapped[str | None] = mapped_column(ForeignKey("persons.id"), index=True)
    at: Mapped[datetime] = mapped_column(default=clock.now)

    by: Mapped[Person | None] = relationship(lazy="joined")


class Checkpoint(Model):
    """A day to look back, ``month`` months after the opening (``PLAN``: the plan is due), and what the city answered.

    ``due`` is a calendar day, ``2018-03-01``. ``reminded_at``: its one reminder went out.
    """

    __tablename__ = "transfer_checkpoints"
    __table_args__ = (UniqueConstraint("transfer_id", "month"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    transfer_id: Mapped[str] = mapped_column(ForeignKey("transfers.id", ondelete="CASCADE"))
    month: Mapped[int]
    due: Mapped[str] = mapped_column(String(10), index=True)
    text: Mapped[str] = mapped_column(Text, default="")
    reminded_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    answered_by: Mapped[str | None] = mapped_column(ForeignKey("persons.id"), index=True)

    answerer: Mapped[Person | None] = relationship(lazy="joined")

    @property
    def day(self) -> date:
        """The day it is due."""
        return date.fromisoformat(self.due)
