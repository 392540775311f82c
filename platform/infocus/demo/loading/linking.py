"""Links of the demo's practices, once everything they lead to is stored."""

from infocus.core.db import db
from infocus.demo.content.linked import LINKS
from infocus.demo.loading.book import Book
from infocus.demo.loading.trusting import approve_files
from infocus.records.links import RecordLink


def link_practices(book: Book) -> None:
    """Link the practices of one network; what managers approved has its links."""
    for key, targets in LINKS.items():
        practice = book.records.get(f"practice:{key}")
        if practice is None:
            continue
        for target in targets:
            record = book.records[target]
            at = max(practice.created_at, record.created_at)
            db.session.add(RecordLink(record_id=practice.id, target_id=record.id, by_id=practice.author_id, at=at))
        db.session.flush()
        approve_files(practice.id)
