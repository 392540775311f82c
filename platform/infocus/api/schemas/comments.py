"""Comments."""

from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import Field, StringConstraints
from sqlalchemy import select

from infocus.api.schemas.base import ID_PATTERN, RecordId, Sent, Shown, Words
from infocus.api.schemas.records import Instant, Paged, PersonShape, person_shape
from infocus.comments.addresses import comment_path
from infocus.comments.models import TEXT_LIMIT, Comment
from infocus.comments.passages.models import QUOTE_LIMIT
from infocus.core.db import db
from infocus.core.web.links import base_url
from infocus.networks.models import Partner

On = Annotated[
    str,
    StringConstraints(pattern=rf"^(practice|meeting|output|plan|review|collection):{ID_PATTERN[1:]}"),
    Field(description="What it is about: TYPE:ID of a record."),
]
Text = Annotated[str, Words(TEXT_LIMIT, least=1)]


class CommentQuery(Paged):
    """The comments on one record."""

    on: On


class Anchor(Sent):
    """A passage of a file of the record: its page, the words, and the words before and after them.

    Without ``document`` it is the record's first file, without ``version`` the one readers are given. ``start`` is
    where the words begin in the page's text, in code points: it tells apart places that are alike.
    """

    page: Annotated[int, Field(ge=1, le=999_999)]
    quote: Annotated[str, Words(QUOTE_LIMIT, least=1, exact=True)]
    prefix: Annotated[str, Words(100, exact=True)] = ""
    suffix: Annotated[str, Words(100, exact=True)] = ""
    document: RecordId | None = None
    version: Annotated[int, Field(ge=1, le=999_999)] | None = None
    start: Annotated[int, Field(ge=0, le=99_999_999)] | None = None


class NewComment(Sent):
    """A comment on a record, or an answer to one."""

    on: On
    text: Text
    reply_to: RecordId | None = None
    anchor: Anchor | None = None


class CommentChanges(Sent):
    """Other words for one's own comment."""

    text: Text


class CommentShape(Shown):
    """A comment, as Markdown. Of a removed one only the trace is left; ``thread`` is the id of the first comment."""

    id: str
    type: str = "comment"
    on: str
    url: str
    network: str
    partner: str | None
    author: PersonShape | None
    text: str
    thread: str
    reply_to: str | None
    anchor: dict[str, Any] | None
    version: int
    created_at: Instant
    edited_at: Instant | None
    removed: bool
    resolved: bool


def comment_shapes(comments: Sequence[Comment]) -> list[CommentShape]:
    """Comments; one query for any number."""
    wanted = {comment.partner_id for comment in comments if comment.partner_id}
    rows = select(Partner.id, Partner.slug).where(Partner.id.in_(wanted))
    slugs: dict[str, str] = dict(db.session.execute(rows).all()) if wanted else {}
    return [_shape(comment, slugs.get(comment.partner_id or "")) for comment in comments]


def _shape(comment: Comment, partner: str | None) -> CommentShape:
    return CommentShape(
        id=comment.id,
        on=f"{comment.record.type}:{comment.record_id}",
        url=base_url() + comment_path(comment),
        network=comment.record.network.slug,
        partner=partner,
        author=person_shape(comment.author),
        text=comment.text,
        thread=comment.thread_id,
        reply_to=comment.reply_to,
        anchor=comment.anchor,
        version=comment.version,
        created_at=comment.created_at,
        edited_at=comment.edited_at,
        removed=comment.removed_at is not None,
        resolved=comment.resolved_at is not None,
    )
