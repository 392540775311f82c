"""What a record's files put into the index: every page of the version that readers are given, in passages."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlalchemy import select

from infocus.core.db import db
from infocus.engines.search.port import Entry
from infocus.library.models import Document, DocumentPage, DocumentRole, ReadingState
from infocus.library.passages import passages
from infocus.library.urls import document_path
from infocus.records.entries import Facets, entry_of
from infocus.records.models import Record

_READ_ROLES = frozenset({DocumentRole.OUTPUT, DocumentRole.PLAN, DocumentRole.ATTACHMENT})


def record_entries(record: Record, text: str, facets: Facets | None = None) -> list[Entry]:
    """The entries of a record with files: its own text first, then its documents page by page.

    Audience, places and state are the record's; a page's language is the one found on it, else the document's.
    """
    entries = [entry_of(record, text, facets)]
    for document in _documents(record.id):
        entries.extend(_document_entries(record, document, facets, first=len(entries)))
    return entries


def _documents(record_id: str) -> Iterable[Document]:
    found = select(Document).where(Document.record_id == record_id, Document.removed_at.is_(None))
    return db.session.scalars(found.where(Document.role.in_(_READ_ROLES)).order_by(Document.position, Document.id))


def _document_entries(record: Record, document: Document, facets: Facets | None, first: int) -> Iterator[Entry]:
    version = document.shown if document.versions else None
    if version is None or version.state != ReadingState.READY:
        return
    pages = select(DocumentPage).where(DocumentPage.version_id == version.id).order_by(DocumentPage.number)
    number = first
    for page in db.session.scalars(pages).yield_per(100):
        for text in passages(page.text):
            url = document_path(document, page=page.number)
            above = [document.title if number == first else "", page.heading]
            entry = entry_of(record, _under(above, text), facets, number=number, url=url, page=page.number)
            yield replace(entry, language=page.language or version.language)
            number += 1


def _under(headings: Iterable[str], text: str) -> str:
    """A passage under its document's title and its page's heading, so that it is found by them, too."""
    return "\n".join([*(line for line in headings if line and not text.startswith(line)), text])
