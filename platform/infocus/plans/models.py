"""A plan and its versions."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.accounts.models import Person
from infocus.core import clock
from infocus.core.db import Id, Model
from infocus.core.ids import new_id
from infocus.library.models import Document
from infocus.records.models import Record


class Stage(StrEnum):
    """The life of a plan, from the road map to its updates after adoption; the state of the record."""

    ROADMAP = "roadmap"
    DRAFT = "draft"
    REVIEWED = "peer-reviewed"
    FINAL = "final"
    SUBMITTED = "submitted"
    ADOPTED = "adopted"


class Plan(Record):
    """An Integrated Action Plan. Its text is in its versions' files; the newest is the one that counts."""

    __tablename__ = "plans"
    __mapper_args__ = {"polymorphic_identity": "plan"}
    KIND = "plans"

    id: Mapped[str] = mapped_column(ForeignKey("records.id", ondelete="CASCADE"), primary_key=True)
    decision: Mapped[str] = mapped_column(String(200), default="")
    adopted_on: Mapped[str] = mapped_column(String(10), default="")

    versions: Mapped[list["PlanVersion"]] = relationship(
        back_populates="plan", order_by="PlanVersion.number", cascade="all, delete-orphan", lazy="selectin"
    )

    def audience_keys(self) -> frozenset[str]:
        """A road map or draft that is shared with the city only is the experts' to read, too: they help to write it."""
        return super().audience_keys() | {f"experts:{self.network_id}"}

    @property
    def current(self) -> "PlanVersion | None":
        """The newest version, if there is one."""
        return self.versions[-1] if self.versions else None


class PlanVersion(Model):
    """One version: a number, what changed, and the version of the library's document that holds its file."""

    __tablename__ = "plan_versions"
    __table_args__ = (UniqueConstraint("plan_id", "number"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    plan_id: Mapped[str] = mapped_column(ForeignKey("plans.id", ondelete="CASCADE"))
    number: Mapped[int]
    label: Mapped[str] = mapped_column(String(80), default="")
    note: Mapped[str] = mapped_column(String(500), default="")
    document_id: Mapped[str | None] = mapped_column(ForeignKey("documents.id"))
    document_version: Mapped[int | None]
    created_by: Mapped[str] = mapped_column(ForeignKey("persons.id"))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)

    plan: Mapped[Plan] = relationship(back_populates="versions")
    author: Mapped[Person] = relationship(lazy="joined", innerjoin=True)
    document: Mapped[Document | None] = relationship()
