"""The proposal of a practice, and how far it is."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.outbox import OutboxRow
from infocus.library.models import DocumentVersion, ReadingState
from infocus.practices.fiches.models import Fiche, FicheState
from infocus.practices.models import Practice

READ = "practices.fiche"
"""The job that makes the proposal of one practice."""


class Step(StrEnum):
    """Where a fiche is, as its page shows it."""

    WAITING = "waiting"
    READY = "ready"
    FAILED = "failed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Standing:
    """``reason``: a code of ``extraction.port.Reason`` or ``NoProposal``; ``again``: trying once more may help."""

    step: Step
    version: DocumentVersion
    reason: str = ""
    again: bool = False


def fiche_of(practice: Practice, *, lock: bool = False) -> Fiche:
    """The fiche a practice was started from. Raises ``NotFound`` where there is none, or its file is gone."""
    query = select(Fiche).where(Fiche.practice_id == practice.id)
    found = db.session.scalar(query.with_for_update() if lock else query)
    if found is None or not found.document.versions or found.document.removed_at:
        raise NotFound
    return found


def standing(fiche: Fiche) -> Standing:
    """How far it is: the file's own reading first, then the proposal."""
    version = fiche.document.latest
    if version.state == ReadingState.FAILED:
        return Standing(Step.FAILED, version, version.reason, again=True)
    if fiche.state == FicheState.FAILED:
        return Standing(Step.FAILED, version, fiche.reason)
    if fiche.state == FicheState.READY:
        return Standing(Step.READY, version)
    if version.state == ReadingState.READY and not _is_due(fiche.practice_id):
        return Standing(Step.STOPPED, version, again=True)
    return Standing(Step.WAITING, version)


def reading_key(practice_id: str, recognised: int = 0) -> str:
    """The outbox key of the job; ``recognised``: how many pages OCR has read."""
    return f"{READ}:{practice_id}:{recognised}"


def _is_due(practice_id: str) -> bool:
    """Whether a job waits or runs for it: one that failed for good has no key any more."""
    mine = OutboxRow.key.startswith(f"{READ}:{practice_id}:", autoescape=True)
    return db.session.scalar(select(OutboxRow.id).where(OutboxRow.kind == READ, mine).limit(1)) is not None
