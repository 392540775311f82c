"""What people were told at the time. All but the newest two of each person count as read, and none is mailed again."""

from collections import Counter
from datetime import datetime

from sqlalchemy import select

from infocus.comments.addresses import comment_path
from infocus.comments.models import Comment
from infocus.core.db import db
from infocus.demo.content import shapes
from infocus.demo.loading.book import Book, id_at
from infocus.notifications.models import Notification
from infocus.practices.models import Practice
from infocus.practices.transfers.models import Stage, Transfer
from infocus.practices.transfers.reactions import KINDS
from infocus.records.models import Record
from infocus.records.urls import record_path
from infocus.reviews.models import Review

UNREAD = 2


def add_notices(book: Book, content: shapes.DemoNetwork, comments: list[Comment]) -> None:
    """Everything that would have been told, by time."""
    rows = [*_of_comments(comments), *_of_opinions(book, content), *_of_adoptions(book), *_of_reviews(book)]
    unread: Counter[str] = Counter()
    for row in sorted(rows, key=lambda each: each.created_at, reverse=True):
        row.id, row.mailed_at = id_at(row.created_at), row.created_at
        unread[row.person_id] += 1
        row.read_at = row.created_at if unread[row.person_id] > UNREAD else None
        db.session.add(row)
    db.session.flush()


def _row(person_id: str, kind: str, record: Record, at: datetime, by: str | None, quote: str = "") -> Notification:
    return Notification(
        person_id=person_id,
        kind=kind,
        record_id=record.id,
        path=record_path(record),
        by_id=by,
        quote=quote[:240],
        created_at=at,
    )


def _of_comments(comments: list[Comment]) -> list[Notification]:
    """As ``comments.reactions`` tells: who is named, else who is answered, and the record's author."""
    authors = {comment.id: comment.author_id for comment in comments}
    rows = []
    for comment in comments:
        reasons = {comment.record.author_id: "comment", authors.get(comment.reply_to or ""): "reply"}
        reasons |= {mention.person_id: "mention" for mention in comment.mentions}
        for person_id, kind in reasons.items():
            if person_id and person_id != comment.author_id:
                row = _row(person_id, kind, comment.record, comment.created_at, comment.author_id, comment.text)
                row.path = comment_path(comment)
                rows.append(row)
    return rows


def _of_opinions(book: Book, content: shapes.DemoNetwork) -> list[Notification]:
    kinds = {"changes": "changes-asked", "valid": "practice-validated"}
    rows = []
    for practice in content.practices:
        record = book.records[f"practice:{practice.key}"]
        coordinator = book.people.get(f"coordinator@{practice.partner}.example")
        owners = {record.author_id, coordinator.id if coordinator else None} - {None}
        for opinion in practice.opinions:
            by = book.people[opinion.expert].id
            rows += [
                _row(str(owner), kinds[opinion.verdict], record, opinion.at, by, opinion.text)
                for owner in sorted(map(str, owners))
            ]
    return rows + _of_submitted(book, content)


def _of_submitted(book: Book, content: shapes.DemoNetwork) -> list[Notification]:
    """The experts hear of what waits for them."""
    experts = [person.email for person in content.people if {role.role for role in person.roles} & {"expert", "adhoc"}]
    waiting = [book.records[f"practice:{each.key}"] for each in content.practices if each.state == "submitted"]
    return [
        _row(book.people[email].id, "practice-submitted", practice, practice.submitted_at, practice.author_id)
        for practice in waiting
        if isinstance(practice, Practice) and practice.submitted_at is not None
        for email in experts
    ]


def _of_adoptions(book: Book) -> list[Notification]:
    """The author hears which cities take a practice over."""
    practices = {record.id: record for record in book.records.values() if isinstance(record, Practice)}
    rows = []
    for each in db.session.scalars(select(Transfer).where(Transfer.practice_id.in_(practices))).unique():
        practice = practices[each.practice_id]
        kind = KINDS.get(Stage(each.state), "practice-adopted")
        row = _row(str(practice.author_id), kind, practice, each.created_at, each.marked_by, each.note)
        row.path = f"{row.path}{each.place}"
        rows.append(row)
    return rows


def _of_reviews(book: Book) -> list[Notification]:
    rows = []
    for review in book.records.values():
        if isinstance(review, Review):
            invited = {seat.person_id for seat in review.panel} - {review.author_id}
            rows += [
                _row(person, "review-invited", review, review.created_at, review.author_id)
                for person in sorted(invited)
            ]
    return rows
