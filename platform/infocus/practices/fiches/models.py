"""The file a draft was started from, and what was found in it for the draft's fields."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.core import clock
from infocus.core.db import Model
from infocus.library.models import Document
from infocus.practices.models import Practice


class FicheState(StrEnum):
    """How far the proposal is: not made yet, there to be checked, or not to be made from this file."""

    WAITING = "waiting"
    READY = "ready"
    FAILED = "failed"


class NoProposal(StrEnum):
    """Why a file that could be read gives no proposal."""

    NO_TEXT = "no-text"
    TOO_LONG = "too-long"


class ProposalState(StrEnum):
    """What a person said to what was proposed for a field."""

    OPEN = "open"
    TAKEN = "taken"
    LEFT = "left"


class Fiche(Model):
    """An old fiche and the proposal made of it (``practices.fiches.found`` names the shape of ``found``).

    ``seen`` grows with every change of the proposal: a form that was filled in on an older one is not taken unseen.
    """

    __tablename__ = "practice_fiches"

    practice_id: Mapped[str] = mapped_column(ForeignKey("practices.id", ondelete="CASCADE"), primary_key=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), index=True)
    state: Mapped[str] = mapped_column(String(8), default=FicheState.WAITING)
    reason: Mapped[str] = mapped_column(String(20), default="")
    found: Mapped[dict[str, Any]] = mapped_column(default=dict)
    seen: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    read_at: Mapped[datetime | None]

    practice: Mapped[Practice] = relationship()
    document: Mapped[Document] = relationship()
