"""The shared text of a meeting's minutes: its present state, and each change since."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from infocus.core import clock
from infocus.core.db import Model


class MinutesPaper(Model):
    """The shared text as a CRDT document (Yjs update, version 1).

    ``seq`` counts its changes; those up to ``folded`` are kept in ``state`` only. ``settled``: the change up to which
    the meeting's own text (what is read, searched and exported) was made.
    """

    __tablename__ = "minutes_papers"

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), primary_key=True)
    state: Mapped[bytes] = mapped_column(LargeBinary)
    seq: Mapped[int] = mapped_column(default=0)
    folded: Mapped[int] = mapped_column(default=0)
    settled: Mapped[int] = mapped_column(default=0)
    changed_at: Mapped[datetime] = mapped_column(default=clock.now, index=True)


class MinutesChange(Model):
    """One change: what was written, by whom and when."""

    __tablename__ = "minutes_changes"

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    change: Mapped[bytes] = mapped_column(LargeBinary)
    by_id: Mapped[str | None] = mapped_column(ForeignKey("persons.id"), index=True)
    at: Mapped[datetime] = mapped_column(default=clock.now)
