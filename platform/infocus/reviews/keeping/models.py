"""How long the words of a review's room are kept, and what became of them."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.accounts.models import Person
from infocus.core.db import Model
from infocus.reviews.models import Review


class TranscriptKeeping(Model):
    """The state of one transcript: held back from deletion, reminded of, being deleted, deleted.

    ``begun_at`` is the moment from which nobody is shown what was said; ``deleted_at`` when titles, quotes, names and
    files were gone from the store too. ``deleted_by`` is who pressed the button (``None``: its time had come);
    ``counts`` says how much there was.
    """

    __tablename__ = "transcript_keeping"

    review_id: Mapped[str] = mapped_column(ForeignKey("reviews.id", ondelete="CASCADE"), primary_key=True)
    hold_reason: Mapped[str] = mapped_column(String(300), default="")
    held_by: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))
    held_at: Mapped[datetime | None]
    reminded_at: Mapped[datetime | None]
    begun_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]
    deleted_by: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))
    counts: Mapped[dict[str, Any]] = mapped_column(default=dict)

    review: Mapped[Review] = relationship()
    holder: Mapped[Person | None] = relationship(foreign_keys=[held_by])

    @property
    def held(self) -> bool:
        """Whether somebody holds it back."""
        return self.held_at is not None
