"""How long the files of records are."""

from collections.abc import Iterable

from sqlalchemy import select

from infocus.core.db import db
from infocus.engines.search.port import Hit
from infocus.library.models import Document, DocumentRole, DocumentVersion, ReadingState

_READ_ROLES = (DocumentRole.OUTPUT, DocumentRole.PLAN, DocumentRole.ATTACHMENT)


def pages_of(hits: Iterable[Hit]) -> dict[str, int]:
    """Record id → pages of its files together, each in its newest read version; one query."""
    ids = [hit.record for hit in hits if any(passage.page for passage in hit.passages)]
    if not ids:
        return {}
    asked = (
        select(Document.record_id, Document.id, DocumentVersion.pages)
        .join(DocumentVersion, DocumentVersion.document_id == Document.id)
        .where(Document.record_id.in_(ids), Document.removed_at.is_(None), Document.role.in_(_READ_ROLES))
        .where(DocumentVersion.state == ReadingState.READY)
        .order_by(DocumentVersion.number)
    )
    newest = {(record, document): pages for record, document, pages in db.session.execute(asked)}
    found: dict[str, int] = {}
    for (record, _document), pages in newest.items():
        found[record] = found.get(record, 0) + pages
    return found
