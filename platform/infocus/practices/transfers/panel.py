"""What waits to be looked back on, on the page Me; what one wrote about transfers, in the export of one's own data."""

from typing import Any

from flask_babel import format_date
from flask_babel import gettext as _
from sqlalchemy import select

from infocus.accounts.own_data import contributes_own_data
from infocus.accounts.panels import Line, Panel, contributes_panel
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.practices.transfers.ledger import marked_by, waiting
from infocus.practices.transfers.models import PLAN, Checkpoint, Step
from infocus.practices.transfers.words import month_word
from infocus.records.urls import record_path

SHOWN = 8


@contributes_panel("checkpoints", order=25)
def due(actor: Actor) -> Panel:
    """The plans and checkpoints of one's own city's transfers that are due first."""
    lines = tuple(
        Line(
            f"{row.title}: {month_word(checkpoint.month)}",
            record_path(row) + ("#plan" if checkpoint.month == PLAN else f"#month-{checkpoint.month}"),
            str(format_date(checkpoint.day, "d MMM y")),
        )
        for checkpoint, row in waiting(actor)[:SHOWN]
    )
    return Panel(
        _("Transfers to look back on"), lines, _("Nothing is due. A transfer has its plan within three months.")
    )


@contributes_own_data("adoptions")
def adoptions_as_data(person_id: str) -> list[dict[str, Any]]:
    """Every transfer the person said the last word on."""
    return [
        {
            "practice": row.practice_id,
            "partner": row.partner.slug if row.partner else "",
            "stage": row.state,
            "note": row.note,
            "since": row.created_at.isoformat(),
            "changed": row.updated_at.isoformat(),
        }
        for row in marked_by(person_id)
    ]


@contributes_own_data("transfer_steps")
def steps_as_data(person_id: str) -> list[dict[str, str]]:
    """Every step of a transfer the person took."""
    rows = db.session.scalars(select(Step).where(Step.by_id == person_id).order_by(Step.id))
    return [{"transfer": row.transfer_id, "step": row.what, "at": row.at.isoformat()} for row in rows]


@contributes_own_data("transfer_checkpoints")
def answers_as_data(person_id: str) -> list[dict[str, Any]]:
    """Every checkpoint the person answered."""
    rows = db.session.scalars(select(Checkpoint).where(Checkpoint.answered_by == person_id).order_by(Checkpoint.id))
    return [{"transfer": row.transfer_id, "month": row.month, "text": row.text} for row in rows]
