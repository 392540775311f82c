"""Making the proposal from the file of a fiche: the worker's part."""

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.engines.extraction.port import Part, Unreadable
from infocus.library.models import DocumentVersion, ReadingState
from infocus.library.parts import parts_of, text_by_ocr
from infocus.practices.fiches.found import nothing
from infocus.practices.fiches.models import Fiche, FicheState, NoProposal
from infocus.practices.fiches.placing import proposal_of

MOST_PAGES = 60
MOST_CHARACTERS = 120_000
"""An old fiche has a few pages. A longer file is a report on many things: nobody would check what is made of it."""


def make_proposal(practice_id: str) -> None:
    """Read the file and store what it proposes. Again is the same, and never over what somebody has changed.

    Raises what the store or the database raises; the outbox tries again.
    """
    with unit_of_work():
        fiche = db.session.get(Fiche, practice_id)
        if fiche is None or _is_decided(fiche) or fiche.document.latest.state != ReadingState.READY:
            return
        version = fiche.document.latest
        key, media_type, file_id = version.storage_key, version.media_type, version.id
        language, pages = fiche.practice.language, version.pages
    parts: list[Part] = []
    reason = NoProposal.TOO_LONG.value if pages > MOST_PAGES else ""
    if not reason:
        try:
            parts = parts_of(key, media_type)
        except Unreadable as error:
            reason = error.reason.value
    with unit_of_work():
        fiche = db.session.get(Fiche, practice_id, with_for_update=True, populate_existing=True)
        if fiche is None or _is_decided(fiche):
            return
        version = db.session.get_one(DocumentVersion, file_id)
        _store(fiche, [_with_text(version, part) for part in parts], language, reason)


def _is_decided(fiche: Fiche) -> bool:
    """A proposal somebody has touched stays as it is; one that nobody has may gain the text OCR found."""
    return fiche.state == FicheState.READY and fiche.seen > 0


def _with_text(version: DocumentVersion, part: Part) -> Part:
    text = "" if part.pieces else text_by_ocr(version.id, part)
    return Part(part.number, part.title, part.level, part.page, (text,), part.whole_page) if text else part


def _store(fiche: Fiche, parts: list[Part], language: str, reason: str) -> None:
    size = sum(len(piece) if isinstance(piece, str) else sum(map(_size, piece)) for p in parts for piece in p.pieces)
    if not reason and not size:
        reason = NoProposal.NO_TEXT.value
    if size > MOST_CHARACTERS:
        reason = NoProposal.TOO_LONG.value
    found = nothing() if reason else proposal_of(parts, language)
    if fiche.state == FicheState.READY and dict(found) == fiche.found:
        return
    fiche.seen += fiche.state == FicheState.READY  # a page that is open shows what was proposed before
    fiche.state = FicheState.FAILED if reason else FicheState.READY
    fiche.reason, fiche.found, fiche.read_at = reason[:20], dict(found), clock.now()


def _size(row: tuple[str, ...]) -> int:
    return sum(map(len, row))
