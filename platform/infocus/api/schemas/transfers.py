"""Transfers: how far other cities are with a practice, what they changed, and what failed."""

from typing import Annotated, Any, Literal

from infocus.api.schemas.base import Sent, Shown, Words
from infocus.api.schemas.practices import Indicator
from infocus.api.schemas.records import Instant, PersonShape, person_shape
from infocus.core.web.links import base_url
from infocus.practices.transfers.models import NOTE_LIMIT, TEXT_LIMIT, TEXTS, Transfer
from infocus.records.urls import record_path

Stage = Literal["borrowed", "interested", "understand", "adapt", "reuse"]
Text = Annotated[str, Words(TEXT_LIMIT)]


class NewTransfer(Sent):
    """How far a city is. ``partner`` is a short name, without it the sender's own; what is not sent stays.

    ``mentor`` is the short name of the city that helps, ``months`` those after which to look back.
    """

    stage: Stage
    note: Annotated[str, Words(NOTE_LIMIT)] | None = None
    partner: Annotated[str, Words(160)] | None = None
    mentor: Annotated[str, Words(160)] | None = None
    plan: Text | None = None
    adapted: Text | None = None
    left_out: Text | None = None
    failed: Text | None = None
    result: Text | None = None
    evidence: list[Indicator] | None = None
    months: list[Literal[3, 12, 18]] | None = None


class CheckpointShape(Shown):
    """A day to look back, ``month`` months after the opening; 0 is the plan's."""

    month: int
    due: str
    text: str
    answered_at: Instant | None


class TransferShape(Shown):
    """What a city says of its use of a practice.

    ``by`` is null for readers outside the network, and so is everything below ``updated_at`` for who may not read the
    transfer's own page.
    """

    id: str
    practice: str
    partner: str
    stage: Stage
    note: str
    by: PersonShape | None
    created_at: Instant
    updated_at: Instant
    stopped_at: Instant | None
    used: Literal["", "yes", "partly", "no"]
    url: str | None
    mentor: str | None
    plan: str | None
    adapted: str | None
    left_out: str | None
    failed: str | None
    result: str | None
    evidence: list[dict[str, Any]] | None
    checkpoints: list[CheckpointShape] | None


def transfer_shape(transfer: Transfer, *, names: bool, whole: bool) -> TransferShape:
    """One line of the ledger; with ``names`` it says who marked it, with ``whole`` all that was written."""
    return TransferShape.model_validate(
        {
            "id": transfer.id,
            "practice": transfer.practice_id,
            "partner": transfer.partner.slug if transfer.partner else "",
            "stage": transfer.state,
            "note": transfer.note,
            "by": person_shape(transfer.marker) if names else None,
            "created_at": transfer.created_at,
            "updated_at": transfer.updated_at,
            "stopped_at": transfer.stopped_at,
            "used": transfer.used,
            "url": base_url() + record_path(transfer) if whole else None,
            "mentor": transfer.mentor.slug if whole and transfer.mentor else None,
            "evidence": transfer.evidence if whole else None,
            "checkpoints": _checkpoints(transfer) if whole else None,
            **{name: getattr(transfer, name) if whole else None for name in TEXTS},
        }
    )


def _checkpoints(transfer: Transfer) -> list[CheckpointShape]:
    rows = sorted(transfer.checkpoints, key=lambda row: row.month)  # new ones come in the order they were chosen
    return [CheckpointShape.model_validate({n: getattr(row, n) for n in CheckpointShape.model_fields}) for row in rows]
