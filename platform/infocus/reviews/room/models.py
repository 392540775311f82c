"""The files of a room: documents whose rights are the room's, not those of the review's page."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.records.models import Record
from infocus.reviews.models import Review


class RoomFiles(Record):
    """What holds the files that were sent in one room.

    It stores no audience, so that no list and no search ever has it; a file is opened by its address only, by whoever
    may be in the room at that moment.
    """

    __tablename__ = "review_room_files"
    __mapper_args__ = {"polymorphic_identity": "room-files"}
    KIND = "room-files"

    id: Mapped[str] = mapped_column(ForeignKey("records.id", ondelete="CASCADE"), primary_key=True)
    review_id: Mapped[str] = mapped_column(ForeignKey("reviews.id", ondelete="CASCADE"), unique=True)

    review: Mapped[Review] = relationship(foreign_keys=[review_id])

    def audience_keys(self) -> frozenset[str]:
        """Nobody finds it."""
        return frozenset()

    @property
    def stored_keys(self) -> frozenset[str]:
        """Whoever may enter the room now may open its files."""
        return frozenset() if self.review.removed_at else self.review.room_keys()
