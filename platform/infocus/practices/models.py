"""A practice, its revisions, what experts said, and which cities took it over."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from infocus.accounts.models import Person
from infocus.core import clock
from infocus.core.actor import author_key
from infocus.core.db import Id, Model
from infocus.core.ids import new_id
from infocus.engines.search.port import Standing
from infocus.practices.facts import Cost, Took, facts_of
from infocus.records.models import Record, Visibility, shared_keys


class PracticeState(StrEnum):
    """The workflow of domain.md, section 3."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    CHANGES_ASKED = "changes-asked"
    VALIDATED = "validated"
    PUBLISHED = "published"
    NEEDS_VERIFICATION = "needs-verification"
    WITHDRAWN = "withdrawn"


IN_WORK = frozenset({PracticeState.DRAFT, PracticeState.CHANGES_ASKED})
BEFORE_EXPERTS = frozenset({PracticeState.SUBMITTED, PracticeState.CHANGES_ASKED, PracticeState.VALIDATED})
SHARED = frozenset({PracticeState.PUBLISHED, PracticeState.NEEDS_VERIFICATION})
OUT_OF_DATE = frozenset({PracticeState.NEEDS_VERIFICATION, PracticeState.WITHDRAWN})

FRESH = timedelta(days=365)
OLD = 2 * FRESH
"""How long after it was last verified a practice is vouched for, and when it has become one to look at again."""


class Practice(Record):
    """A good practice. ``content`` holds the sections and small tables that ``practices.content`` checks.

    ``opened_at`` is set when nobody judged it for ten working days: the network reads it as "not yet validated".
    ``held``: what would leave the network has not been approved as it is now, so that the network alone reads it.
    ``reminded_at`` is set when its people were asked whether it is still so.
    ``cost``, ``took`` and the place are of the content (``practices.facts``) and follow it by themselves.
    """

    __tablename__ = "practices"
    __table_args__ = (
        Index("ix_practices_cost", "cost", "id"),
        Index("ix_practices_took", "took", "id"),
        Index("ix_practices_verified", "verified_at", "id"),
        Index("ix_practices_found", "id", "cost", "took", "verified_at", "validated_at"),  # counted without contents
    )
    __mapper_args__ = {"polymorphic_identity": "practice"}
    KIND = "practices"

    id: Mapped[str] = mapped_column(ForeignKey("records.id"), primary_key=True)
    content: Mapped[dict[str, Any]] = mapped_column(default=dict)
    licence: Mapped[str] = mapped_column(String(20), default="CC BY 4.0")
    submitted_at: Mapped[datetime | None]
    opened_at: Mapped[datetime | None]
    validated_at: Mapped[datetime | None]
    published_at: Mapped[datetime | None]
    verified_at: Mapped[datetime | None]
    reminded_at: Mapped[datetime | None]
    held: Mapped[bool] = mapped_column(default=False)
    illustrative: Mapped[bool] = mapped_column(default=False)
    cost: Mapped[str] = mapped_column(String(16), default=Cost.NOT_STATED)
    took: Mapped[str] = mapped_column(String(12), default=Took.NOT_STATED)
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]

    @validates("content")
    def _keep_facts(self, _name: str, content: dict[str, Any]) -> dict[str, Any]:
        """Whatever stores a content stores what lists narrow by with it."""
        facts = facts_of(content)
        self.cost, self.took = facts.cost, facts.took
        self.latitude, self.longitude = facts.latitude, facts.longitude
        return content

    def own_keys(self) -> set[str]:
        """Those whose record it is: its author and the partner's coordinator."""
        return {author_key(self.network_id, self.author_id or ""), f"coordinator:{self.partner_id}"}

    def source_keys(self) -> frozenset[str]:
        """An old fiche stays with those whose draft was made from it, whoever reads the practice later."""
        return frozenset(self.own_keys())

    def audience_keys(self) -> frozenset[str]:
        """A draft is its author's and coordinator's; the experts join when it is submitted; then as it is shared."""
        own = self.own_keys()
        if self.state in SHARED:
            return self.readers() | own
        if self.state in BEFORE_EXPERTS:
            own.add(f"experts:{self.network_id}")
            if self.published_at is not None:  # judged anew: who could read it still can
                return self.readers() | own
            if self.opened_at is not None:
                in_city = self.visibility == Visibility.PARTNER
                own.add(f"partner:{self.partner_id}" if in_city else f"network:{self.network_id}")
        if self.state == PracticeState.WITHDRAWN:
            own.add(f"lead:{self.network_id}")
        return frozenset(own)

    def readers(self) -> frozenset[str]:
        """Whom its visibility names; none beyond the network while it is held."""
        return shared_keys(self) - {"all", "public"} if self.held else shared_keys(self)

    def standing(self) -> Standing:
        """Vouched for while it is published, validated and freshly verified; stale when it is old or taken back."""
        verified = self.verified_at or self.validated_at
        age = clock.now() - verified if verified else None
        if self.state in OUT_OF_DATE or (age is not None and age > OLD):
            return Standing.STALE
        vouched = self.state == PracticeState.PUBLISHED and self.validated_at is not None
        return Standing.VALIDATED if vouched and age is not None and age <= FRESH else Standing.USUAL


class PracticeRevision(Model):
    """What a practice said at one version: title, summary, language and content."""

    __tablename__ = "practice_revisions"
    __table_args__ = (UniqueConstraint("practice_id", "number"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    practice_id: Mapped[str] = mapped_column(ForeignKey("practices.id", ondelete="CASCADE"))
    number: Mapped[int]
    by_id: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))
    at: Mapped[datetime] = mapped_column(default=clock.now)
    note: Mapped[str] = mapped_column(String(200), default="")
    snapshot: Mapped[dict[str, Any]]

    by: Mapped[Person | None] = relationship(lazy="joined")


class PracticeOpinion(Model):
    """An expert's word: ``verdict`` is ``changes`` or ``valid``; it is shown with the practice.

    ``criteria``: by code, how far each of the four is met; ``sections``: by name, what should change there;
    ``revision``: the number of the version it was said of.
    """

    __tablename__ = "practice_opinions"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    practice_id: Mapped[str] = mapped_column(ForeignKey("practices.id", ondelete="CASCADE"), index=True)
    by_id: Mapped[str] = mapped_column(ForeignKey("persons.id"))
    verdict: Mapped[str] = mapped_column(String(8))
    text: Mapped[str] = mapped_column(Text)
    criteria: Mapped[dict[str, Any]] = mapped_column(default=dict)
    sections: Mapped[dict[str, Any]] = mapped_column(default=dict)
    revision: Mapped[int | None]
    at: Mapped[datetime] = mapped_column(default=clock.now)

    by: Mapped[Person] = relationship(lazy="joined", innerjoin=True)
