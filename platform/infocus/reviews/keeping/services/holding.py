"""Holding a transcript back from deletion, and deleting it before its time."""

from typing import Any

from flask_babel import gettext as _
from sqlalchemy import func, select, update

from infocus.core import clock, outbox
from infocus.core.actor import Actor
from infocus.core.changes import changed
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid
from infocus.core.permissions import Permission, require
from infocus.core.text import clean
from infocus.networks import audit
from infocus.reviews.candour import Candour
from infocus.reviews.keeping.models import TranscriptKeeping
from infocus.reviews.models import LogEntry, Review
from infocus.reviews.notes.models import Note
from infocus.reviews.vocabulary import Kind, ReviewState

ERASE = "reviews.erase_transcript"
REASON_LIMIT = 300


def hold(actor: Actor, review: Review, reason: str) -> TranscriptKeeping:
    """Keep the transcript until somebody lets it go; a reason is asked, and everybody at the table reads it."""
    require(actor, Permission.FACILITATE_ROOM, review)
    row = _row(review.id)
    if row.begun_at is not None:
        raise Conflict(_("The transcript is deleted already."))
    try:
        words = clean(reason)
    except ValueError:
        words = ""
    if not 0 < len(words) <= REASON_LIMIT:
        raise Invalid({"reason": _("Say why in a sentence, at most %(most)s characters.", most=REASON_LIMIT)})
    row.hold_reason, row.held_by, row.held_at = words, actor.person, clock.now()
    audit.note(actor, "reviews.hold_transcript", "review", review.id, review.network_id, reason=words)
    return row


def let_go(actor: Actor, review: Review) -> TranscriptKeeping:
    """End the hold: the transcript's time counts again."""
    require(actor, Permission.FACILITATE_ROOM, review)
    row = _row(review.id)
    if not row.held:
        raise Conflict(_("Nobody holds this transcript."))
    row.hold_reason, row.held_by, row.held_at, row.reminded_at = "", None, None, None
    audit.note(actor, "reviews.release_transcript", "review", review.id, review.network_id)
    return row


def delete_now(actor: Actor, review: Review) -> None:
    """Delete before the time has come. Raises ``Conflict`` before the review's end, or while it is held."""
    require(actor, Permission.FACILITATE_ROOM, review)
    if review.state != ReviewState.FINISHED:
        raise Conflict(_("The transcript can be deleted once the review is over."))
    row = _row(review.id)
    if row.held or Candour.of(review.candour).hold:
        raise Conflict(_("The transcript is held. Let it go first."))
    if row.begun_at is not None:
        raise Conflict(_("The transcript is deleted already."))
    row.deleted_by = actor.person
    audit.note(actor, "reviews.delete_transcript", "review", review.id, review.network_id)
    begin_deletion(review.id)


def begin_deletion(review_id: str) -> None:
    """From this commit on nobody is shown what was said, the index included; the worker deletes the rest."""
    row = _row(review_id)
    if row.begun_at is not None:
        return
    row.begun_at, row.counts = clock.now(), _counts(review_id)
    said = (LogEntry.review_id == review_id) & (LogEntry.text != "") & (LogEntry.kind != Kind.RECOMMENDATION)
    db.session.execute(update(LogEntry).where(said).values(text=""))
    db.session.execute(update(Note).where(Note.review_id == review_id, Note.text != "").values(text=""))
    changed("review", review_id, narrowed=True)
    outbox.enqueue(ERASE, {"review": review_id}, key=f"{ERASE}:{review_id}")


def _row(review_id: str) -> TranscriptKeeping:
    row = db.session.get(TranscriptKeeping, review_id, with_for_update=True, populate_existing=True)
    if row is None:
        row = TranscriptKeeping(review_id=review_id, hold_reason="", counts={})
        db.session.add(row)
        db.session.flush()
    return row


def _counts(review_id: str) -> dict[str, Any]:
    """How many entries of each kind there were, and notes: what may still be said of it."""
    kinds = db.session.execute(
        select(LogEntry.kind, func.count()).where(LogEntry.review_id == review_id).group_by(LogEntry.kind)
    ).all()
    notes = db.session.scalar(select(func.count()).select_from(Note).where(Note.review_id == review_id)) or 0
    return {str(kind): int(count) for kind, count in kinds} | {"notes": notes}
