"""Work behind the pages: reading files, and noticing readings that nobody works on any more."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from infocus.core.db import db, unit_of_work
from infocus.core.outbox import OutboxRow, job
from infocus.core.schedule import periodic
from infocus.library.models import DocumentVersion, ReadingState
from infocus.library.ocr_jobs import RECOGNISE
from infocus.library.reading import read_version
from infocus.library.recognising import recognise_version
from infocus.library.services import READ

STOPPED = "stopped"
"""The reason of a version whose job gave up: not the file's fault; shown with a button to try again."""


@job(READ)
def read(payload: dict[str, Any]) -> None:
    """Read the text of one version."""
    read_version(payload["version"])


@job(RECOGNISE)
def recognise(payload: dict[str, Any]) -> None:
    """Read some scanned pages of one version by OCR."""
    recognise_version(payload["version"])


@periodic("library.stopped", timedelta(minutes=1))
def notice_stopped() -> None:
    """Versions that wait while no job for them waits become failed, so that people see it and can try again."""
    with unit_of_work():
        unread = select(DocumentVersion).where(DocumentVersion.state.in_([ReadingState.PENDING, ReadingState.READING]))
        jobs = select(OutboxRow).where(OutboxRow.kind == READ, OutboxRow.state == "waiting")
        waiting = {row.payload["version"] for row in db.session.scalars(jobs)}
        for version in db.session.scalars(unread):
            if version.id not in waiting:
                version.state, version.reason = ReadingState.FAILED, STOPPED
