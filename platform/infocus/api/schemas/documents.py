"""Files: what is known of them, and the text of their pages."""

from collections.abc import Iterable, Sequence
from typing import Annotated

from pydantic import Field
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from infocus.api.schemas.base import Shown, Typed
from infocus.api.schemas.records import Instant
from infocus.core.db import db
from infocus.core.web.links import base_url
from infocus.library.models import Document, DocumentPage, DocumentRole, DocumentVersion
from infocus.library.urls import document_path, shown_title

Number = Annotated[int, Field(ge=1, le=999_999)]


class VersionShape(Shown):
    """One uploaded file of a document."""

    number: int
    file_name: str
    media_type: str
    size: int
    state: str
    note: str
    created_at: Instant


class DocumentShape(Shown):
    """A file. The ``state`` of ``version`` is ``pending``, ``reading``, ``ready`` or ``failed`` (``reason`` says why).

    ``url`` is the reader's page, ``file`` and ``text`` are addresses of this interface.
    """

    id: str
    type: str = "document"
    record: str
    record_type: str
    role: str
    title: str
    alt: str
    language: str
    url: str
    file: str
    text: str
    version: int
    file_name: str
    media_type: str
    size: int
    state: str
    reason: str | None
    pages: int
    pages_read: int
    truncated: bool
    versions: list[VersionShape]


class FileQuery(Typed):
    """Which version of a file; without one, the newest."""

    version: Number | None = None


class TextQuery(Typed):
    """Which page; without a version, the one readers are given."""

    page: Number = 1
    version: Number | None = None


class PageShape(Shown):
    """The text of one page, slide or section."""

    document: str
    version: int
    page: int
    pages: int
    label: str
    heading: str
    text: str
    language: str
    scanned: bool
    url: str


def document_shape(document: Document) -> DocumentShape:
    """A document with its versions; the state is that of the newest."""
    newest = document.latest
    here = f"{base_url()}/api/v1/documents/{document.id}"
    return DocumentShape(
        id=document.id,
        record=document.record_id,
        record_type=document.record.type,
        role=document.role,
        title=shown_title(document),
        alt=document.alt,
        language=newest.language or document.language,
        url=base_url() + document_path(document),
        file=f"{here}/file",
        text=f"{here}/text",
        version=newest.number,
        file_name=newest.file_name,
        media_type=newest.media_type,
        size=newest.size,
        state=newest.state,
        reason=newest.reason or None,
        pages=newest.pages,
        pages_read=newest.pages_read,
        truncated=newest.truncated,
        versions=[VersionShape.model_validate(version) for version in document.versions],
    )


def page_shape(document: Document, version: DocumentVersion, page: DocumentPage) -> PageShape:
    """A page's text with its place."""
    return PageShape(
        document=document.id,
        version=version.number,
        page=page.number,
        pages=version.pages,
        label=page.label,
        heading=page.heading,
        text=page.text,
        language=page.language or version.language,
        scanned=page.scanned,
        url=base_url() + document_path(document, page=page.number, version=version.number),
    )


def documents_by_record(record_ids: Sequence[str]) -> dict[str, list[DocumentShape]]:
    """Record id → its documents in their order; two queries for any number of records."""
    found = select(Document).where(
        Document.record_id.in_(record_ids), Document.removed_at.is_(None), Document.role != DocumentRole.SOURCE
    )
    rows: Iterable[Document] = (
        db.session.scalars(found.order_by(Document.position, Document.id).options(joinedload(Document.record))).unique()
        if record_ids
        else ()
    )
    grouped: dict[str, list[DocumentShape]] = {record_id: [] for record_id in record_ids}
    for row in rows:
        grouped[row.record_id].append(document_shape(row))
    return grouped
