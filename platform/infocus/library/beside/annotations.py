"""Comments on passages as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), ready for JSON-LD."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import and_, select

from infocus.comments.models import Comment
from infocus.comments.passages.models import CommentPlace
from infocus.comments.policy import may_read_comments
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import NotAllowed
from infocus.core.paging import keyset
from infocus.engines.extraction.kinds import PDF
from infocus.library.models import Document, DocumentVersion
from infocus.library.urls import document_path, file_path, shown_title

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MEDIA = "application/ld+json"
PDF_FRAGMENTS = "http://tools.ietf.org/rfc/rfc3778"
"""How a page of a PDF is named (``page=3``); of other kinds of file the same name counts slides or sections."""


def annotation_page(
    actor: Actor,
    document: Document,
    version: DocumentVersion,
    base: str,
    own: str,
    *,
    cursor: str | None = None,
    limit: int = 50,
) -> tuple[dict[str, Any], str | None]:
    """An ``AnnotationPage`` of the comments on passages of a version, the newest first, and the next page's cursor.

    ``base`` goes before paths, ``own`` is the address of the collection. Raises ``NotAllowed`` for who reads the
    file and not its comments, ``Invalid`` for a cursor that is not ours.
    """
    if not may_read_comments(actor, document.record):
        raise NotAllowed
    in_version = and_(
        CommentPlace.comment_id == Comment.thread_id,
        CommentPlace.document_id == document.id,
        CommentPlace.version == version.number,
    )
    query = select(Comment).join(CommentPlace, in_version).where(Comment.removed_at.is_(None))
    page = keyset(query, [Comment.id], lambda comment: [comment.id], cursor=cursor, limit=limit)
    places = _places([comment.thread_id for comment in page.items], version.number)
    items = [_annotation(comment, places[comment.thread_id], document, base) for comment in page.items]
    collection = {"id": own, "type": "AnnotationCollection", "label": shown_title(document)}
    return {"@context": CONTEXT, "id": own, "type": "AnnotationPage", "partOf": collection, "items": items}, page.next


def _places(comments: Sequence[str], number: int) -> dict[str, CommentPlace]:
    """The place of each in this version; of a passage that is gone in it, where it last was."""
    rows = select(CommentPlace).where(CommentPlace.comment_id.in_(comments), CommentPlace.version <= number)
    known: dict[str, list[CommentPlace]] = defaultdict(list)
    for place in db.session.scalars(rows.order_by(CommentPlace.version)):
        known[place.comment_id].append(place)
    return {
        comment: next((place for place in reversed(places) if place.stands), places[-1])
        for comment, places in known.items()
    }


def _annotation(comment: Comment, place: CommentPlace, document: Document, base: str) -> dict[str, Any]:
    begins = comment.id == comment.thread_id
    return {
        "id": _id(base, comment.id),
        "type": "Annotation",
        "motivation": "commenting" if begins else "replying",
        "creator": {"type": "Person", "name": comment.author.shown_name},
        "created": _stamp(comment.created_at),
        "modified": _stamp(comment.edited_at or comment.created_at),
        "body": {
            "type": "TextualBody",
            "value": comment.text,
            "format": "text/markdown",
            **({"language": comment.language} if comment.language else {}),
        },
        "target": _target(place, document, base) if begins else _id(base, comment.reply_to or comment.thread_id),
    }


def _target(place: CommentPlace, document: Document, base: str) -> dict[str, Any]:
    """The page, and on it the words, named in two ways that say the same."""
    version = document.version(place.version)
    quote = {"type": "TextQuoteSelector", "exact": place.quote, "prefix": place.prefix, "suffix": place.suffix}
    position = {"type": "TextPositionSelector", "start": place.start, "end": place.end}
    page: dict[str, Any] = {"type": "FragmentSelector", "value": f"page={place.page}"}
    if version is not None and version.media_type == PDF:
        page["conformsTo"] = PDF_FRAGMENTS
    page["refinedBy"] = [quote, position] if place.stands else [quote]
    return {
        "type": "SpecificResource",
        "source": base + file_path(document, place.version),
        "scope": base + document_path(document, page=place.page, version=place.version),
        "selector": page,
    }


def _id(base: str, comment_id: str) -> str:
    return f"{base}/comments/{comment_id}"


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
