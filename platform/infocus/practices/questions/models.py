"""A question to the owner of a practice, its answers, and what of it stands in the practice's FAQ."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.accounts.models import Person
from infocus.core import clock
from infocus.core.db import Id, Model
from infocus.core.ids import new_id
from infocus.networks.models import Partner
from infocus.practices.models import Practice

ASK_LIMIT = 1_000
ANSWER_LIMIT = 3_000
FAQ_LIMIT = 300
"""A question of the FAQ is short: the owner may put it in other words."""


class Question(Model):
    """What somebody asks. ``partner``: the city they ask for, of this network or another one.

    ``kept_at``: it stands in the FAQ, in the owner's words ``faq_question`` and ``faq_answer``. Removed, it keeps
    its row and its place in the FAQ, not its own words.
    """

    __tablename__ = "practice_questions"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    practice_id: Mapped[str] = mapped_column(ForeignKey("practices.id", ondelete="CASCADE"), index=True)
    by_id: Mapped[str] = mapped_column(ForeignKey("persons.id"), index=True)
    partner_id: Mapped[str | None] = mapped_column(ForeignKey("partners.id"))
    text: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[datetime] = mapped_column(default=clock.now)
    removed_at: Mapped[datetime | None]
    kept_at: Mapped[datetime | None]
    kept_by: Mapped[str | None] = mapped_column(ForeignKey("persons.id"), index=True)
    faq_question: Mapped[str] = mapped_column(String(FAQ_LIMIT), default="")
    faq_answer: Mapped[str] = mapped_column(Text, default="")

    practice: Mapped[Practice] = relationship(lazy="select")
    by: Mapped[Person] = relationship(foreign_keys=[by_id], lazy="joined", innerjoin=True)
    partner: Mapped[Partner | None] = relationship(lazy="joined")
    answers: Mapped[list["Answer"]] = relationship(cascade="all, delete-orphan", lazy="selectin", order_by="Answer.id")

    @property
    def place(self) -> str:
        """Where on its practice's page it stands."""
        return f"#question-{self.id}"


class Answer(Model):
    """What the city answers, or what the person who asked adds."""

    __tablename__ = "practice_answers"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    question_id: Mapped[str] = mapped_column(ForeignKey("practice_questions.id", ondelete="CASCADE"), index=True)
    by_id: Mapped[str] = mapped_column(ForeignKey("persons.id"), index=True)
    of_owner: Mapped[bool]
    text: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(default=clock.now)

    by: Mapped[Person] = relationship(lazy="joined", innerjoin=True)
