"""What people watch."""

from datetime import timedelta

from infocus.core.db import db
from infocus.demo.content.watched import WATCHED, Watched
from infocus.demo.loading.book import Book
from infocus.notifications.watching.models import Watch

SINCE = timedelta(days=30)


def add_watches(book: Book) -> None:
    """Those of people who are in this network."""
    for each in WATCHED:
        subject_id = _subject_id(book, each)
        if each.person in book.people and subject_id:
            row = Watch(person_id=book.people[each.person].id, subject=each.what.partition(":")[0], how=each.how)
            row.subject_id, row.since = subject_id, book.now - SINCE
            db.session.add(row)
    db.session.flush()


def _subject_id(book: Book, each: Watched) -> str:
    subject, _colon, name = each.what.partition(":")
    match subject:
        case "network":
            return book.network.id
        case "partner":
            return book.partners[name].id if name in book.partners else ""
        case "theme":
            return name
        case _:
            return book.records[name].id if name in book.records else ""
