"""Reads behind the reader: a document, one page of it, and where in it a search is found; always for an actor."""

from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.ids import is_id
from infocus.core.permissions import Permission, allows
from infocus.engines.search.highlighting import Wanted
from infocus.library.marking import PageText, hits_by_page, wanted
from infocus.library.models import Document, DocumentPage, DocumentRole, DocumentVersion, ReadingState
from infocus.library.offload import offload


@dataclass(frozen=True, slots=True)
class PageHits:
    """A page with hits: how many are on it, and how many come before it."""

    number: int
    count: int
    before: int


@dataclass(frozen=True, slots=True)
class Finds:
    """Where a search is found in a version. ``at`` is the hit stood on (from 1), or 0 when the page has none."""

    pages: tuple[PageHits, ...]
    at: int = 0

    @property
    def total(self) -> int:
        """All hits."""
        return sum(page.count for page in self.pages)

    def page_of(self, hit: int) -> int | None:
        """The page a hit is on; ``None`` when there is no such hit."""
        return next((page.number for page in self.pages if page.before < hit <= page.before + page.count), None)

    def before_page(self, number: int) -> int:
        """How many hits come before a page."""
        return sum(page.count for page in self.pages if page.number < number)


@dataclass(frozen=True, slots=True)
class OpenPage:
    """A document opened at a page. ``page`` is ``None`` while nothing is read, ``finds`` without a search."""

    document: Document
    version: DocumentVersion
    number: int
    page: DocumentPage | None
    marks: Wanted | None
    finds: Finds | None


def get_document(actor: Actor, document_id: str | None) -> Document:
    """A document the actor may read. Raises ``NotFound`` otherwise, whatever the reason."""
    known = document_id is not None and is_id(document_id)
    document = (
        db.session.get(Document, document_id, options=[joinedload(Document.record, innerjoin=True)]) if known else None
    )
    if document is None or document.removed_at or not document.versions:
        raise NotFound
    if not allows(actor, Permission.READ_RECORD, document.record):
        raise NotFound
    if document.role == DocumentRole.SOURCE and actor.keys.isdisjoint(document.record.source_keys()):
        raise NotFound
    return document


def get_version(document: Document, number: int | None) -> DocumentVersion:
    """A version by its number, or the one readers are given. Raises ``NotFound``."""
    version = document.version(number)
    if version is None:
        raise NotFound
    return version


def documents_of(record_id: str) -> list[Document]:
    """The documents of a record with their versions, in their order, without its sources; two queries.

    Rights are the record's.
    """
    found = select(Document).where(
        Document.record_id == record_id, Document.removed_at.is_(None), Document.role != DocumentRole.SOURCE
    )
    return list(db.session.scalars(found.order_by(Document.position, Document.id)))


def open_page(
    actor: Actor, document: Document, version: DocumentVersion, page: int | None, query: str, hit: int | None = None
) -> OpenPage:
    """A document opened at ``page``, or at ``hit`` of a search (both from 1), or at its first hit, or at its beginning.

    Raises ``NotFound`` for a page the version does not have.
    """
    marks = wanted(query, actor.language) if query.strip() else None
    finds = _finds(version, query, actor.language, marks)
    number = page or (finds.page_of(hit or 1) if finds else None) or 1
    text = db.session.get(DocumentPage, (version.id, number))
    if text is None and not 1 <= number <= max(version.pages, 1):
        raise NotFound
    if finds is not None:
        finds = Finds(finds.pages, _standing(finds, number, hit))
    return OpenPage(document, version, number, text, marks, finds)


def _standing(finds: Finds, number: int, hit: int | None) -> int:
    """The hit stood on: the one asked for when it is on this page, else the page's first."""
    if hit and finds.page_of(hit) == number:
        return hit
    return next((page.before + 1 for page in finds.pages if page.number == number), 0)


def _finds(version: DocumentVersion, query: str, language: str, marks: Wanted | None) -> Finds | None:
    if marks is None:
        return None
    if version.state == ReadingState.READY:
        return _kept_finds(version.id, version.recognised, query, language)
    return _look(version.id, marks)


@lru_cache(maxsize=512)
def _kept_finds(version_id: str, recognised: int, query: str, language: str) -> Finds:
    """The text of a version that is read changes by OCR only, so its finds are kept from page to page."""
    marks = wanted(query, language)
    return Finds(()) if marks is None else _look(version_id, marks)


def _look(version_id: str, marks: Wanted) -> Finds:
    own = db.session.get_one(DocumentVersion, version_id).language
    columns = (DocumentPage.number, DocumentPage.text, DocumentPage.language)
    rows = db.session.execute(select(*columns).where(DocumentPage.version_id == version_id).order_by(columns[0]))
    pages = [PageText(number, text, language or own) for number, text, language in rows]
    found, before = [], 0
    for number, count in offload(lambda: hits_by_page(pages, marks)).items():
        found.append(PageHits(number, count, before))
        before += count
    return Finds(tuple(found))
