"""Where the passage of a comment is in each version of its file."""

from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.comments.models import Comment
from infocus.core.db import Id, Model

QUOTE_LIMIT = 2_000
"""Code points of a passage."""


class PlaceState(StrEnum):
    """The same words, similar ones, none any more, or a version that is not read yet."""

    FOUND = "found"
    CHANGED = "changed"
    GONE = "gone"
    WAITING = "waiting"


class CommentPlace(Model):
    """A passage in one version: its page, from ``start`` to ``end`` of the page's text in code points, and its words.

    Of a passage that is gone the words and the page are the last known ones, and ``start`` is the page's end.
    """

    __tablename__ = "comment_places"
    __table_args__ = (Index("ix_comment_places_page", "document_id", "version", "page", "start", "comment_id"),)

    comment_id: Mapped[str] = mapped_column(ForeignKey("comments.id", ondelete="CASCADE"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    document_id: Mapped[str] = mapped_column(Id, ForeignKey("documents.id", ondelete="CASCADE"))
    state: Mapped[str] = mapped_column(String(8))
    page: Mapped[int]
    start: Mapped[int] = mapped_column(default=0)
    end: Mapped[int] = mapped_column(default=0)
    quote: Mapped[str] = mapped_column(Text)
    prefix: Mapped[str] = mapped_column(Text, default="")
    suffix: Mapped[str] = mapped_column(Text, default="")

    comment: Mapped[Comment] = relationship()

    @property
    def stands(self) -> bool:
        """Whether the version has the words, the same or similar."""
        return self.state in {PlaceState.FOUND, PlaceState.CHANGED}
