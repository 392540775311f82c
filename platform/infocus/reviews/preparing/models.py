"""A review day with its slots and tables, and the reminders that were sent."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.core import clock
from infocus.core.db import Id, Model
from infocus.core.ids import new_id
from infocus.networks.models import Network


class ReviewDay(Model):
    """Several reviews on one day: ``slots`` are the times at which they begin (``09:30``), local to ``time_zone``.

    There is a table for each of ``facilitators`` (persons, in the order of the tables); ``length`` is in minutes.
    """

    __tablename__ = "review_days"
    __table_args__ = (Index("ix_review_days_network", "network_id", "held_on"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    network_id: Mapped[str] = mapped_column(ForeignKey("networks.id"))
    title: Mapped[str] = mapped_column(String(200))
    held_on: Mapped[str] = mapped_column(String(10))
    time_zone: Mapped[str] = mapped_column(String(60), default="Europe/Brussels")
    place: Mapped[str] = mapped_column(String(200), default="")
    length: Mapped[int] = mapped_column(default=75)
    slots: Mapped[list[str]] = mapped_column(default=list)
    facilitators: Mapped[list[str]] = mapped_column(default=list)
    created_by: Mapped[str] = mapped_column(ForeignKey("persons.id"))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)

    network: Mapped[Network] = relationship(lazy="joined", innerjoin=True)


class Reminder(Model):
    """The day (in the person's own time zone) on which they got their one reminder, or somebody's nudge ``by_hand``."""

    __tablename__ = "review_reminders"

    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    day: Mapped[str] = mapped_column(String(10), primary_key=True)
    by_hand: Mapped[bool] = mapped_column(primary_key=True, default=False)
    sent_by: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))
    at: Mapped[datetime] = mapped_column(default=clock.now)
