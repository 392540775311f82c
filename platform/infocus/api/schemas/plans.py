"""Plans and their versions."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from infocus.api.schemas.base import CHANGES, Audience, Language, Sent, Shown, StatedDate, Typed, Words
from infocus.api.schemas.documents import DocumentShape, Number, documents_by_record
from infocus.api.schemas.records import Instant, PersonShape, RecordShape, person_shape, record_fields
from infocus.plans.comparing import changes, row_changes
from infocus.plans.models import Plan, PlanVersion
from infocus.plans.queries import rows_of, sections_of
from infocus.plans.services import PlanValues

Title = Annotated[str, Words(200, least=1, lines=False)]
Stage = Literal["roadmap", "draft", "peer-reviewed", "final", "submitted", "adopted"]
Short = Annotated[str, Words(60)]


class PlanFields(Sent):
    """What can be said about a plan. ``state`` is its stage; ``decision`` the council's."""

    summary: Annotated[str, Words(600)] = ""
    language: Language = "en"
    visibility: Audience = "network"
    state: Stage = "draft"
    decision: Annotated[str, Words(200)] = ""
    adopted_on: StatedDate = ""


class NewPlan(PlanFields):
    """A plan to begin. ``network`` and ``partner`` are short names; without them, the sender's own."""

    title: Title
    network: Short | None = None
    partner: Short | None = None


class PlanChanges(PlanFields):
    """Changes to a plan: only what is sent is changed."""

    model_config = CHANGES

    title: Title = ""


class NewVersion(Typed):
    """The fields beside the ``file`` of a new version."""

    label: Annotated[str, Words(80, lines=False)] = ""
    note: Annotated[str, Words(300)] = ""


class PlanVersionShape(Shown):
    """One version: what changed, and the version of the document that holds its file.

    One that was edited in the page has no file; ``copied_from`` is the number of the version it began with.
    """

    number: int
    label: str
    note: str
    author: PersonShape | None
    created_at: Instant
    document: str | None
    document_version: int | None
    copied_from: int | None


class VersionQuery(Typed):
    """Which version; without one, the newest whose text is read."""

    version: Number | None = None


class ChangesQuery(Typed):
    """The numbers of two versions; the two newest where none is said."""

    old: Number | None = None
    new: Number | None = None


class SectionShape(Shown):
    """A section; ``key`` is the same in every version in which it was recognised, ``text`` is Markdown."""

    key: str
    level: int
    number: str
    title: str
    text: str
    page: int | None


class RowShape(Shown):
    """A row of an action or risk table; ``section`` is its section's key, ``checked`` that somebody looked at it."""

    key: str
    kind: str
    section: str
    cells: dict[str, str]
    checked: bool


class VersionTextShape(Shown):
    """The text of a version."""

    version: int
    sections: list[SectionShape]
    rows: list[RowShape]


class ChangeShape(Shown):
    """What became of a section or (with ``cells``) a row: runs ``[kind, text]``, same, added or removed."""

    key: str
    state: str
    heading: str
    words: list[tuple[str, str]]
    cells: dict[str, list[tuple[str, str]]]


class PlanChangesShape(Shown):
    """All changes from one version to another."""

    old: int
    new: int
    sections: list[ChangeShape]
    rows: list[ChangeShape]


class PlanShape(RecordShape):
    """A plan; its text is in its documents."""

    decision: str
    adopted_on: str
    versions: list[PlanVersionShape]
    documents: list[DocumentShape]


def plan_values(sent: Mapping[str, Any], kept: Plan | None = None) -> PlanValues:
    """What was sent, for the service; what was not stays as it is ``kept``."""
    names = ("title", "summary", "language", "visibility", "decision", "adopted_on")
    values = {name: getattr(kept, name) for name in names} | {"state": kept.state} if kept else {}
    values |= {name: value for name, value in sent.items() if name in {*names, "state"}}
    if "state" in values:
        values["stage"] = values.pop("state")
    return PlanValues(**values)


def plan_shapes(plans: Sequence[Plan]) -> list[PlanShape]:
    """Plans with their versions and files; three queries for any number."""
    documents = documents_by_record([plan.id for plan in plans])
    return [
        PlanShape(
            **record_fields(plan),
            decision=plan.decision,
            adopted_on=plan.adopted_on,
            versions=[version_shape(version) for version in plan.versions],
            documents=documents[plan.id],
        )
        for plan in plans
    ]


def version_shape(version: PlanVersion) -> PlanVersionShape:
    """A version of a plan."""
    return PlanVersionShape(
        number=version.number,
        label=version.label,
        note=version.note,
        author=person_shape(version.author),
        created_at=version.created_at,
        document=version.document_id,
        document_version=version.document_version,
        copied_from=version.copied_from,
    )


def text_shape(plan: Plan, number: int) -> VersionTextShape:
    """Sections and rows of a version."""
    return VersionTextShape(
        version=number,
        sections=[SectionShape.model_validate(section) for section in sections_of(plan, number)],
        rows=[
            RowShape(
                key=row.key, kind=row.kind, section=row.section, cells=row.cells, checked=row.checked_at is not None
            )
            for row in rows_of(plan, number)
        ],
    )


def changes_shape(plan: Plan, old: int, new: int) -> PlanChangesShape:
    """What changed between two versions."""
    sections = [
        ChangeShape(key=each.key, state=each.state, heading=each.heading, words=list(each.words), cells={})
        for each in changes(plan, old, new)
    ]
    rows = [
        ChangeShape(
            key=each.key,
            state=each.state,
            heading="",
            words=[],
            cells={name: list(words) for name, words in each.cells.items()},
        )
        for each in row_changes(plan, old, new)
    ]
    return PlanChangesShape(old=old, new=new, sections=sections, rows=rows)
