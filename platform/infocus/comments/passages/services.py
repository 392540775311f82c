"""Keep where the passages of comments are."""

from typing import Any

from infocus.comments.models import Comment
from infocus.comments.passages.models import CommentPlace, PlaceState
from infocus.core.db import db


def place_first(comment: Comment) -> None:
    """Keep the place that a new comment's anchor names; one without ``end`` waits until its version is read."""
    anchor: dict[str, Any] = comment.anchor or {}
    if not anchor.get("document"):
        return
    db.session.add(
        CommentPlace(
            comment_id=comment.id,
            version=anchor["version"],
            document_id=anchor["document"],
            state=PlaceState.FOUND if "end" in anchor else PlaceState.WAITING,
            **{name: anchor[name] for name in ("page", "quote", "prefix", "suffix")},
            start=anchor.get("start") or 0,
            end=anchor.get("end", 0),
        )
    )
