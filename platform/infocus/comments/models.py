"""A comment on a record; a thread is a first comment and its answers."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.accounts.models import Person
from infocus.core import clock
from infocus.core.db import Id, Model
from infocus.core.ids import new_id
from infocus.records.models import Record

TEXT_LIMIT = 4_000


class Comment(Model):
    """What somebody said about a record. ``anchor``: ``{document, version, page, quote, prefix, suffix}`` (a passage).

    A removed comment keeps its row (the trace), not its words. ``resolved_at`` is set on the first comment of a thread.
    """

    __tablename__ = "comments"
    __table_args__ = (Index("ix_comments_record", "record_id", "thread_id", "id"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    record_id: Mapped[str] = mapped_column(ForeignKey("records.id", ondelete="CASCADE"))
    thread_id: Mapped[str] = mapped_column(Id)
    reply_to: Mapped[str | None] = mapped_column(ForeignKey("comments.id"))
    author_id: Mapped[str] = mapped_column(ForeignKey("persons.id"), index=True)
    partner_id: Mapped[str | None] = mapped_column(ForeignKey("partners.id"))
    text: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(8), default="")
    anchor: Mapped[dict[str, Any] | None]
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    edited_at: Mapped[datetime | None]
    removed_at: Mapped[datetime | None]
    resolved_at: Mapped[datetime | None]
    resolved_by_id: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))

    record: Mapped[Record] = relationship(lazy="joined", innerjoin=True)
    author: Mapped[Person] = relationship(foreign_keys=[author_id], lazy="joined", innerjoin=True)
    resolved_by: Mapped[Person | None] = relationship(foreign_keys=[resolved_by_id], lazy="select")
    mentions: Mapped[list["CommentMention"]] = relationship(cascade="all, delete-orphan", lazy="selectin")

    __mapper_args__ = {"version_id_col": version}

    def audience_keys(self) -> frozenset[str]:
        """Never wider than the record, and at most the network: of a panel those of it, not its guests."""
        keys = frozenset(_without_guests(key) for key in self.record.stored_keys)
        if keys & {"public", "all"}:
            return keys - {"public", "all"} | {f"network:{self.record.network_id}"}
        return keys

    @property
    def stored_keys(self) -> frozenset[str]:
        """The same keys under the name that the right to read compares with: they follow the record's stored ones."""
        return self.audience_keys()


def _without_guests(key: str) -> str:
    kind, colon, review = key.partition(":")
    return f"named{colon}{review}" if kind == "panel" else key


class CommentMention(Model):
    """A person named in a comment."""

    __tablename__ = "comment_mentions"

    comment_id: Mapped[str] = mapped_column(ForeignKey("comments.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
