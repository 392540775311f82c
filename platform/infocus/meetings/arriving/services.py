"""Begin, receive, take in, give up: a file that arrives in pieces. That nothing is lost in between is the database's.

A piece is in the store before its row says so, and a row says so before the next piece is asked for: whatever is
interrupted, the sender asks how much is here and goes on from there.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import delete, select

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import after_commit, db
from infocus.core.errors import Conflict, Invalid, NotFound
from infocus.core.ids import is_id
from infocus.core.outbox import enqueue
from infocus.core.permissions import Permission, require
from infocus.engines.bound import engines
from infocus.engines.extraction import kinds
from infocus.engines.extraction.port import Reason
from infocus.engines.extraction.reasons import sentence
from infocus.engines.storage.port import Stored
from infocus.library.uploads import Upload, clean_name
from infocus.meetings import outputs
from infocus.meetings.arriving.guessing import kind_of_name, title_of_name
from infocus.meetings.arriving.models import ArrivalState, ArrivingFile, ArrivingPiece, OutputGuess, Purpose
from infocus.meetings.models import Meeting, Output
from infocus.records.services import check_updates
from infocus.settings import Settings

TAKE_IN = "meetings.take_in"
GIVEN = ("title", "kind", "language", "session", "visibility", "summary")


def begin(
    actor: Actor, meeting: Meeting, purpose: Purpose, file_name: str, length: int, values: Mapping[str, Any],
    settings: Settings,
) -> ArrivingFile:  # fmt: skip
    """Note a file that is about to be sent. ``values``: what is stated of ``GIVEN``; the rest is guessed.

    Raises ``Invalid`` (too large, a kind that is not taken, wrong values, too much under way), ``NotAllowed``.
    """
    check_updates(meeting.network)
    require(actor, Permission.UPLOAD_OUTPUT, meeting)
    name = clean_name(file_name)
    _check_file(purpose, name, length, settings)
    given = {key: str(values[key]) for key in GIVEN if values.get(key)}
    outputs.check_given(actor, meeting, {"title": title_of_name(name), **given})
    open_now = under_way(actor)
    if len(open_now) >= settings.max_files_at_once:
        raise Invalid({"file": _("%(most)s files of yours are under way already.", most=settings.max_files_at_once)})
    if sum(each.length for each in open_now) + length > settings.max_import_mb * 1_000_000:
        raise Invalid({"file": _("Your files under way would be more than %(most)s MB.", most=settings.max_import_mb)})
    arriving = ArrivingFile(
        person_id=actor.person, meeting_id=meeting.id, purpose=purpose, file_name=name, length=length, values=given
    )
    db.session.add(arriving)
    db.session.flush()
    return arriving


def _check_file(purpose: Purpose, name: str, length: int, settings: Settings) -> None:
    most = settings.max_upload_mb if purpose == Purpose.OUTPUT else settings.max_import_mb
    if length > most * 1_000_000:
        raise Invalid({"file": _("This file is larger than %(most)d MB. Nothing was kept.", most=most)})
    if length < 1:
        raise Invalid({"file": str(sentence(Reason.EMPTY))})
    if purpose == Purpose.OUTPUT and kinds.ending_of(name) and kinds.type_of_name(name) is None:
        raise Invalid({"file": str(sentence(Reason.NOT_ACCEPTED))})
    if purpose == Purpose.IMPORT and kinds.ending_of(name) != ".zip":
        raise Invalid({"file": _("Choose a ZIP file.")})


def under_way(actor: Actor, meeting: Meeting | None = None) -> Sequence[ArrivingFile]:
    """The actor's files of which something is missing, the oldest first; of one meeting where it is named."""
    own = select(ArrivingFile).where(
        ArrivingFile.person_id == actor.person, ArrivingFile.state == ArrivalState.ARRIVING
    )
    if meeting is not None:
        own = own.where(ArrivingFile.meeting_id == meeting.id)
    return list(db.session.scalars(own.order_by(ArrivingFile.id)))


def get_own(actor: Actor, arriving_id: str, *, lock: bool = False) -> ArrivingFile:
    """A file the actor sends. Raises ``NotFound``: nobody else's, and none that was swept away."""
    wanted = select(ArrivingFile).where(ArrivingFile.id == arriving_id, ArrivingFile.person_id == actor.person)
    found = db.session.scalar(wanted.with_for_update() if lock else wanted) if is_id(arriving_id) else None
    if found is None:
        raise NotFound
    return found


