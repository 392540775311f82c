"""When a version is read, and when words were marked in an older one, passages are found again."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import aliased

from infocus.comments.events import CommentAdded
from infocus.comments.passages.models import CommentPlace, PlaceState
from infocus.core.db import db, unit_of_work
from infocus.core.events import reacts_to
from infocus.core.outbox import enqueue, job
from infocus.core.schedule import periodic
from infocus.library.beside.services import PLACE, place_again, placing_key
from infocus.library.events import FileRead
from infocus.library.models import DocumentVersion, ReadingState


@job(PLACE)
def place_passages(payload: dict[str, Any]) -> None:
    """Find the passages of one document again."""
    place_again(payload["document"])


@reacts_to(FileRead)
def place_after_reading(event: FileRead) -> None:
    """The new text, or more of it by OCR, may have the words."""
    _later(event.document_id)


@reacts_to(CommentAdded)
def place_after_comment(event: CommentAdded) -> None:
    """Words marked in a version that is not the newest are looked for in those after it."""
    anchor = event.comment.anchor or {}
    if anchor.get("document") and "end" in anchor:
        newer = select(DocumentVersion.id).where(
            DocumentVersion.document_id == anchor["document"], DocumentVersion.number > anchor["version"]
        )
        if db.session.scalar(newer.limit(1)):
            _later(anchor["document"])


@periodic("library.passages", timedelta(hours=1))
def place_waiting() -> None:
    """Passages that have no place in a version that is read: kept before places were, or marked during a reading."""
    there = aliased(CommentPlace)
    placed = select(there.comment_id).where(
        there.comment_id == CommentPlace.comment_id,
        there.version == DocumentVersion.number,
        there.state != PlaceState.WAITING,
    )
    later = (DocumentVersion.document_id == CommentPlace.document_id) & (DocumentVersion.number >= CommentPlace.version)
    missing = select(CommentPlace.document_id).join(DocumentVersion, later).distinct()
    with unit_of_work():
        for document_id in db.session.scalars(
            missing.where(DocumentVersion.state == ReadingState.READY, ~placed.exists())
        ):
            _later(document_id)


def _later(document_id: str) -> None:
    standing = select(CommentPlace.comment_id).where(CommentPlace.document_id == document_id)
    if db.session.scalar(standing.limit(1)):
        enqueue(PLACE, {"document": document_id}, key=placing_key(document_id))
