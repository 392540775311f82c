"""A saved search, and the records that answered it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from infocus.core import clock
from infocus.core.db import Id, Model
from infocus.core.ids import new_id


class Alert(StrEnum):
    """How a person hears of something new: not at all, among the notifications, or in the daily mail as well."""

    NONE = "none"
    PAGE = "page"
    MAIL = "mail"


class FeedAudience(StrEnum):
    """What the feed carries: public records, or whatever its owner may read."""

    PUBLIC = "public"
    OWN = "own"


class SavedSearch(Model):
    """A search somebody keeps. ``search`` is its query string (``library.asked``), ``cursor`` the change log's place
    up to which its answers were looked at.

    ``wide``: it had more answers when it was saved than are remembered, so that records made before never tell.
    ``feed_seed``: what the feed's secret is made of; ``None`` while there is no feed. ``removed_at``: it can come back.
    """

    __tablename__ = "saved_searches"
    __table_args__ = (Index("ix_saved_searches_person", "person_id", "id"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"))
    name: Mapped[str] = mapped_column(String(120))
    search: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(8), default="en")
    alert: Mapped[str] = mapped_column(String(8), default=Alert.PAGE)
    feed_audience: Mapped[str] = mapped_column(String(8), default=FeedAudience.PUBLIC)
    feed_seed: Mapped[str | None] = mapped_column(Id)
    cursor: Mapped[int] = mapped_column(BigInteger, default=0)
    wide: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    looked_at: Mapped[datetime] = mapped_column(default=clock.now)
    removed_at: Mapped[datetime | None]


class SavedSearchMatch(Model):
    """A record that answers a saved search; ``new``: only since it was saved, and not by its owner's own hand."""

    __tablename__ = "saved_search_matches"
    __table_args__ = (Index("ix_saved_search_matches_at", "saved_id", "at"),)

    saved_id: Mapped[str] = mapped_column(ForeignKey("saved_searches.id", ondelete="CASCADE"), primary_key=True)
    record_id: Mapped[str] = mapped_column(ForeignKey("records.id", ondelete="CASCADE"), primary_key=True, index=True)
    at: Mapped[datetime] = mapped_column(default=clock.now)
    new: Mapped[bool] = mapped_column(default=True)
