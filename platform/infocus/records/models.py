"""The record: what all that people share has in common, and who may read it, as a set of audience keys."""

from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.accounts.models import Person
from infocus.core import clock
from infocus.core.actor import author_key
from infocus.core.db import Id, Model
from infocus.core.ids import new_id
from infocus.engines.search.port import Standing
from infocus.networks.models import Network, Partner


class Visibility(StrEnum):
    """Who may read a shared record."""

    PARTNER = "partner"
    NETWORK = "network"
    ALL = "all"
    PUBLIC = "public"
    PANEL = "panel"


class RecordAudience(Model):
    """One audience key of one record: whoever holds one of a record's keys may read it."""

    __tablename__ = "record_audience"
    __table_args__ = (Index("ix_record_audience_key", "key", "record_id"),)

    record_id: Mapped[str] = mapped_column(ForeignKey("records.id", ondelete="CASCADE"), primary_key=True)
    key: Mapped[str] = mapped_column(String(60), primary_key=True)


class Record(Model):
    """Base of practices, meetings, outputs, plans, reviews (joined inheritance); ``version`` grows with changes."""

    __tablename__ = "records"
    __table_args__: Any = (
        Index("ix_records_list", "type", "updated_at", "id"),
        Index("ix_records_newest", "type", "created_at", "id"),
        Index("ix_records_state", "type", "state", "id"),
        Index("ix_records_network", "network_id", "type", "created_at", "id"),
        Index("ix_records_author", "author_id", "type", "state"),
    )

    KIND: ClassVar[str] = "record"  # the plural in addresses

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    type: Mapped[str] = mapped_column(String(12))
    network_id: Mapped[str] = mapped_column(ForeignKey("networks.id"))
    partner_id: Mapped[str | None] = mapped_column(ForeignKey("partners.id"), index=True)
    author_id: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))
    title: Mapped[str] = mapped_column(String(200))
    summary: Mapped[str] = mapped_column(String(600), default="")
    language: Mapped[str] = mapped_column(String(8), default="en")
    visibility: Mapped[str] = mapped_column(String(8), default=Visibility.NETWORK)
    state: Mapped[str] = mapped_column(String(20))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    updated_at: Mapped[datetime] = mapped_column(default=clock.now)
    removed_at: Mapped[datetime | None]

    network: Mapped[Network] = relationship(lazy="joined", innerjoin=True)
    partner: Mapped[Partner | None] = relationship(lazy="joined")
    author: Mapped[Person | None] = relationship(lazy="joined")
    audience: Mapped[list[RecordAudience]] = relationship(cascade="all, delete-orphan", lazy="selectin")

    __mapper_args__ = {"polymorphic_on": "type", "version_id_col": version}

    def audience_keys(self) -> frozenset[str]:
        """Who may read this record in its present state; kinds narrow it (a draft, a panel)."""
        return shared_keys(self)

    def source_keys(self) -> frozenset[str]:
        """Who may read the files it was made from; kinds whose readers grow in number keep them to its makers."""
        return self.audience_keys()

    def standing(self) -> Standing:
        """How far it can be relied on, at this moment; kinds whose state says so override it."""
        return Standing.USUAL

    @property
    def stored_keys(self) -> frozenset[str]:
        """The keys as stored: what SQL, Python and the search index compare with."""
        return frozenset(row.key for row in self.audience)


def shared_keys(record: Record) -> frozenset[str]:
    """The keys of a record that is shared: its visibility, and its author."""
    keys = {author_key(record.network_id, record.author_id)} if record.author_id else set()
    if record.visibility == Visibility.PARTNER:
        return frozenset(keys | ({f"partner:{record.partner_id}"} if record.partner_id else set()))
    keys.add(f"network:{record.network_id}")
    if record.visibility in {Visibility.ALL, Visibility.PUBLIC}:
        keys.add("all")
    if record.visibility == Visibility.PUBLIC:
        keys.add("public")
    return frozenset(keys)