def room_at(actor: Actor, arriving_id: str, offset: int) -> int:
    """How many bytes may follow at ``offset``. Raises ``Conflict`` when something else is expected there."""
    arriving = get_own(actor, arriving_id)
    meeting = db.session.get_one(Meeting, arriving.meeting_id)
    require(actor, Permission.UPLOAD_OUTPUT, meeting)
    if arriving.state != ArrivalState.ARRIVING or offset != arriving.arrived:
        raise Conflict(current=arriving.arrived)
    return arriving.length - arriving.arrived


def note_piece(actor: Actor, arriving_id: str, offset: int, stored: Stored) -> int:
    """Count a piece that is in the store; the last one has the worker take the file in. Returns how much is here.

    Raises ``Conflict`` when another piece was first at this place.
    """
    arriving = get_own(actor, arriving_id, lock=True)
    if arriving.state != ArrivalState.ARRIVING or offset != arriving.arrived:
        raise Conflict(current=arriving.arrived)
    db.session.add(ArrivingPiece(file_id=arriving.id, start=offset, size=stored.size, storage_key=stored.key))
    arriving.arrived += stored.size
    arriving.touched_at = clock.now()
    if arriving.arrived == arriving.length:
        enqueue(TAKE_IN, {"file": arriving.id}, key=f"{TAKE_IN}:{arriving.id}")
    return arriving.arrived


def pieces_of(arriving_id: str) -> list[str]:
    """The storage keys of its pieces, in order."""
    pieces = select(ArrivingPiece.storage_key).where(ArrivingPiece.file_id == arriving_id)
    return list(db.session.scalars(pieces.order_by(ArrivingPiece.start)))


def add_as_output(actor: Actor, meeting: Meeting, upload: Upload, values: Mapping[str, Any]) -> Output:
    """An output of a file; what ``values`` leave out is guessed from its name now, and from its text once it is read.

    Raises as ``outputs.add_output``.
    """
    guessed = {
        "title": title_of_name(upload.file_name),
        "kind": kind_of_name(upload.file_name),
        "language": actor.language,
    }
    output, document = outputs.add_output(actor, meeting, upload, guessed | {k: v for k, v in values.items() if v})
    no_title, no_language = not values.get("title"), not values.get("language")
    if document is not None and no_language:
        document.language = document.latest.language = ""
    if no_title or no_language:
        db.session.add(OutputGuess(output_id=output.id, title=no_title, language=no_language))
    return output


def settle(arriving: ArrivingFile, state: ArrivalState, *, target: str = "", why: str = "") -> None:
    """Say what became of a file; its pieces go once that is stored."""
    arriving.state, arriving.target, arriving.why = state, target, why[:500]
    arriving.touched_at = clock.now()
    _drop_pieces([arriving.id])


def discard(actor: Actor, arriving_id: str) -> Meeting:
    """Give a file up, and forget it. Returns the meeting it was for. Raises ``NotFound``."""
    arriving = get_own(actor, arriving_id, lock=True)
    meeting = db.session.get_one(Meeting, arriving.meeting_id)
    _drop_pieces([arriving.id])
    db.session.delete(arriving)
    return meeting


def sweep(older_than_days: int) -> int:
    """Forget what nobody touched for so many days, with what there was of it. Returns how many files."""
    limit = clock.now() - timedelta(days=older_than_days)
    stale = list(db.session.scalars(select(ArrivingFile.id).where(ArrivingFile.touched_at < limit).limit(500)))
    if stale:
        _drop_pieces(stale)
        db.session.execute(delete(ArrivingFile).where(ArrivingFile.id.in_(stale)))
    return len(stale)


def _drop_pieces(file_ids: Sequence[str]) -> None:
    keys = list(db.session.scalars(select(ArrivingPiece.storage_key).where(ArrivingPiece.file_id.in_(file_ids))))
    db.session.execute(delete(ArrivingPiece).where(ArrivingPiece.file_id.in_(file_ids)))
    storage = engines().storage

    def drop() -> None:
        for key in keys:
            storage.delete(key)

    after_commit(drop)
