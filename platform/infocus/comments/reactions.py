"""Who hears of a comment: the person mentioned, the person answered, who answers for the record."""

from infocus.comments.addresses import comment_path
from infocus.comments.events import CommentAdded, CommentEdited, CommentRemoved
from infocus.comments.models import Comment
from infocus.core.db import db
from infocus.core.events import reacts_to
from infocus.notifications.services import notify, requote, untell
from infocus.records.answering import who_answers


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
    owner = who_answers(comment.record).owner
    if owner and owner not in told:
        _tell(comment, owner, "comment")


@reacts_to(CommentEdited)
def tell_newly_mentioned(event: CommentEdited) -> None:
    """Who is named only now hears of it now; who was told before reads the words that stand."""
    requote(event.comment.record_id, _anchor(event.comment), event.comment.text)
    _mentions(event.comment, event.mentioned)


@reacts_to(CommentRemoved)
def untell_people(event: CommentRemoved) -> None:
    """Words that were taken away stand in no list and go out in no mail."""
    untell(event.comment.record_id, _anchor(event.comment))


def _mentions(comment: Comment, people: frozenset[str]) -> None:
    for person_id in sorted(people):
        _tell(comment, person_id, "mention")


def _tell(comment: Comment, person_id: str, kind: str) -> None:
    notify(person_id, kind, comment.record, path=comment_path(comment), by=comment.author_id, quote=comment.text)


def _anchor(comment: Comment) -> str:
    """Where on its record's page a comment stands."""
    return f"#c-{comment.id}"
