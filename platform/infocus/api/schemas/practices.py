"""Practices: what is sent and answered. The sections' limits are those of ``practices.sections``."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import Field

from infocus.api.schemas.base import CHANGES, Audience, Language, Sent, Shown, StatedDate, Words
from infocus.api.schemas.documents import DocumentShape, documents_by_record
from infocus.api.schemas.records import Instant, PersonShape, RecordShape, person_shape, record_fields
from infocus.core.actor import Actor
from infocus.practices.content import TABLES, section_level
from infocus.practices.judging.checks import ASK_LIMIT, OPINION_LIMIT, WHY_LIMIT, Judgement
from infocus.practices.models import Practice, PracticeRevision
from infocus.practices.queries import may_read_section
from infocus.practices.revisions.queries import shown_content
from infocus.practices.sections import CRITERION_LIMIT, SECTIONS, SUMMARY_LIMIT, TITLE_LIMIT

LIMITS = {section.name: section.limit for section in SECTIONS}
Title = Annotated[str, Words(TITLE_LIMIT, least=1, lines=False)]
Summary = Annotated[str, Words(SUMMARY_LIMIT)]
Short = Annotated[str, Words(160)]
Codes = Annotated[list[Annotated[str, Words(60)]], Field(max_length=100)]
Criterion = Literal["integrated", "impact", "relevance", "transferability"]
SectionName = Literal[
    "how", "lesson", "contact", "problem", "who", "resources", "evidence", "wrong", "conditions", "transfer", "further"
]
Licence = Literal["CC BY 4.0", "CC BY-SA 4.0", "CC0 1.0"]


class Amount(Sent):
    """A sum of money."""

    what: Short = ""
    value: float | None = None
    currency: Annotated[str, Words(3)] = "EUR"


class Indicator(Sent):
    """A figure that shows success."""

    name: Short = ""
    value: float | None = None
    unit: Annotated[str, Words(40)] = ""
    year: Annotated[int, Field(ge=1900, le=2100)] | None = None


class PracticeContent(Sent):
    """All that can be said about a practice besides its head. What is not sent stays as it is."""

    how: Annotated[str, Words(LIMITS["how"])] = ""
    lesson: Annotated[str, Words(LIMITS["lesson"])] = ""
    contact: Annotated[str, Words(LIMITS["contact"])] = ""
    problem: Annotated[str, Words(LIMITS["problem"])] = ""
    who: Annotated[str, Words(LIMITS["who"])] = ""
    resources: Annotated[str, Words(LIMITS["resources"])] = ""
    evidence: Annotated[str, Words(LIMITS["evidence"])] = ""
    wrong: Annotated[str, Words(LIMITS["wrong"])] = ""
    conditions: Annotated[str, Words(LIMITS["conditions"])] = ""
    transfer: Annotated[str, Words(LIMITS["transfer"])] = ""
    further: Annotated[str, Words(LIMITS["further"])] = ""
    institution: Short = ""
    place_name: Short = ""
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    started: StatedDate = ""
    ended: StatedDate = ""
    themes: Codes = Field(default_factory=list)
    sectors: Codes = Field(default_factory=list)
    nace: Codes = Field(default_factory=list)
    sdgs: Codes = Field(default_factory=list)
    amounts: list[Amount] = Field(default_factory=list, max_length=20)
    indicators: list[Indicator] = Field(default_factory=list, max_length=20)
    keywords: list[Annotated[str, Words(40)]] = Field(default_factory=list, max_length=12)
    criteria: dict[Criterion, Annotated[str, Words(CRITERION_LIMIT)]] = Field(default_factory=dict)
    section_visibility: dict[SectionName, Literal["partner", "network"]] = Field(default_factory=dict)
    licence: Licence = "CC BY 4.0"


class NewPractice(PracticeContent):
    """A practice to begin. ``network`` and ``partner`` are short names; without them, the sender's own."""

    title: Title
    summary: Annotated[str, Words(SUMMARY_LIMIT, least=1)]
    language: Language
    network: Short | None = None
    partner: Short | None = None
    visibility: Audience = "network"


class PracticeChanges(PracticeContent):
    """Changes to a practice: only what is sent is changed."""

    model_config = CHANGES

    title: Title = ""
    summary: Summary = ""
    language: Language = ""
    visibility: Audience = "network"


