"""Comments in their threads, with the passages they are about."""

from datetime import timedelta

from infocus.comments.mentions import find_mentions
from infocus.comments.models import Comment, CommentMention
from infocus.core.changes import changed
from infocus.core.db import db
from infocus.demo.content import happenings as shapes
from infocus.demo.loading.book import Book, id_at

SETTLED_AFTER = timedelta(days=2)


def add_comments(book: Book, comments: tuple[shapes.Comment, ...]) -> list[Comment]:
    """Every comment, oldest first. An anchor into a file gets its document when that is made (``demo.jobs``)."""
    known: dict[str, Comment] = {}
    for each in sorted(comments, key=lambda comment: comment.at):
        record = book.records[each.on]
        answered = known.get(each.reply_to)
        own_id = id_at(each.at)
        comment = Comment(
            id=own_id,
            record_id=record.id,
            record=record,
            thread_id=answered.thread_id if answered else own_id,
            reply_to=answered.id if answered else None,
            author_id=book.people[each.author].id,
            partner_id=book.homes[each.author].id if each.author in book.homes else None,
            text=each.text,
            language=each.language,
            anchor=_anchor(each),
            created_at=each.at,
        )
        if each.resolved:
            comment.resolved_at = each.at + SETTLED_AFTER
            comment.resolved_by_id = record.author_id
        mentioned = find_mentions(each.text, record)
        comment.mentions = [CommentMention(person_id=person, name=name) for person, name in mentioned.items()]
        db.session.add(comment)
        db.session.flush()
        changed("comment", comment.id)
        known[each.key] = comment
    return list(known.values())


def _anchor(each: shapes.Comment) -> dict[str, object] | None:
    if not each.quote:
        return None
    place = {"document": "", "version": 1, "page": each.page} if each.page else {}
    return {**place, "quote": each.quote, "prefix": "", "suffix": ""}
