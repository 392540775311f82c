"""A file on its way: what is known of it, and the pieces that are here. What guesses stand in an output."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from infocus.core import clock
from infocus.core.db import Id, Model
from infocus.core.ids import new_id


class Purpose(StrEnum):
    """What becomes of the file."""

    OUTPUT = "output"
    IMPORT = "import"


class ArrivalState(StrEnum):
    """``kept``: it became what it was sent for (``target``); ``refused``: it did not, and ``why`` says the reason."""

    ARRIVING = "arriving"
    KEPT = "kept"
    REFUSED = "refused"


class ArrivingFile(Model):
    """A file that is being sent. ``length`` is its size, ``arrived`` how much of it is here, both in bytes."""

    __tablename__ = "arriving_files"
    __table_args__ = (
        Index("ix_arriving_files_person", "person_id", "state"),
        Index("ix_arriving_files_touched", "touched_at"),
    )

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"))
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), index=True)
    purpose: Mapped[str] = mapped_column(String(8), default=Purpose.OUTPUT)
    file_name: Mapped[str] = mapped_column(String(200))
    length: Mapped[int] = mapped_column(BigInteger)
    arrived: Mapped[int] = mapped_column(BigInteger, default=0)
    values: Mapped[dict[str, Any]]
    state: Mapped[str] = mapped_column(String(8), default=ArrivalState.ARRIVING)
    why: Mapped[str] = mapped_column(String(500), default="")
    target: Mapped[str] = mapped_column(String(300), default="")
    begun_at: Mapped[datetime] = mapped_column(default=clock.now)
    touched_at: Mapped[datetime] = mapped_column(default=clock.now)


class ArrivingPiece(Model):
    """The bytes from ``start`` on, as one file of the store. Two that begin at one place cannot both be kept."""

    __tablename__ = "arriving_pieces"

    file_id: Mapped[str] = mapped_column(ForeignKey("arriving_files.id", ondelete="CASCADE"), primary_key=True)
    start: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    size: Mapped[int] = mapped_column(BigInteger)
    storage_key: Mapped[str] = mapped_column(String(80))


class OutputGuess(Model):
    """What nobody said of an output and the file's text may say better, until its text is read or somebody edits it."""

    __tablename__ = "output_guesses"

    output_id: Mapped[str] = mapped_column(ForeignKey("outputs.id", ondelete="CASCADE"), primary_key=True)
    title: Mapped[bool] = mapped_column(default=False)
    language: Mapped[bool] = mapped_column(default=False)
