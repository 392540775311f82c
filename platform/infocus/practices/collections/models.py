"""A collection: a record of its own, and the practices picked for it."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.core import clock
from infocus.core.db import Id, Model
from infocus.core.ids import new_id
from infocus.records.models import Record, Visibility

TITLE_LIMIT = 100
INTRODUCTION_LIMIT = 4_000
LINE_LIMIT = 300
SUMMARY_LIMIT = 280
MOST = 40
"""How many practices fit into one: what is longer is a list, and lists have filters."""
CURRENT = "current"
LEVELS = (Visibility.NETWORK, Visibility.ALL, Visibility.PUBLIC)
WIDE_LEVELS = (Visibility.ALL, Visibility.PUBLIC)


class Collection(Record):
    """An introduction in Markdown and the picks in order; ``summary`` is the beginning of the introduction.

    Who reads it reads of it only what is about practices they may read as well: ``queries.shown``.
    """

    __tablename__ = "collections"
    __mapper_args__ = {"polymorphic_identity": "collection"}
    KIND = "collections"

    id: Mapped[str] = mapped_column(ForeignKey("records.id", ondelete="CASCADE"), primary_key=True)
    introduction: Mapped[str] = mapped_column(Text, default="")

    picks: Mapped[list["Pick"]] = relationship(
        cascade="all, delete-orphan", lazy="selectin", order_by="Pick.position, Pick.id"
    )

    def pick(self, pick_id: str) -> "Pick | None":
        """One of its picks."""
        return next((each for each in self.picks if each.id == pick_id), None)


class Pick(Model):
    """One practice in a collection: its place (from 0), why it is here, and who put it there."""

    __tablename__ = "collection_picks"
    __table_args__ = (UniqueConstraint("collection_id", "practice_id"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    collection_id: Mapped[str] = mapped_column(ForeignKey("collections.id", ondelete="CASCADE"))
    practice_id: Mapped[str] = mapped_column(ForeignKey("practices.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    line: Mapped[str] = mapped_column(String(LINE_LIMIT), default="")
    by_id: Mapped[str | None] = mapped_column(ForeignKey("persons.id"), index=True)
    at: Mapped[datetime] = mapped_column(default=clock.now)
