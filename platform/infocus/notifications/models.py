"""A notification, and the mark that a daily mail was sent."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.accounts.models import Person
from infocus.core import clock
from infocus.core.db import Id, Model
from infocus.core.ids import new_id
from infocus.records.models import Record


class Notification(Model):
    """One thing one person is told about one record.

    ``kind`` is a key of ``kinds.KINDS``; ``words`` go into its sentence. ``why`` and ``about`` say what was watched
    (empty: the kind's own reason), ``how`` how its mail comes, ``happening`` marks what was told to many at once.
    """

    __tablename__ = "notifications"
    __table_args__ = (
        Index("ix_notifications_list", "person_id", "id"),
        Index("ix_notifications_unread", "person_id", "read_at"),
    )

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"))
    kind: Mapped[str] = mapped_column(String(24))
    record_id: Mapped[str] = mapped_column(ForeignKey("records.id", ondelete="CASCADE"), index=True)
    path: Mapped[str] = mapped_column(String(400))
    by_id: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))
    quote: Mapped[str] = mapped_column(String(240), default="")
    why: Mapped[str] = mapped_column(String(12), default="", server_default="")
    about: Mapped[str] = mapped_column(String(200), default="", server_default="")
    how: Mapped[str] = mapped_column(String(8), default="usual", server_default="usual")
    happening: Mapped[str | None] = mapped_column(Id)
    words: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    read_at: Mapped[datetime | None]
    mailed_at: Mapped[datetime | None]

    record: Mapped[Record] = relationship(lazy="joined", innerjoin=True)
    by: Mapped[Person | None] = relationship(foreign_keys=[by_id], lazy="joined")


class DigestMark(Model):
    """The day (in the person's own time zone) whose daily mail was made: one row a day, so that none goes out twice."""

    __tablename__ = "digest_marks"

    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    day: Mapped[str] = mapped_column(String(10), primary_key=True)
    until: Mapped[datetime]
    """Up to when new records were told; a day without such a list leaves it where it was."""
