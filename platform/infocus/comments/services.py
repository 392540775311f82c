"""Write, change, remove and resolve comments."""

from typing import Any

from flask_babel import gettext as _

from infocus.comments.events import CommentAdded, CommentEdited, CommentRemoved
from infocus.comments.mentions import find_mentions
from infocus.comments.models import TEXT_LIMIT, Comment, CommentMention
from infocus.comments.passages.services import place_first
from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.changes import changed
from infocus.core.db import db
from infocus.core.errors import Invalid, NotFound, Stale
from infocus.core.events import emit
from infocus.core.ids import is_id, new_id
from infocus.core.permissions import Permission, require
from infocus.core.text import clean
from infocus.records.models import Record


def add_comment(
    actor: Actor, record: Record, text: str, *, reply_to: str | None = None, anchor: dict[str, Any] | None = None
) -> Comment:
    """Comment on a record, or answer a comment on it.

    Raises:
        NotFound, NotAllowed: the record may not be read, or not commented on.
        Invalid: the text is empty or too long, or ``reply_to`` is no comment on this record.
    """
    require(actor, Permission.COMMENT, record)
    parent = _parent(record, reply_to)
    own_id = new_id()
    comment = Comment(
        id=own_id,
        record_id=record.id,
        record=record,
        thread_id=parent.thread_id if parent else own_id,
        reply_to=reply_to,
        author_id=actor.person,
        partner_id=actor.partner_in(record.network_id),
        text=_checked(text),
        anchor=anchor,
        created_at=clock.now(),
    )
    db.session.add(comment)
    mentioned = _note_mentions(comment)
    db.session.flush()
    place_first(comment)
    changed("comment", comment.id)
    emit(CommentAdded(comment, mentioned))
    return comment


def edit_comment(actor: Actor, comment: Comment, text: str, *, expected: int | None = None) -> Comment:
    """Change the words of one's own comment. Raises ``Stale`` when ``expected`` is not the present version."""
    require(actor, Permission.EDIT_COMMENT, comment)
    if expected is not None and comment.version != expected:
        raise Stale
    text = _checked(text)
    if text == comment.text:
        return comment
    comment.text, comment.edited_at = text, clock.now()
    new = _note_mentions(comment)
    db.session.flush()
    changed("comment", comment.id)
    emit(CommentEdited(comment, new))
    return comment


def remove_comment(actor: Actor, comment: Comment) -> None:
    """Take the words away and leave the trace that something was said."""
    require(actor, Permission.REMOVE_COMMENT, comment)
    comment.text, comment.anchor, comment.removed_at = "", None, clock.now()
    comment.mentions.clear()
    db.session.flush()
    changed("comment", comment.id, narrowed=True)
    emit(CommentRemoved(comment))


def resolve_thread(actor: Actor, comment: Comment, *, done: bool = True) -> Comment:
    """Mark the thread of ``comment`` as settled, or open it again; returns its first comment."""
    first = db.session.get(Comment, comment.thread_id) or comment
    require(actor, Permission.RESOLVE_COMMENT, first)
    first.resolved_at = clock.now() if done else None
    first.resolved_by_id = actor.person if done else None
    db.session.flush()
    return first


def _checked(text: str) -> str:
    try:
        text = clean(text)
    except ValueError:
        raise Invalid({"text": _("This text holds control characters; please type it again.")}) from None
    if not text:
        raise Invalid({"text": _("Write something first.")})
    if len(text) > TEXT_LIMIT:
        raise Invalid({"text": _("%(length)s characters; %(most)s fit.", length=len(text), most=TEXT_LIMIT)})
    return text


def _parent(record: Record, reply_to: str | None) -> Comment | None:
    if reply_to is None:
        return None
    parent = db.session.get(Comment, reply_to) if is_id(reply_to) else None
    if parent is None or parent.record_id != record.id:
        raise NotFound
    return parent


def _note_mentions(comment: Comment) -> frozenset[str]:
    """Bring the mention rows in line with the words; returns the ids that are new."""
    found = find_mentions(comment.text, comment.record)
    before = {row.person_id for row in comment.mentions}
    comment.mentions = [CommentMention(person_id=person_id, name=name) for person_id, name in found.items()]
    return frozenset(found.keys() - before - {comment.author_id})
