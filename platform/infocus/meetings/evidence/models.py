"""A package somebody asked for, and the files in it; their bytes stay where they are."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.core import clock
from infocus.core.db import Id, Model
from infocus.core.ids import new_id
from infocus.meetings.models import Meeting


class PackageState(StrEnum):
    """``failed``: who asked lost the right meanwhile, or what was asked about is gone."""

    WAITING = "waiting"
    CHECKING = "checking"
    READY = "ready"
    FAILED = "failed"


class Problem(StrEnum):
    """``missing``: not in the store; ``differs``: not the bytes that were uploaded; ``unmade``: a paper not set."""

    MISSING = "missing"
    DIFFERS = "differs"
    UNMADE = "unmade"


class EvidencePackage(Model):
    """One ZIP for one person. ``done`` of ``total`` files are checked; ``size`` is that of the ZIP once it is ready."""

    __tablename__ = "evidence_packages"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"), index=True)
    language: Mapped[str] = mapped_column(String(8))
    every_version: Mapped[bool] = mapped_column(default=False, server_default=false())
    state: Mapped[str] = mapped_column(String(8), default=PackageState.WAITING)
    total: Mapped[int] = mapped_column(default=0)
    done: Mapped[int] = mapped_column(default=0)
    size: Mapped[int] = mapped_column(BigInteger, default=0)
    withheld: Mapped[int] = mapped_column(default=0)
    asked_at: Mapped[datetime] = mapped_column(default=clock.now, index=True)
    ready_at: Mapped[datetime | None]

    meeting: Mapped[Meeting] = relationship()


class EvidenceFile(Model):
    """A file of a package, or a line of its manifest without one (``path`` empty: withheld).

    ``content`` holds what was made for the package; ``storage_key`` says where an uploaded file lies. ``size``, ``crc``
    and ``sha256`` are of the bytes that are there, once ``checked``. ``facts``: what the manifest says besides.
    """

    __tablename__ = "evidence_files"

    package_id: Mapped[str] = mapped_column(ForeignKey("evidence_packages.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    path: Mapped[str] = mapped_column(String(300), default="")
    storage_key: Mapped[str] = mapped_column(String(80), default="")
    content: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    record_id: Mapped[str | None] = mapped_column(ForeignKey("records.id", ondelete="CASCADE"), index=True)
    size: Mapped[int] = mapped_column(BigInteger, default=0)
    crc: Mapped[int] = mapped_column(BigInteger, default=0)
    sha256: Mapped[str] = mapped_column(String(64), default="")
    checked: Mapped[bool] = mapped_column(default=False, server_default=false())
    problem: Mapped[str] = mapped_column(String(8), default="")
    modified: Mapped[datetime] = mapped_column(default=clock.now)
    facts: Mapped[dict[str, Any]] = mapped_column(default=dict)

    @property
    def is_in(self) -> bool:
        """Whether the ZIP holds it."""
        return bool(self.path) and self.problem not in {Problem.MISSING, Problem.UNMADE}
