"""The links a facilitator hands out, and who came by them."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.accounts.guests import GuestState
from infocus.accounts.models import Person
from infocus.core import clock
from infocus.core.db import Id, Model
from infocus.core.ids import new_id
from infocus.reviews.models import Review
from infocus.reviews.vocabulary import Seating

GUEST_ROLES = (Seating.OBSERVER, Seating.FRIEND, Seating.NOTE_TAKER)
"""What a link can give: a listener, a critical friend's deputy, a shared table device."""


class GuestLink(Model):
    """One link. Its key is made from this row and the installation's secret, so that it can be shown again; only its
    hash is stored. ``label`` says what it is for ("Table 2").
    """

    __tablename__ = "review_guest_links"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    review_id: Mapped[str] = mapped_column(ForeignKey("reviews.id", ondelete="CASCADE"), index=True)
    key_hash: Mapped[str] = mapped_column(String(64), unique=True)
    role: Mapped[str] = mapped_column(String(16))
    label: Mapped[str] = mapped_column(String(80), default="")
    created_by: Mapped[str] = mapped_column(ForeignKey("persons.id"))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]

    review: Mapped[Review] = relationship()

    @property
    def last_day(self) -> str:
        """The last day on which it works, where the review is held."""
        return (self.expires_at - timedelta(seconds=1)).astimezone(ZoneInfo(self.review.time_zone)).date().isoformat()


class Guest(Model):
    """Somebody who came by a link. The person has no account; what they write stands under their name."""

    __tablename__ = "review_guests"
    __table_args__ = (
        Index("ix_review_guests_person", "person_id"),
        Index("ix_review_guests_review", "review_id", "state"),
    )

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    link_id: Mapped[str] = mapped_column(ForeignKey("review_guest_links.id", ondelete="CASCADE"))
    review_id: Mapped[str] = mapped_column(ForeignKey("reviews.id", ondelete="CASCADE"))
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"))
    state: Mapped[str] = mapped_column(String(10), default=GuestState.WAITING)
    asked_at: Mapped[datetime] = mapped_column(default=clock.now)
    admitted_at: Mapped[datetime | None]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))

    link: Mapped[GuestLink] = relationship(lazy="joined", innerjoin=True)
    person: Mapped[Person] = relationship(foreign_keys=[person_id], lazy="joined", innerjoin=True)
    review: Mapped[Review] = relationship()
