"""Networks, their partners with priorities, who belongs to them, and who is invited."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.accounts.models import Person
from infocus.core import clock
from infocus.core.db import Id, Model
from infocus.core.ids import new_id


class NetworkState(StrEnum):
    """``aftercare``: owners still update what they own; ``closed``: read-only, found by everyone who could read it."""

    ACTIVE = "active"
    AFTERCARE = "aftercare"
    CLOSED = "closed"


class Network(Model):
    """A city network."""

    __tablename__ = "networks"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    slug: Mapped[str] = mapped_column(String(60), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    title: Mapped[str] = mapped_column(String(200), default="")
    summary: Mapped[str] = mapped_column(Text, default="")
    programme: Mapped[str] = mapped_column(String(120), default="")
    funding_line: Mapped[str] = mapped_column(String(200), default="")
    state: Mapped[NetworkState] = mapped_column(String(12), default=NetworkState.ACTIVE)
    started: Mapped[str] = mapped_column(String(10), default="")
    ended: Mapped[str] = mapped_column(String(10), default="")
    illustrative: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)

    partners: Mapped[list["Partner"]] = relationship(back_populates="network", order_by="Partner.label")

    __mapper_args__ = {"version_id_col": version}


class Partner(Model):
    """A city label, a legal body and a kind of territory; ``hue`` 1-12 and ``mark`` (two letters) show it in lists.

    ``population``: how many people live there, as the city states it.
    """

    __tablename__ = "partners"
    __table_args__ = (UniqueConstraint("network_id", "slug"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    network_id: Mapped[str] = mapped_column(ForeignKey("networks.id"), index=True)
    slug: Mapped[str] = mapped_column(String(60))
    label: Mapped[str] = mapped_column(String(80))
    mark: Mapped[str] = mapped_column(String(2))
    hue: Mapped[int]
    country: Mapped[str] = mapped_column(String(2))
    body: Mapped[str] = mapped_column(String(160))
    kind: Mapped[str] = mapped_column(String(60))
    nuts3: Mapped[str] = mapped_column(String(8), default="")
    nuts3_confirmed: Mapped[bool] = mapped_column(default=True)
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    population: Mapped[int | None]
    is_lead: Mapped[bool] = mapped_column(default=False)
    mailbox: Mapped[str] = mapped_column(String(254), default="")
    mailbox_confirmed_at: Mapped[datetime | None]
    mailbox_asked_at: Mapped[datetime | None]
    mailbox_key_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    priorities: Mapped[dict[str, Any]] = mapped_column(default=dict)
    version: Mapped[int] = mapped_column(default=1)

    network: Mapped[Network] = relationship(back_populates="partners")

    __mapper_args__ = {"version_id_col": version}


class MembershipRow(Model):
    """One role of one person in one network, for one partner where the role belongs to a city; ended, not deleted."""

    __tablename__ = "memberships"
    __table_args__ = (Index("ix_memberships_person", "person_id", "ended_at"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"))
    network_id: Mapped[str] = mapped_column(ForeignKey("networks.id"), index=True)
    partner_id: Mapped[str | None] = mapped_column(ForeignKey("partners.id"))
    role: Mapped[str] = mapped_column(String(16))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    ended_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(lazy="joined", innerjoin=True)
    network: Mapped[Network] = relationship(lazy="joined", innerjoin=True)
    partner: Mapped[Partner | None] = relationship(lazy="joined")


class Successor(Model):
    """Who takes over the questions and reminders about one person's records of one partner; one row a person."""

    __tablename__ = "successors"
    __table_args__ = (UniqueConstraint("partner_id", "person_id"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    partner_id: Mapped[str] = mapped_column(ForeignKey("partners.id"))
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"), index=True)
    successor_id: Mapped[str] = mapped_column(ForeignKey("persons.id"), index=True)
    named_by: Mapped[str] = mapped_column(ForeignKey("persons.id"), index=True)
    named_at: Mapped[datetime] = mapped_column(default=clock.now)

    person: Mapped[Person] = relationship(foreign_keys=[person_id], lazy="joined", innerjoin=True)
    successor: Mapped[Person] = relationship(foreign_keys=[successor_id], lazy="joined", innerjoin=True)


class Invitation(Model):
    """An invitation by mail to hold a role; accepted once, until it expires."""

    __tablename__ = "invitations"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    network_id: Mapped[str] = mapped_column(ForeignKey("networks.id"), index=True)
    partner_id: Mapped[str | None] = mapped_column(ForeignKey("partners.id"))
    role: Mapped[str] = mapped_column(String(16))
    email: Mapped[str] = mapped_column(String(254))
    name: Mapped[str] = mapped_column(String(120), default="")
    language: Mapped[str] = mapped_column(String(8), default="en")
    invited_by: Mapped[str] = mapped_column(ForeignKey("persons.id"))
    key_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    sent_at: Mapped[datetime | None]
    expires_at: Mapped[datetime]
    accepted_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]

    network: Mapped[Network] = relationship(lazy="joined", innerjoin=True)
    partner: Mapped[Partner | None] = relationship(lazy="joined")
    inviter: Mapped[Person] = relationship(lazy="joined", innerjoin=True)
