"""An import and what became of each of its files."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from infocus.core import clock
from infocus.core.db import Id, Model
from infocus.core.ids import new_id


class ImportState(StrEnum):
    """``refused``: nothing of the ZIP was opened; ``problem`` says why."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    REFUSED = "refused"


class Outcome(StrEnum):
    """What became of one file; ``remarked``: kept, though something in its row of the table was not understood."""

    KEPT = "kept"
    REMARKED = "remarked"
    THERE = "there"
    REFUSED = "refused"


class OutputImport(Model):
    """A ZIP brought into a meeting. ``total`` files in it, ``done`` of them dealt with; the ZIP goes when all are."""

    __tablename__ = "output_imports"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"), index=True)
    file_name: Mapped[str] = mapped_column(String(200))
    storage_key: Mapped[str] = mapped_column(String(80), default="")
    size: Mapped[int] = mapped_column(BigInteger)
    values: Mapped[dict[str, Any]]
    state: Mapped[str] = mapped_column(String(8), default=ImportState.WAITING)
    problem: Mapped[str] = mapped_column(String(500), default="")
    total: Mapped[int] = mapped_column(default=0)
    done: Mapped[int] = mapped_column(default=0)
    begun_at: Mapped[datetime] = mapped_column(default=clock.now)
    ended_at: Mapped[datetime | None]


class ImportedFile(Model):
    """One file of an import, or one row of its table that names no file. ``number``: its place in the ZIP, from 1."""

    __tablename__ = "imported_files"

    import_id: Mapped[str] = mapped_column(ForeignKey("output_imports.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(String(300))
    outcome: Mapped[str] = mapped_column(String(8))
    why: Mapped[str] = mapped_column(String(500), default="")
    output_id: Mapped[str | None] = mapped_column(ForeignKey("outputs.id", ondelete="SET NULL"))