class Mark(Sent):
    """How far one criterion is met, and why."""

    met: Literal["yes", "partly", "no"]
    why: Annotated[str, Words(WHY_LIMIT)] = ""


class Opinion(Sent):
    """What an expert says; to validate, all four criteria are marked or none."""

    text: Annotated[str, Words(OPINION_LIMIT, least=1)]
    criteria: dict[Criterion, Mark] = Field(default_factory=dict)

    def said(self) -> Judgement:
        """For the service."""
        return Judgement(self.text, {code: mark.model_dump() for code, mark in self.criteria.items()})


class AskedChanges(Opinion):
    """What should change, of the whole and of single sections."""

    sections: dict[SectionName, Annotated[str, Words(ASK_LIMIT)]] = Field(default_factory=dict)

    def said(self) -> Judgement:
        """For the service."""
        marks: dict[str, Mapping[str, str]] = {code: mark.model_dump() for code, mark in self.criteria.items()}
        return Judgement(self.text, marks, {str(name): text for name, text in self.sections.items()})


class Publication(Sent):
    """Who may read it from now on; without it, as it is."""

    visibility: Audience | None = None


class Withdrawal(Sent):
    """Why it is taken back."""

    reason: Annotated[str, Words(500, least=1)]


class PracticeShape(RecordShape):
    """A practice. A section that this reader may not read is null."""

    how: str | None
    lesson: str | None
    contact: str | None
    problem: str | None
    who: str | None
    resources: str | None
    evidence: str | None
    wrong: str | None
    conditions: str | None
    transfer: str | None
    further: str | None
    institution: str = ""
    place_name: str = ""
    latitude: float | None = None
    longitude: float | None = None
    started: str = ""
    ended: str = ""
    themes: list[str] = Field(default_factory=list)
    sectors: list[str] = Field(default_factory=list)
    nace: list[str] = Field(default_factory=list)
    sdgs: list[str] = Field(default_factory=list)
    amounts: list[dict[str, Any]] = Field(default_factory=list)
    indicators: list[dict[str, Any]] = Field(default_factory=list)
    keywords: list[str] = Field(default_factory=list)
    criteria: dict[str, str] = Field(default_factory=dict)
    section_visibility: dict[str, str] = Field(default_factory=dict)
    licence: str
    submitted_at: Instant | None
    validated_at: Instant | None
    published_at: Instant | None
    documents: list[DocumentShape]


class RevisionShape(Shown):
    """What a practice said at one version. A section that this reader may not read is null."""

    number: int
    at: Instant
    by: PersonShape | None
    note: str
    title: str
    summary: str
    language: str
    content: dict[str, Any]


_PLAIN = frozenset(PracticeContent.model_fields) - set(LIMITS) - {"licence"}
_TIMES = ("submitted_at", "validated_at", "published_at")


def practice_shapes(actor: Actor, practices: Sequence[Practice]) -> list[PracticeShape]:
    """Practices as this reader may read them; two queries for any number."""
    documents = documents_by_record([practice.id for practice in practices])
    return [_shape(actor, practice, documents[practice.id]) for practice in practices]


def practice_shape(actor: Actor, practice: Practice) -> PracticeShape:
    """One practice."""
    return practice_shapes(actor, [practice])[0]


def _shape(actor: Actor, practice: Practice, documents: list[DocumentShape]) -> PracticeShape:
    content = practice.content
    sections: dict[str, Any] = {
        name: str(content.get(name) or "") if may_read_section(actor, practice, section_level(content, name)) else None
        for name in LIMITS
    }
    plain = {name: content[name] for name in _PLAIN if name in content}
    plain |= {name: [] for name, of in TABLES.items() if sections[of] is None}
    times = {name: getattr(practice, name) for name in _TIMES}
    return PracticeShape(
        **record_fields(practice), **sections, **plain, **times, licence=practice.licence, documents=documents
    )


def revision_shape(actor: Actor, practice: Practice, revision: PracticeRevision) -> RevisionShape:
    """A revision as this reader may read it."""
    said: Mapping[str, Any] = revision.snapshot
    return RevisionShape(
        number=revision.number,
        at=revision.at,
        by=person_shape(revision.by),
        note=revision.note,
        title=said["title"],
        summary=said["summary"],
        language=said["language"],
        content=shown_content(actor, practice, revision),
    )
