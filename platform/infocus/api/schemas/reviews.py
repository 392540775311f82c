"""Peer reviews, their phases, the log of their rooms."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from infocus.api.schemas.base import CHANGES, Language, RecordId, Sent, Shown, Typed, Words
from infocus.api.schemas.records import Instant, RecordShape, record_fields
from infocus.reviews.models import PanelMember, Review
from infocus.reviews.room.queries import MOST, PAGE
from infocus.reviews.services.planning import ReviewValues
from infocus.reviews.vocabulary import QUESTIONS

Title = Annotated[str, Words(200, least=1, lines=False)]
Minutes = Annotated[int, Field(ge=1, le=240)]
PhaseName = Literal[
    "opening",
    "pitch",
    "clarify",
    "notes",
    "cluster",
    "round",
    "experience",
    "reflect",
    "dialogue",
    "takeaways",
    "close",
]
Key = Annotated[str, StringConstraints(pattern=r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")]
Seq = Annotated[int, Field(ge=0, le=2_000_000_000)]


class ReviewFields(Sent):
    """What can be said about a review. ``starts`` is a local time (``14:00``); ``minutes`` of each phase."""

    mode: Literal["guided", "open"] = "guided"
    starts: Annotated[str, StringConstraints(pattern=r"^([0-9]{2}:[0-9]{2})?$")] = ""
    time_zone: Annotated[str, Words(60)] = "Europe/Brussels"
    plan_version: Annotated[int, Field(ge=1, le=100_000)] | None = None
    visibility: Literal["panel", "network"] = "network"
    language: Language = "en"
    summary: Annotated[str, Words(600)] = ""
    brief: Annotated[str, Words(3_000)] = ""
    call_url: Annotated[str, Words(500)] = ""
    questions: list[Annotated[str, Words(300)]] = Field(default_factory=list, max_length=QUESTIONS)
    minutes: dict[PhaseName, Minutes] = Field(default_factory=dict)


Day = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]


class NewReview(ReviewFields):
    """A review of a plan. ``facilitator`` is the id of a member of the network."""

    plan: RecordId
    title: Title
    held_on: Day
    facilitator: RecordId


class ReviewChanges(ReviewFields):
    """Changes to a review: only what is sent is changed."""

    model_config = CHANGES

    title: Title = ""
    held_on: Day = ""


class PhaseMove(Sent):
    """One thing for the clock: another phase, a pause (or its end), more minutes, the beginning, the end."""

    to: PhaseName | None = None
    pause: bool | None = None
    extend: Annotated[int, Field(ge=1, le=120)] | None = None
    start: Literal[True] | None = None
    finish: Literal[True] | None = None
    key: Key | None = None


class EntryQuery(Typed):
    """The entries after ``after``."""

    after: Seq = 0
    limit: Annotated[int, Field(ge=1, le=MOST)] = PAGE


class SeatShape(Shown):
    """Somebody's named seat."""

    person: str
    name: str
    partner: str | None
    role: str
    task: str


class ReviewShape(RecordShape):
    """A review with its table. ``partner`` is the host."""

    plan: str
    plan_version: int | None
    mode: str
    held_on: str
    starts: str
    time_zone: str
    brief: str
    questions: list[str]
    minutes: dict[str, int]
    call_url: str
    phase: str | None
    started_at: Instant | None
    finished_at: Instant | None
    panel: list[SeatShape]


class ClockShape(Shown):
    """The clock of a review, and the number of the entry that set it."""

    seq: int
    review: str
    state: str
    phase: str | None
    ends_at: str | None
    left: int | None
    minutes: int | None
    server_time: str


class EntriesShape(Shown):
    """Entries in the order of ``seq``, as the room's ``sync`` has them, and whether there are more."""

    items: list[dict[str, Any]]
    more: bool
    last_seq: int


_SAID = (
    "title", "held_on", "mode", "starts", "time_zone", "plan_version", "visibility", "language", "summary", "brief",
    "call_url", "interpretation_url", "table_label", "open_to", "questions", "minutes",
)  # fmt: skip
_SHOWN = ("plan_version", "mode", "held_on", "starts", "time_zone", "brief", "questions", "minutes", "call_url")


def review_values(sent: Mapping[str, Any], kept: Review | None = None) -> ReviewValues:
    """What was sent, for the service; what was not stays as it is ``kept``."""
    values: dict[str, Any] = {name: getattr(kept, name) for name in _SAID} if kept else {}
    values |= {name: value for name, value in sent.items() if name in _SAID and value != {}}
    if "questions" in values:
        values["questions"] = tuple(values["questions"])
    return ReviewValues(**values)


def review_shapes(reviews: Sequence[Review]) -> list[ReviewShape]:
    """Reviews with their tables."""
    return [
        ReviewShape(
            **record_fields(review),
            **{name: getattr(review, name) for name in _SHOWN},
            plan=review.plan_id,
            phase=review.room.phase,
            started_at=review.started_at,
            finished_at=review.finished_at,
            panel=[_seat(seat) for seat in review.panel],
        )
        for review in reviews
    ]


def _seat(seat: PanelMember) -> SeatShape:
    return SeatShape(
        person=seat.person_id,
        name=seat.person.shown_name,
        partner=seat.partner.slug if seat.partner else None,
        role=seat.role,
        task=seat.task,
    )
