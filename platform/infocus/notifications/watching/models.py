"""A watch, and how its mail comes."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from infocus.core import clock
from infocus.core.db import Id, Model
from infocus.core.ids import new_id


class Subject(StrEnum):
    """What can be watched."""

    RECORD = "record"
    PARTNER = "partner"
    NETWORK = "network"
    THEME = "theme"


class How(StrEnum):
    """How the mail of a watch comes; the list in the page always has it. ``off``: not watched, whatever one wrote."""

    USUAL = "usual"
    AT_ONCE = "at-once"
    DAILY = "daily"
    WEEKLY = "weekly"
    PAGE = "page"
    OFF = "off"


class Watch(Model):
    """One person watches one thing. Own records, and those one commented on, are watched without a row."""

    __tablename__ = "watches"
    __table_args__ = (
        UniqueConstraint("person_id", "subject", "subject_id"),
        Index("ix_watches_subject", "subject", "subject_id"),
    )

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"))
    subject: Mapped[str] = mapped_column(String(8))
    subject_id: Mapped[str] = mapped_column(String(60))
    how: Mapped[str] = mapped_column(String(8), default=How.USUAL)
    since: Mapped[datetime] = mapped_column(default=clock.now)
