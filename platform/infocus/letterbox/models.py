"""What came in by mail: which letters were seen, how they ended, and the files that wait for their sender."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.core import clock
from infocus.core.db import Id, Model
from infocus.core.ids import new_id
from infocus.meetings.models import Meeting


class Outcome(StrEnum):
    """What became of a mail. ``_Refused`` ones that a person should know of are answered with one letter."""

    COMMENT = "comment"
    FILES = "files"
    BOUNCE = "bounce"
    TWICE = "twice"
    AUTOMATIC = "automatic"
    FORGED = "forged"
    UNKNOWN = "unknown"
    BROKEN = "broken"
    TOO_LARGE = "too-large"
    EMPTY = "empty"
    TOO_LONG = "too-long"
    NO_FILES = "no-files"
    NOT_ALLOWED = "not-allowed"


class ReceivedLetter(Model):
    """A letter that was seen at one address: ``mark`` is of its Message-ID and the address, so twice is once."""

    __tablename__ = "received_letters"
    __table_args__ = (Index("ix_received_letters_person", "person_id", "at"),)

    mark: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))
    outcome: Mapped[str] = mapped_column(String(12))
    at: Mapped[datetime] = mapped_column(default=clock.now, index=True)


class LetterCount(Model):
    """How many letters ended so since the installation began."""

    __tablename__ = "letter_counts"

    outcome: Mapped[str] = mapped_column(String(12), primary_key=True)
    count: Mapped[int] = mapped_column(BigInteger, default=0)


class MeetingAddress(Model):
    """The address at which one person sends files to one meeting; ``key`` is a signature over the other columns."""

    __tablename__ = "meeting_addresses"

    key: Mapped[str] = mapped_column(String(32), primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"), index=True)
    meeting_id: Mapped[str] = mapped_column(ForeignKey("records.id", ondelete="CASCADE"), index=True)


class MailedFile(Model):
    """A file that came by mail and waits for its sender to say what it is. ``size`` in bytes."""

    __tablename__ = "mailed_files"
    __table_args__ = (Index("ix_mailed_files_waiting", "person_id", "meeting_id", "id"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"))
    meeting_id: Mapped[str] = mapped_column(ForeignKey("records.id", ondelete="CASCADE"), index=True)
    subject: Mapped[str] = mapped_column(String(200), default="")
    storage_key: Mapped[str] = mapped_column(String(80))
    file_name: Mapped[str] = mapped_column(String(200))
    media_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(default=clock.now, index=True)

    meeting: Mapped[Meeting] = relationship(lazy="joined", innerjoin=True)
