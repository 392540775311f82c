"""A comment's words as those of an action."""

from infocus.comments.models import Comment
from infocus.core import markup

WHAT_LIMIT = 300


def words_of(comment: Comment) -> str:
    """The comment's plain words on one line, as many as an action takes."""
    plain = " ".join(markup.plain(comment.text).split())
    return plain if len(plain) <= WHAT_LIMIT else f"{plain[: WHAT_LIMIT - 1]}…"
