"""Reading the text of a version: page after page from the child process into the database, seen while it goes on."""

import time
from collections import Counter
from dataclasses import replace

from flask import current_app
from sqlalchemy import delete, insert, select

from infocus.core.changes import changed
from infocus.core.db import db, unit_of_work
from infocus.core.events import emit
from infocus.core.outbox import OutboxRow, keep_lease
from infocus.engines.bound import engines
from infocus.engines.extraction.port import Item, Limits, Page, Progress, Truncated, Unreadable
from infocus.engines.extraction.reader import read_pages
from infocus.engines.search.language import passage_language
from infocus.library.events import FileRead
from infocus.library.models import DocumentPage, DocumentVersion, ReadingState
from infocus.library.ocr_jobs import recognise_later
from infocus.library.services import reading_key
from infocus.settings import Settings

PAGES = 25
SECONDS = 1.0
"""Pages are stored so many at a time, or so often: what a reader sees moves, and few transactions are needed."""


def read_version(version_id: str) -> None:
    """Read one version from its first page; a reading that was cut off begins again. A file at fault ends as failed.

    Raises what the store or the database raises; the outbox tries again.
    """
    with unit_of_work():
        version = db.session.get(DocumentVersion, version_id)
        if version is None or version.state in {ReadingState.READY, ReadingState.FAILED}:
            return
        db.session.execute(delete(DocumentPage).where(DocumentPage.version_id == version_id))
        version.state, version.pages_read, version.truncated = ReadingState.READING, 0, False
        version.recognised = 0
        key, media_type = version.storage_key, version.media_type
    reading = _Reading(version_id)
    settings: Settings = current_app.extensions["infocus.settings"]
    limits = replace(Limits(), max_pages=settings.max_pages)
    try:
        with engines().storage.path(key) as path:
            for item in read_pages(path, media_type, limits):
                reading.take(item)
    except Unreadable as error:
        reading.end(error.reason.value)
    else:
        reading.end("")


class _Reading:
    """One reading under way: gathers pages and stores them in batches, each in a unit of work of its own."""

    def __init__(self, version_id: str) -> None:
        self._id = version_id
        self._rows: list[dict[str, object]] = []
        self._stored_at = time.monotonic()
        self._languages: Counter[str] = Counter()
        self._pages = 0
        self._truncated = False
        self._scanned = False

    def take(self, item: Item) -> None:
        """Take what the child says."""
        if isinstance(item, Progress):
            self._pages = item.total
            self._store()
        elif isinstance(item, Truncated):
            self._truncated = True
        else:
            self._rows.append(self._row(item))
            if len(self._rows) >= PAGES or time.monotonic() - self._stored_at > SECONDS:
                self._store()

    def end(self, reason: str) -> None:
        """Store the rest and the final state; the record is indexed again."""
        with unit_of_work():
            version = self._write()
            if version is None:
                return
            version.reason, version.truncated = reason, self._truncated
            version.state = ReadingState.FAILED if reason else ReadingState.READY
            if self._languages:
                version.language = version.document.language or self._languages.most_common(1)[0][0]
            if self._scanned and not reason:
                recognise_later(version)
            record = version.document.record
            changed(record.type, record.id)
            if not reason:
                emit(FileRead(record.type, record.id, version.document_id, version.number, 0))

    def _row(self, page: Page) -> dict[str, object]:
        language = passage_language(page.text)
        self._scanned = self._scanned or page.scanned
        if language:
            self._languages[language] += len(page.text)
        return {
            "version_id": self._id,
            "number": page.number,
            "label": page.label[:40],
            "heading": page.heading[:300],
            "text": page.text,
            "scanned": page.scanned,
            "language": language,
        }

    def _store(self) -> None:
        with unit_of_work():
            self._write()
            row = db.session.scalar(select(OutboxRow.id).where(OutboxRow.key == reading_key(self._id)))
            if row:
                keep_lease(row)

    def _write(self) -> DocumentVersion | None:
        version = db.session.get(DocumentVersion, self._id)
        if version is not None:
            if self._rows:
                db.session.execute(insert(DocumentPage), self._rows)
            version.pages = max(self._pages, version.pages_read + len(self._rows))
            version.pages_read += len(self._rows)
        self._rows, self._stored_at = [], time.monotonic()
        return version
