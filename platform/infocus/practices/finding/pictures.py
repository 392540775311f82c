"""The first picture of each practice of a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from infocus.core.db import db
from infocus.library.models import Document, DocumentRole, DocumentVersion


@dataclass(frozen=True, slots=True)
class FirstPicture:
    """A picture's document, its newest version's number, and what it shows in words."""

    document_id: str
    version: int
    alt: str


def first_pictures(record_ids: Sequence[str]) -> dict[str, FirstPicture]:
    """Record id → its first picture, in one query; rights are the record's."""
    if not record_ids:
        return {}
    shown = (
        select(Document.record_id, Document.id, func.max(DocumentVersion.number), Document.alt)
        .join(DocumentVersion, DocumentVersion.document_id == Document.id)
        .where(Document.record_id.in_(record_ids), Document.role == DocumentRole.IMAGE, Document.removed_at.is_(None))
        .group_by(Document.record_id, Document.id, Document.alt, Document.position)
        .order_by(Document.position, Document.id)
    )
    first: dict[str, FirstPicture] = {}
    for record_id, document_id, version, alt in db.session.execute(shown):
        first.setdefault(record_id, FirstPicture(document_id, version, alt))
    return first
