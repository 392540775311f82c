"""A plan, its versions, and what is in them: sections, and the rows of its tables."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.accounts.models import Person
from infocus.core import clock
from infocus.core.db import Id, Model
from infocus.core.ids import new_id
from infocus.engines.search.port import Standing
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
    decision_document_id: Mapped[str | None] = mapped_column(ForeignKey("documents.id"))

    decision_document: Mapped[Document | None] = relationship(foreign_keys=[decision_document_id])
    updates: Mapped[list["PlanUpdate"]] = relationship(
        back_populates="plan", order_by="PlanUpdate.day.desc(), PlanUpdate.id.desc()", cascade="all, delete-orphan"
    )
    versions: Mapped[list["PlanVersion"]] = relationship(
        back_populates="plan", order_by="PlanVersion.number", cascade="all, delete-orphan", lazy="selectin"
    )

    def audience_keys(self) -> frozenset[str]:
        """A road map or draft that is shared with the city only is the experts' to read, too: they help to write it."""
        return super().audience_keys() | {f"experts:{self.network_id}"}

    def standing(self) -> Standing:
        """What a council adopted is what holds."""
        return Standing.VALIDATED if self.state == Stage.ADOPTED else Standing.USUAL

    @property
    def current(self) -> "PlanVersion | None":
        """The newest version, if there is one."""
        return self.versions[-1] if self.versions else None


class PlanVersion(Model):
    """One version: a number, what changed, and the version of the library's document that holds its file.

    A version that was edited here has no file; ``copied_from`` is the version whose text it began with. It goes on
    taking changes until ``closed_at``: closed by hand, by the next version, or because a review froze it.
    """

    __tablename__ = "plan_versions"
    __table_args__ = (UniqueConstraint("plan_id", "number"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    plan_id: Mapped[str] = mapped_column(ForeignKey("plans.id", ondelete="CASCADE"))
    number: Mapped[int]
    label: Mapped[str] = mapped_column(String(80), default="")
    note: Mapped[str] = mapped_column(String(500), default="")
    document_id: Mapped[str | None] = mapped_column(ForeignKey("documents.id"))
    document_version: Mapped[int | None]
    copied_from: Mapped[int | None]
    closed_at: Mapped[datetime | None]
    created_by: Mapped[str] = mapped_column(ForeignKey("persons.id"))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)

    plan: Mapped[Plan] = relationship(back_populates="versions")
    author: Mapped[Person] = relationship(lazy="joined", innerjoin=True)
    document: Mapped[Document | None] = relationship()
    sections: Mapped[list["PlanSection"]] = relationship(
        back_populates="version", order_by="PlanSection.position", cascade="all, delete-orphan"
    )
    rows: Mapped[list["PlanRow"]] = relationship(
        back_populates="version", order_by="PlanRow.position", cascade="all, delete-orphan"
    )

    @property
    def is_edited_here(self) -> bool:
        """Whether it was written in the page, without a file."""
        return self.copied_from is not None

    @property
    def is_open(self) -> bool:
        """Whether changes go into this version rather than into a new one."""
        return self.is_edited_here and self.closed_at is None


class PlanSection(Model):
    """One section of a version: a heading and the text below it, up to the next heading.

    ``key`` is the same in every version in which the section was recognised again, so that notes and recommendations
    keep their place. ``number`` is the heading's own ("4.1"), ``level`` 1 to 6, ``page`` where it begins in the file
    (``None`` where the version has no pages); ``text`` is Markdown.
    """

    __tablename__ = "plan_sections"
    __table_args__ = (UniqueConstraint("version_id", "key"),)

    version_id: Mapped[str] = mapped_column(ForeignKey("plan_versions.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    key: Mapped[str] = mapped_column(Id)
    level: Mapped[int] = mapped_column(default=1)
    number: Mapped[str] = mapped_column(String(20), default="")
    title: Mapped[str] = mapped_column(String(300), default="")
    text: Mapped[str] = mapped_column(Text, default="")
    page: Mapped[int | None]

    version: Mapped[PlanVersion] = relationship(back_populates="sections")

    @property
    def heading(self) -> str:
        """Number and title, as a list of contents shows them."""
        return f"{self.number} {self.title}".strip()


class RowKind(StrEnum):
    """What a row of a plan's tables is."""

    ACTION = "action"
    RISK = "risk"


class PlanRow(Model):
    """A row of an action or risk table, as read from the file; ``checked_at`` once somebody has looked at it.

    ``cells`` by name: ``what``, ``who``, ``cost``, ``funding``, ``start``, ``end``, ``indicator`` of an action;
    ``what``, ``likelihood``, ``impact``, ``measure``, ``who`` of a risk; ``more`` of either for columns that are none
    of these. ``read`` is what the file says where ``cells`` were corrected. ``key`` is kept as a section's is.
    """

    __tablename__ = "plan_rows"
    __table_args__ = (UniqueConstraint("version_id", "key"),)

    version_id: Mapped[str] = mapped_column(ForeignKey("plan_versions.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    key: Mapped[str] = mapped_column(Id)
    kind: Mapped[str] = mapped_column(String(8))
    section: Mapped[str] = mapped_column(String(26), default="")
    cells: Mapped[dict[str, Any]] = mapped_column(default=dict)
    read: Mapped[dict[str, Any]] = mapped_column(default=dict)
    checked_at: Mapped[datetime | None]
    checked_by: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))

    version: Mapped[PlanVersion] = relationship(back_populates="rows")


class PlanUpdate(Model):
    """A dated note on what became of an adopted plan; ``day`` is a stated date."""

    __tablename__ = "plan_updates"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    plan_id: Mapped[str] = mapped_column(ForeignKey("plans.id", ondelete="CASCADE"), index=True)
    day: Mapped[str] = mapped_column(String(10))
    text: Mapped[str] = mapped_column(String(1000))
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)

    plan: Mapped[Plan] = relationship(back_populates="updates")
    author: Mapped[Person] = relationship(lazy="joined", innerjoin=True)
