"""Reading scanned pages by OCR: after the file is read, some pages a job, so that nothing else has to wait for it."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlalchemy import Select, func, select

from infocus.core.changes import changed
from infocus.core.db import db, unit_of_work
from infocus.core.events import emit
from infocus.engines.bound import engines
from infocus.engines.extraction.kinds import IMAGES
from infocus.engines.extraction.ocr.languages import chosen
from infocus.engines.extraction.ocr.tesseract import NoText, Unrecognised, installed, recognise
from infocus.engines.extraction.port import Picture, Unreadable
from infocus.engines.extraction.render import reencode_image, scan_pages
from infocus.engines.search.language import passage_language
from infocus.library.events import FileRead
from infocus.library.models import DocumentPage, DocumentVersion, ReadingState
from infocus.library.ocr_jobs import recognise_later

DPI = 200
SECONDS = 20.0
"""A job ends after so long, and the next one goes on: mails and other files have their turn."""
PAGES = 20
SIDE = 4000
"""Pixels of the longer side of an uploaded picture: A4 at 340 dots an inch."""
READ = "read"


def recognise_version(version_id: str) -> None:
    """Read the next scanned pages of a version; a page is stored at once, so a killed job loses at most one.

    Raises what the store or the database raises; the outbox tries again.
    """
    with unit_of_work():
        version = db.session.get(DocumentVersion, version_id)
        if version is None or version.state != ReadingState.READY:
            return
        numbers = _waiting(version)
        key, media_type = version.storage_key, version.media_type
        languages = chosen(version.document.language, version.document.record.language, installed())
    begun, last = time.monotonic(), 0
    with engines().storage.path(key) as path:
        for number, picture in _pictures(path, media_type, numbers):
            _store(version_id, number, *_text(picture, languages))
            last = number
            if time.monotonic() - begun > SECONDS:
                break
    _go_on_or_end(version_id, last)


def _waiting(version: DocumentVersion) -> Sequence[int]:
    """The next pages that were not tried yet; an uploaded picture gets its one page here."""
    if version.media_type in IMAGES and db.session.get(DocumentPage, (version.id, 1)) is None:
        db.session.add(DocumentPage(version_id=version.id, number=1, label="1", scanned=True))
        version.pages = version.pages_read = 1
        db.session.flush()
    return db.session.scalars(_untried(version.id).order_by(DocumentPage.number).limit(PAGES)).all()


def _untried(version_id: str) -> Select[int]:
    untried = select(DocumentPage.number).where(DocumentPage.version_id == version_id, DocumentPage.scanned)
    return untried.where(DocumentPage.ocr == "")


def _pictures(path: Path, media_type: str, numbers: Sequence[int]) -> Iterator[tuple[int, Picture | None]]:
    """Each page with its picture; ``None`` for the page at which drawing failed."""
    given = 0
    try:
        if numbers and media_type in IMAGES:
            yield 1, reencode_image(path, SIDE)
        elif numbers:
            for picture in scan_pages(path, numbers, DPI):
                given += 1
                yield picture.number, picture
    except Unreadable:
        yield numbers[given], None


def _text(picture: Picture | None, languages: Sequence[str]) -> tuple[str, str]:
    """The text, and what to note of it."""
    if picture is None:
        return "", NoText.BROKEN
    try:
        return recognise(picture.data, languages, DPI), READ
    except Unrecognised as error:
        return "", error.reason


def _store(version_id: str, number: int, text: str, note: str) -> None:
    with unit_of_work():
        page = db.session.get(DocumentPage, (version_id, number))
        version = db.session.get(DocumentVersion, version_id)
        if page is None or version is None:  # read again, or removed meanwhile
            return
        page.ocr = note
        if text:
            page.text, page.scanned, page.language = text, False, passage_language(text)
            version.language = version.language or page.language
            version.recognised += 1


def _go_on_or_end(version_id: str, last: int) -> None:
    """Another job while pages wait; at the end the record is indexed again."""
    with unit_of_work():
        version = db.session.get(DocumentVersion, version_id)
        if version is None:
            return
        if last and db.session.scalar(select(func.count()).select_from(_untried(version_id).subquery())):
            recognise_later(version, after=last)
        elif version.recognised:
            record = version.document.record
            changed(record.type, record.id)
            emit(FileRead(record.type, record.id, version.document_id, version.number, version.recognised))
