"""What a comment puts into the search index."""

from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import select

from infocus.comments.addresses import comment_path
from infocus.comments.models import Comment
from infocus.core import markup
from infocus.core.db import db
from infocus.engines.search.port import Entry, Standing
from infocus.records.entries import entry_of, indexes
from infocus.records.models import Record


def standing_ids() -> list[str]:
    """Ids of all comments that were not removed."""
    return list(db.session.scalars(select(Comment.id).where(Comment.removed_at.is_(None)).order_by(Comment.id)))


def on_records(records: Collection[str]) -> list[str]:
    """Ids of the comments on these records."""
    return list(db.session.scalars(select(Comment.id).where(Comment.record_id.in_(records))))


def present_audiences(comments: Collection[str]) -> dict[str, frozenset[str]]:
    """The present audience keys of these comments that stand on records that do; in one query."""
    found = select(Comment).join(Record).where(Comment.id.in_(sorted(comments)), Comment.removed_at.is_(None))
    standing = db.session.scalars(found.where(Record.removed_at.is_(None)))
    return {comment.id: comment.audience_keys() for comment in standing}


@indexes("comment", ids=standing_ids, attached=on_records, audience=present_audiences)
def comment_entries(comment_id: str) -> list[Entry] | None:
    """The one entry of a standing comment, titled as its record; ``None`` when it or the record is gone."""
    comment = db.session.get(Comment, comment_id)
    if comment is None or comment.removed_at or comment.record.removed_at:
        return None
    entry = entry_of(
        comment.record,
        markup.plain(comment.text),
        {"year": comment.created_at.year},
        url=comment_path(comment),
    )
    return [
        replace(
            entry,
            id=comment.id,
            record=comment.id,
            type="comment",
            summary="",
            author=comment.author_id,
            standing=Standing.USUAL,  # a word said about a record is not vouched for with it, nor out of date
            language=comment.language,
            audience=comment.audience_keys(),
            state="open" if comment.resolved_at is None else "resolved",
            updated_at=comment.edited_at or comment.created_at,
        )
    ]
