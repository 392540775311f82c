"""Recommendations of reviews, with the host's answers."""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from infocus.api.schemas.base import CHANGES, Sent, Shown, StatedDate, Words
from infocus.api.schemas.records import Instant
from infocus.api.schemas.reviews import Key
from infocus.core.web.links import base_url
from infocus.records.urls import record_path
from infocus.reviews.advice.models import Recommendation
from infocus.reviews.advice.vocabulary import OWNER_LIMIT, PROGRESS_LIMIT, REASON_LIMIT
from infocus.reviews.vocabulary import ADVICE_LIMIT

AnswerName = Literal["accept", "adapt", "park", "reject"]
ProgressName = Literal["open", "waiting", "done", "dropped"]


class NewRecommendation(Sent):
    """A recommendation. ``source`` is the ``seq`` of the entry it comes from, ``section`` a key of the plan's section.

    Without ``section`` the source's own counts. ``key`` is a UUID, the same on every retry, as in the room.
    """

    text: Annotated[str, Words(ADVICE_LIMIT, least=1)]
    source: Annotated[int, Field(ge=1, le=2_000_000_000)] | None = None
    section: Annotated[str, Words(32)] | None = None
    key: Key | None = None


class RecommendationChanges(Sent):
    """Changes: the panel's scribes send ``text`` and ``section``, the host everything else."""

    model_config = CHANGES

    text: Annotated[str, Words(ADVICE_LIMIT, least=1)] = ""
    section: Annotated[str, Words(32)] = ""
    answer: AnswerName = "accept"
    reason: Annotated[str, Words(REASON_LIMIT)] = ""
    owner: Annotated[str, Words(OWNER_LIMIT, lines=False)] = ""
    due: StatedDate = ""
    progress: ProgressName = "open"
    progress_note: Annotated[str, Words(PROGRESS_LIMIT)] = ""


class RecommendationShape(Shown):
    """A recommendation and what became of it. ``partner`` is the city whose advice it is; null without a name.

    ``source`` is shown to those who may enter the room. ``changed_in`` is the version of the plan that answers it.
    """

    id: str
    type: str = "recommendation"
    url: str
    review: str
    number: int
    text: str
    section: str
    section_title: str
    source: int | None
    partner: str | None
    answer: AnswerName | None
    reason: str
    owner: str
    due: str
    answered_at: Instant | None
    progress: ProgressName
    progress_note: str
    checked_at: Instant | None
    changed_in: int | None
    changed_section: str
    version: int
    created_at: Instant


_SAME = (
    "id", "number", "text", "section", "section_title", "reason", "owner", "due", "answered_at", "progress",
    "progress_note", "checked_at", "changed_in", "changed_section", "version", "created_at",
)  # fmt: skip


def recommendation_shapes(rows: Sequence[Recommendation], *, sources: bool) -> list[RecommendationShape]:
    """Recommendations in their order; ``sources``: with the entries of the room they came from."""
    return [
        RecommendationShape.model_validate(
            {name: getattr(row, name) for name in _SAME}
            | {
                "url": f"{base_url()}{record_path(row.review)}/response#r{row.number}",
                "review": row.review_id,
                "source": row.source if sources else None,
                "partner": row.partner.slug if row.partner else None,
                "answer": row.answer or None,
            }
        )
        for row in rows
    ]
