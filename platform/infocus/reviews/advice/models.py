"""A recommendation: the panel's words, the host's answer, and what became of it; how that was agreed and told."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.accounts.asked import AskedByMail
from infocus.accounts.models import Person
from infocus.core import clock
from infocus.core.db import Id, Model
from infocus.core.ids import new_id
from infocus.networks.models import Partner
from infocus.reviews.advice.vocabulary import ResponseState
from infocus.reviews.models import Review
from infocus.reviews.vocabulary import Progress


class Recommendation(Model):
    """One recommendation, numbered from 1 in its review, in the order of the conversation; never ranked.

    ``source`` is the ``seq`` of the message, note or spoken line it came from (``None``: written by itself);
    ``person_id`` and ``partner_id`` whose advice it is: of an anonymous note nobody's, of one signed by city no
    person's. ``due`` is a stated date; ``owner`` a name or an office as the host says it. ``changed_in`` is the number
    of the plan's version that answers it, ``changed_section`` the key of the section that changed. ``version`` counts
    its changes.
    """

    __tablename__ = "recommendations"
    __table_args__ = (UniqueConstraint("review_id", "number"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    review_id: Mapped[str] = mapped_column(ForeignKey("reviews.id", ondelete="CASCADE"))
    number: Mapped[int]
    version: Mapped[int] = mapped_column(default=1)
    text: Mapped[str] = mapped_column(String(500))
    section: Mapped[str] = mapped_column(String(32), default="")
    section_title: Mapped[str] = mapped_column(String(300), default="")
    source: Mapped[int | None]
    source_kind: Mapped[str] = mapped_column(String(16), default="")
    person_id: Mapped[str | None] = mapped_column(ForeignKey("persons.id"), index=True)
    partner_id: Mapped[str | None] = mapped_column(ForeignKey("partners.id"))
    created_by: Mapped[str] = mapped_column(ForeignKey("persons.id"))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    withdrawn_at: Mapped[datetime | None]

    answer: Mapped[str] = mapped_column(String(8), default="")
    reason: Mapped[str] = mapped_column(String(1000), default="")
    owner: Mapped[str] = mapped_column(String(120), default="")
    due: Mapped[str] = mapped_column(String(10), default="")
    answered_by: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))
    answered_at: Mapped[datetime | None]

    progress: Mapped[str] = mapped_column(String(8), default=Progress.OPEN)
    progress_note: Mapped[str] = mapped_column(String(500), default="")
    checked_at: Mapped[datetime | None]
    changed_in: Mapped[int | None]
    changed_section: Mapped[str] = mapped_column(String(32), default="")

    review: Mapped[Review] = relationship()
    person: Mapped[Person | None] = relationship(foreign_keys=[person_id], lazy="joined")
    partner: Mapped[Partner | None] = relationship(lazy="joined")


class ReviewResponse(Model):
    """Where the response to a review stands. Without a row it is being drafted for the first time.

    ``round`` counts how often it was opened: the reviewers are told once of each agreement.
    """

    __tablename__ = "review_responses"

    review_id: Mapped[str] = mapped_column(ForeignKey("reviews.id", ondelete="CASCADE"), primary_key=True)
    state: Mapped[str] = mapped_column(String(12), default=ResponseState.DRAFTING)
    round: Mapped[int] = mapped_column(default=1)
    local_group_at: Mapped[datetime | None]
    manager_at: Mapped[datetime | None]
    agreed_at: Mapped[datetime | None]


class Approval(AskedByMail):
    """Somebody who is asked to agree to the response, with no account: a name, an address, a role.

    Their mail waits while another has to speak first.
    """

    __tablename__ = "review_approvals"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    review_id: Mapped[str] = mapped_column(ForeignKey("reviews.id", ondelete="CASCADE"), index=True)
    round: Mapped[int]
    role: Mapped[str] = mapped_column(String(12))

    review: Mapped[Review] = relationship()


class AdviceLetter(Model):
    """One letter to a reviewer. ``told``: what it said of each of their recommendations, by its id."""

    __tablename__ = "advice_letters"

    review_id: Mapped[str] = mapped_column(ForeignKey("reviews.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    round: Mapped[int]
    told: Mapped[dict[str, Any]] = mapped_column(default=dict)
    sent_at: Mapped[datetime] = mapped_column(default=clock.now)

    person: Mapped[Person] = relationship(lazy="joined", innerjoin=True)


class ChangeOffer(Model):
    """A section that changed in a later version of the plan: perhaps the answer to a recommendation."""

    __tablename__ = "advice_offers"

    recommendation_id: Mapped[str] = mapped_column(
        ForeignKey("recommendations.id", ondelete="CASCADE"), primary_key=True
    )
    plan_version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    section: Mapped[str] = mapped_column(String(32))
    settled_at: Mapped[datetime | None]


class AgendaPoint(Model):
    """A recommendation on the agenda of a meeting of the host's local group."""

    __tablename__ = "advice_agenda"

    recommendation_id: Mapped[str] = mapped_column(
        ForeignKey("recommendations.id", ondelete="CASCADE"), primary_key=True
    )
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), primary_key=True)
