"""Who hears of a comment: the person mentioned, the person answered, the owner of the record."""

from infocus.comments.events import CommentAdded, CommentEdited
from infocus.comments.models import Comment
from infocus.core.db import db
from infocus.core.events import reacts_to
from infocus.notifications.services import notify
from infocus.records.urls import record_path


@reacts_to(CommentAdded)
def tell_people(event: CommentAdded) -> None:
    """One notification a person, for the strongest reason."""
    comment = event.comment
    told = {comment.author_id} | event.mentioned
    _mentions(comment, event.mentioned)
    answered = db.session.get(Comment, comment.reply_to) if comment.reply_to else None
    if answered is not None and answered.author_id not in told:
        _tell(comment, answered.author_id, "reply")
        told.add(answered.author_id)
    owner = comment.record.author_id
    if owner and owner not in told:
        _tell(comment, owner, "comment")


@reacts_to(CommentEdited)
def tell_newly_mentioned(event: CommentEdited) -> None:
    """Who is named only now hears of it now."""
    _mentions(event.comment, event.mentioned)


def _mentions(comment: Comment, people: frozenset[str]) -> None:
    for person_id in sorted(people):
        _tell(comment, person_id, "mention")


def _tell(comment: Comment, person_id: str, kind: str) -> None:
    path = f"{record_path(comment.record)}#c-{comment.id}"
    notify(person_id, kind, comment.record, path=path, by=comment.author_id, quote=comment.text)
