"""What a record's files put into the index: every page of the version that readers are given, in passages."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlalchemy import select

from infocus.core.db import db
from infocus.engines.search.port import Entry
from infocus.library.languages import language_within
from infocus.library.models import Document, DocumentPage, DocumentRole, ReadingState
from infocus.library.passages import passages
from infocus.library.urls import document_path
from infocus.records.entries import Facets, entry_of
from infocus.records.models import Record

_READ_ROLES = frozenset({DocumentRole.OUTPUT, DocumentRole.PLAN, DocumentRole.ATTACHMENT})


def record_entries(record: Record, text: str, facets: Facets | None = None) -> list[Entry]:
    """The entries of a record with files: its own text first, then its documents page by page.

    Author, standing, audience, places and state are the record's. A passage's heading is its page's, on the first
    passage of a document after the document's own title. A page without text (a scan) has no passage: it is found by
    its record, and a document without any by its title.
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
    title = document.title if document.title != record.title else ""
    pages = select(DocumentPage).where(DocumentPage.version_id == version.id).order_by(DocumentPage.number)
    number = first
    for page in db.session.scalars(pages).yield_per(100):
        main = page.language or version.language
        found = passages(page.text, main)
        for text in found:
            url = document_path(document, page=page.number)
            entry = entry_of(record, text, facets, number=number, url=url, page=page.number)
            language = language_within(text, main) if len(found) > 1 else main  # one passage: told when it was read
            yield replace(entry, heading=_heading(title if number == first else "", page.heading), language=language)
            number += 1
    if title and number == first:
        yield entry_of(record, title, facets, number=number, url=document_path(document, page=1), page=1)


def _heading(title: str, heading: str) -> str:
    """A document's title before its page's heading, where both say something of their own."""
    return " · ".join(dict.fromkeys(filter(None, (title, heading))))
