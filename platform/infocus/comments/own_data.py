"""The comments a person wrote, as part of the data they can take away."""

from typing import Any

from sqlalchemy import select

from infocus.accounts.own_data import contributes_own_data
from infocus.comments.addresses import comment_path
from infocus.comments.models import Comment
from infocus.core.db import db


@contributes_own_data("comments")
def own_comments(person_id: str) -> list[dict[str, Any]]:
    """Every comment that stands, with its passage."""
    own = select(Comment).where(Comment.author_id == person_id, Comment.removed_at.is_(None)).order_by(Comment.id)
    return [
        {
            "at": comment.created_at.isoformat(),
            "on": comment_path(comment),
            "text": comment.text,
            "passage": (comment.anchor or {}).get("quote", ""),
        }
        for comment in db.session.scalars(own).unique()
    ]
