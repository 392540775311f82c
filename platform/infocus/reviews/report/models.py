"""What is written about a review: its summary, what the table says yes to, and the marks of its rubric."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.accounts.models import Person
from infocus.core import clock
from infocus.core.db import Id, Model
from infocus.reviews.models import Review
from infocus.reviews.report.vocabulary import SummaryState


class ReviewSummary(Model):
    """The rapporteur's summary, Markdown with links to entries of the room.

    ``version`` counts its texts: an agreement is to one of them. ``agreed_by`` is who gave the last yes, or who counted
    it as agreed. ``takeaways`` are the host's, as they stood then: they are a result, and outlast the transcript.
    """

    __tablename__ = "review_summaries"

    review_id: Mapped[str] = mapped_column(ForeignKey("reviews.id", ondelete="CASCADE"), primary_key=True)
    text: Mapped[str] = mapped_column(Text, default="")
    version: Mapped[int] = mapped_column(default=0)
    state: Mapped[str] = mapped_column(String(8), default=SummaryState.DRAFT)
    written_by: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))
    written_at: Mapped[datetime] = mapped_column(default=clock.now)
    takeaways: Mapped[list[str]] = mapped_column(default=list)
    sent_at: Mapped[datetime | None]
    agreed_at: Mapped[datetime | None]
    agreed_by: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))

    review: Mapped[Review] = relationship()
    writer: Mapped[Person | None] = relationship(foreign_keys=[written_by])
    agreer: Mapped[Person | None] = relationship(foreign_keys=[agreed_by])


class SummaryVersion(Model):
    """A text of a summary that was saved, sent or agreed; texts in between are not kept."""

    __tablename__ = "review_summary_versions"

    review_id: Mapped[str] = mapped_column(ForeignKey("reviews.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    text: Mapped[str] = mapped_column(Text)
    person_id: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))
    at: Mapped[datetime] = mapped_column(default=clock.now)

    person: Mapped[Person | None] = relationship(lazy="joined")


class Consent(Model):
    """Somebody at the table said yes. ``version`` is the text they saw (0: it does not depend on one)."""

    __tablename__ = "review_consents"

    review_id: Mapped[str] = mapped_column(ForeignKey("reviews.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    matter: Mapped[str] = mapped_column(String(12), primary_key=True)
    version: Mapped[int] = mapped_column(default=0)
    as_host: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime] = mapped_column(default=clock.now)


class Rubric(Model):
    """A review that is marked by the nine criteria, because its facilitator switched that on."""

    __tablename__ = "review_rubrics"

    review_id: Mapped[str] = mapped_column(ForeignKey("reviews.id", ondelete="CASCADE"), primary_key=True)
    switched_on_by: Mapped[str] = mapped_column(ForeignKey("persons.id"))
    switched_on_at: Mapped[datetime] = mapped_column(default=clock.now)
    opened_at: Mapped[datetime | None]


class RubricSheet(Model):
    """The marks of one side: ``sheet`` is ``host`` or the id of a panel member; ``marks`` criterion → 0 to 4."""

    __tablename__ = "review_rubric_sheets"

    review_id: Mapped[str] = mapped_column(ForeignKey("reviews.id", ondelete="CASCADE"), primary_key=True)
    sheet: Mapped[str] = mapped_column(Id, primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"))
    marks: Mapped[dict[str, Any]] = mapped_column(default=dict)
    done_at: Mapped[datetime | None]
