"""The calendar feed of a person."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from infocus.core import clock
from infocus.core.db import Id, Model


class CalendarFeed(Model):
    """Whoever has a row has a calendar at a secret address; another ``seed`` gives another address."""

    __tablename__ = "calendar_feeds"

    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id", ondelete="CASCADE"), primary_key=True)
    seed: Mapped[str] = mapped_column(Id)
    language: Mapped[str] = mapped_column(String(8), default="en")
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
