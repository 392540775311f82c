"""Who watches a record hears of a new version of its file, once its text can be read."""

from infocus.core.db import db
from infocus.core.events import reacts_to
from infocus.library.events import FileRead
from infocus.library.models import Document
from infocus.notifications.services import tell_watchers


@reacts_to(FileRead)
def tell_of_version(event: FileRead) -> None:
    """A later version is told; what OCR adds to one is no news, and neither is the first: that is the record's own."""
    document = db.session.get(Document, event.document_id)
    if document is None or document.removed_at is not None or event.number < 2 or event.recognised:
        return
    added_by = next((each.uploaded_by for each in document.versions if each.number == event.number), None)
    tell_watchers(document.record, "watch-version", by=added_by)
