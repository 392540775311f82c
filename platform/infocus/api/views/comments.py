"""Comments on records."""

from typing import Any

from flask import Response

from infocus.api.answers import answer, next_url
from infocus.api.operations import operation
from infocus.api.requests import check_match
from infocus.api.schemas.comments import (
    Anchor,
    CommentChanges,
    CommentQuery,
    CommentShape,
    NewComment,
    comment_shapes,
)
from infocus.api.schemas.records import Listed
from infocus.comments import queries, services
from infocus.comments.models import Comment
from infocus.comments.passages.finding import Words
from infocus.core.db import db, unit_of_work
from infocus.core.errors import Invalid, NotAllowed, NotFound
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.library.beside.anchoring import anchored
from infocus.library.reader import documents_of, get_version
from infocus.records.models import Record
from infocus.records.queries import get_record


@operation("GET", "/comments", query=CommentQuery, shape=Listed[CommentShape])
@requires(Permission.READ_RECORD)
def list_comments(query: CommentQuery) -> Response:
    """The comments on a record, newest first; for members of its network."""
    actor, record = current_actor(), _record(query.on)
    if not actor.roles(record.network_id):
        raise NotAllowed
    page = queries.list_comments(actor, record, cursor=query.cursor, limit=query.limit)
    return answer(Listed[CommentShape](items=comment_shapes(page.items), next=next_url(page.next)))


@operation("POST", "/comments", body=NewComment, shape=CommentShape, status=201)
@requires(Permission.COMMENT)
def add_comment(body: NewComment) -> Response:
    """Comment on a record, on a passage of its file, or answer a comment."""
    with unit_of_work():
        record = _record(body.on)
        anchor = _anchor(record, body.anchor)
        made = services.add_comment(current_actor(), record, body.text, reply_to=body.reply_to, anchor=anchor)
        return _answer(made, 201)


@operation("PATCH", "/comments/<record_id:comment_id>", body=CommentChanges, shape=CommentShape, matches=True)
@requires(Permission.EDIT_COMMENT)
def change_comment(comment_id: str, body: CommentChanges) -> Response:
    """Change the words of your own comment."""
    with unit_of_work():
        comment = queries.get_comment(current_actor(), comment_id)
        check_match(comment.version)
        return _answer(services.edit_comment(current_actor(), comment, body.text))


@operation("DELETE", "/comments/<record_id:comment_id>", status=204, matches=True)
@requires(Permission.REMOVE_COMMENT)
def remove_comment(comment_id: str) -> Response:
    """Take the words away; the trace stays."""
    with unit_of_work():
        comment = queries.get_comment(current_actor(), comment_id)
        check_match(comment.version)
        services.remove_comment(current_actor(), comment)
        return answer(None)


def _record(on: str) -> Record:
    kind, _sign, record_id = on.partition(":")
    record = get_record(current_actor(), record_id, Record)
    if record.type != kind:
        raise NotFound
    return record


def _anchor(record: Record, anchor: Anchor | None) -> dict[str, Any] | None:
    """The passage as it is kept, in the words of the file; of a record without files as it was sent.

    Raises ``NotFound`` for a file or version the record does not have, ``Invalid`` for words that are not there.
    """
    if anchor is None:
        return None
    files = documents_of(record.id)
    if not files and anchor.document is None:
        return anchor.model_dump(exclude_none=True)
    document = next((file for file in files if anchor.document in {None, file.id}), None)
    if document is None:
        raise NotFound
    version = get_version(document, anchor.version)
    words = Words(anchor.quote, anchor.prefix, anchor.suffix, anchor.page, anchor.start)
    try:
        return anchored(document, version, words)
    except Invalid as error:
        raise Invalid({f"anchor.{name}": message for name, message in error.fields.items()}) from None


def _answer(comment: Comment, status: int = 200) -> Response:
    db.session.flush()
    return answer(comment_shapes([comment])[0], status, version=comment.version)
