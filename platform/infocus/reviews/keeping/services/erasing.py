"""Deleting the words of a room, a batch at a time; what is gone stays gone, and it goes on where it was cut off.

What stays: the log's numbers, kinds and times; what the protocol needs to add up (which notes were in a cluster, how
many dots moved, the course of the phases); recommendations with their answers, the summary, the report, the counts.
"""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Text, cast, delete, select, update

from infocus.core import clock
from infocus.core.changes import changed
from infocus.core.db import db
from infocus.core.outbox import OutboxRow
from infocus.engines.bound import engines
from infocus.library.models import Document, DocumentVersion, PageImage, PageWords
from infocus.notifications.models import Notification
from infocus.reviews.keeping.models import TranscriptKeeping
from infocus.reviews.models import LogEntry, Room, RoomVisit
from infocus.reviews.notes.models import Cluster, Note, Vote
from infocus.reviews.report.models import ReviewSummary, SummaryVersion
from infocus.reviews.room.models import RoomFiles
from infocus.reviews.vocabulary import Kind, NoteState

BATCH = 500
GONE = {"deleted": True}
_STAYS: dict[str, tuple[str, ...]] = {
    Kind.PHASE: ("move", "phase", "state", "ends_at", "left", "minutes"),
    Kind.CLUSTER: ("cluster", "notes"),
    Kind.VOTE: ("change",),
    Kind.REACTION: ("emoji", "on"),
    Kind.FLOOR: ("move",),
    Kind.OFF_RECORD: ("on",),
}
"""What of an entry's data is no word and no person."""

Step = Callable[[str], bool]


def erase_files(review_id: str) -> bool:
    """Delete the next file of the room, its bytes first: a cut leaves no bytes without a row that knows them."""
    mine = select(Document).join(RoomFiles, RoomFiles.id == Document.record_id).where(RoomFiles.review_id == review_id)
    document = db.session.scalars(mine.limit(1)).first()
    if document is None:
        return False
    for version in document.versions:
        keys = [version.storage_key]
        for table in (PageImage, PageWords):
            keys += db.session.scalars(select(table.storage_key).where(table.version_id == version.id))
        for key in keys:
            engines().storage.delete(key)
    db.session.execute(delete(DocumentVersion).where(DocumentVersion.document_id == document.id))
    db.session.execute(delete(Document).where(Document.id == document.id))
    db.session.expire_all()
    return True


def erase_log(review_id: str) -> bool:
    """Empty the next entries; ``False`` when none is left.

    An entry that is done has no key any more: nobody repeats what was said three months ago.
    """
    rows = list(
        db.session.scalars(
            select(LogEntry)
            .where(LogEntry.review_id == review_id, LogEntry.key != "")
            .order_by(LogEntry.seq)
            .limit(BATCH)
        ).unique()
    )
    for row in rows:
        row.data = _left_of(row)
        if row.kind != Kind.RECOMMENDATION and row.text:
            row.text = ""
        row.key, row.fingerprint, row.person_id, row.partner_id, row.role = "", None, None, None, ""
    db.session.flush()
    return bool(rows)


def _left_of(row: LogEntry) -> dict[str, Any]:
    """An entry's data without words and people. A recommendation is a result: it stays, with its city."""
    if row.kind == Kind.RECOMMENDATION:
        of = row.data.get("of")
        return {**row.data, "of": {**of, "name": ""} if of else None}
    kept = {name: row.data[name] for name in _STAYS.get(row.kind, ()) if name in row.data}
    return kept if row.kind in {Kind.PHASE, Kind.OFF_RECORD} else kept | GONE


def erase_notes(review_id: str) -> bool:
    """Empty the next notes, shown or never sent; ``False`` when none is left."""
    found = select(Note.id).where(Note.review_id == review_id, Note.fingerprint != "-").limit(BATCH)
    rows = list(db.session.scalars(found))
    for note_id in rows:
        emptied: dict[str, Any] = {"key_hash": note_id, "fingerprint": "-", "person_id": None, "partner_id": None}
        emptied |= {"role": "", "quote": "", "text": "", "section_title": "", "created_at": None}
        db.session.execute(update(Note).where(Note.id == note_id).values(**emptied))
    unsent = Note.state.in_((NoteState.DRAFT, NoteState.SENT, NoteState.WITHDRAWN))
    db.session.execute(delete(Note).where(Note.review_id == review_id, unsent))
    return bool(rows)


def erase_rest(review_id: str) -> bool:
    """What lies around: titles, whose dots they were, who read how far, the floor, drafts, quotes. Done in one go."""
    db.session.execute(update(Cluster).where(Cluster.review_id == review_id).values(title=""))
    for table in (Vote, RoomVisit):
        db.session.execute(delete(table).where(table.review_id == review_id))
    db.session.execute(update(Room).where(Room.review_id == review_id).values(floor={}))
    _erase_drafts(review_id)
    in_room = Notification.path.contains("/room", autoescape=True)
    told = (Notification.record_id == review_id) & in_room
    db.session.execute(update(Notification).where(told).values(quote="", words={}))
    _erase_mails(review_id)
    return False


def finish(review_id: str) -> bool:
    """Note that it is done, and have the index forget, in its files too."""
    row = db.session.get(TranscriptKeeping, review_id, with_for_update=True)
    if row is not None and row.deleted_at is None:
        row.deleted_at = clock.now()
        changed("review", review_id, narrowed=True, erased=True)
    return False


STEPS: Sequence[Step] = (erase_files, erase_log, erase_notes, erase_rest, finish)
"""In this order; each is called in a unit of work of its own until it answers ``False``."""


def _erase_drafts(review_id: str) -> None:
    """Earlier texts of the summary quote the log; the one that counts stays."""
    stands = db.session.scalar(select(ReviewSummary.version).where(ReviewSummary.review_id == review_id)) or 0
    older = (SummaryVersion.review_id == review_id) & (SummaryVersion.number != stands)
    db.session.execute(delete(SummaryVersion).where(older))


def _erase_mails(review_id: str) -> None:
    """Mails about lines of the room that were never sent, for want of a server or of an address that works."""
    holds = cast(OutboxRow.payload, Text).contains(review_id, autoescape=True)
    rows = db.session.execute(select(OutboxRow.id, OutboxRow.payload).where(OutboxRow.kind == "mail.send", holds))
    quoting = [row.id for row in rows if "/room" in str(row.payload)]
    db.session.execute(delete(OutboxRow).where(OutboxRow.id.in_(quoting)))
