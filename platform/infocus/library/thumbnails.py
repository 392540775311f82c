"""The small picture of a file's first page: made by the worker once the file is read, so that no list waits for it.

Pages of PDFs and images are drawn. An office file is not: it shows the preview that was put inside when it was saved.
"""

from typing import Any

from infocus.core.db import db, unit_of_work
from infocus.core.errors import NotFound
from infocus.core.events import reacts_to
from infocus.core.outbox import enqueue, job
from infocus.engines.extraction.kinds import PREVIEWED
from infocus.library.events import FileRead
from infocus.library.images import has_pictures, take_preview, thumbnail
from infocus.library.models import Document, DocumentVersion

DRAW = "library.thumbnail"


@job(DRAW)
def draw(payload: dict[str, Any]) -> None:
    """Draw the first page of one version; a page that cannot be drawn leaves the list with the kind's mark."""
    with unit_of_work():
        version = db.session.get(DocumentVersion, payload["version"])
    if version is None:
        return
    try:
        if version.media_type in PREVIEWED:
            take_preview(version)
        elif has_pictures(version):
            thumbnail(version)
    except NotFound:
        return


@reacts_to(FileRead)
def draw_later(event: FileRead) -> None:
    """Have the picture made; text that came by OCR later changes no picture."""
    document = db.session.get(Document, event.document_id)
    version = document.version(event.number) if document else None
    if version is not None and not event.recognised and (has_pictures(version) or version.media_type in PREVIEWED):
        enqueue(DRAW, {"version": version.id}, key=f"{DRAW}:{version.id}")
