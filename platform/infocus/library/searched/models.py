"""What was searched for: by a person, for that person alone; and by a network's people in vain, without any name."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from infocus.core import clock
from infocus.core.db import Id, Model
from infocus.core.ids import new_id

WORDS = 400
LONGEST = 120
"""Letters of words that can be missing from a library; what is longer was pasted."""
FOLDED = 240


class PastSearch(Model):
    """One search of one person: words, query string and how many records answered then. ``folded``: for completions."""

    __tablename__ = "past_searches"
    __table_args__ = (Index("ix_past_searches_person", "person_id", "at"), Index("ix_past_searches_at", "at"))

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"))
    search: Mapped[str] = mapped_column(Text)
    words: Mapped[str] = mapped_column(String(WORDS))
    folded: Mapped[str] = mapped_column(String(2 * WORDS))
    total: Mapped[int]
    at: Mapped[datetime] = mapped_column(default=clock.now)


class HistoryOff(Model):
    """A person who does not want their searches kept; who has no row wants it."""

    __tablename__ = "search_history_off"

    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    since: Mapped[datetime] = mapped_column(default=clock.now)


class MissedSearch(Model):
    """Words that a network's people looked for and did not find. Nobody's name stands here (docs/adr/0010).

    ``mark``: a keyed hash that tells the one person who asked so far from others; ``None`` once there were two, and
    only then are the words shown to anybody. ``hidden_at``: taken off the list.
    """

    __tablename__ = "missed_searches"
    __table_args__ = (
        UniqueConstraint("network_id", "folded"),
        Index("ix_missed_searches_list", "network_id", "hidden_at", "last_at"),
    )

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    network_id: Mapped[str] = mapped_column(ForeignKey("networks.id"))
    folded: Mapped[str] = mapped_column(String(FOLDED))
    words: Mapped[str] = mapped_column(String(LONGEST))
    count: Mapped[int] = mapped_column(default=1)
    languages: Mapped[list[str]] = mapped_column(default=list)
    mark: Mapped[str | None] = mapped_column(String(32))
    first_at: Mapped[datetime] = mapped_column(default=clock.now)
    last_at: Mapped[datetime] = mapped_column(default=clock.now)
    hidden_at: Mapped[datetime | None]
