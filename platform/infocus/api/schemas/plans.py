"""Plans and their versions."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from infocus.api.schemas.base import CHANGES, Audience, Language, Sent, Shown, StatedDate, Typed, Words
from infocus.api.schemas.documents import DocumentShape, documents_by_record
from infocus.api.schemas.records import Instant, PersonShape, RecordShape, person_shape, record_fields
from infocus.plans.models import Plan, PlanVersion
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
    """One version: what changed, and the version of the document that holds its file."""

    number: int
    label: str
    note: str
    author: PersonShape | None
    created_at: Instant
    document: str | None
    document_version: int | None


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
    )
