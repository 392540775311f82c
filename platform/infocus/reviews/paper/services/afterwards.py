"""What was held on paper is entered: by scribes, into the same log, through the same services as in a live room.

A review that is being entered is live without a phase, so that the table lets scribes write and the panel recommend,
and nobody else anything. Every entry carries ``afterwards``.
"""

import uuid
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from flask_babel import gettext as _

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid
from infocus.core.permissions import Permission, require
from infocus.library.uploads import Upload
from infocus.networks.models import Partner
from infocus.records.services import check_updates, save
from infocus.reviews.advice.services.recommending import recommend
from infocus.reviews.models import LogEntry, Review
from infocus.reviews.notes.models import Note
from infocus.reviews.notes.services.showing import show
from infocus.reviews.notes.services.writing import key_hash, random_id
from infocus.reviews.room.policy import Act
from infocus.reviews.room.services import files, talk
from infocus.reviews.room.services.phases import clock_data
from infocus.reviews.room.services.places import heading_of, worded
from infocus.reviews.room.services.takeaways import check_room_for_one
from infocus.reviews.room.services.turn import (
    Stored,
    Turn,
    append_entry,
    begin,
    fingerprint_of,
    fresh_key,
    lock_room,
    take_turn,
)
from infocus.reviews.vocabulary import (
    NOTE_LIMIT,
    TAKEAWAYS,
    TEXT_LIMIT,
    Kind,
    NoteKind,
    ReviewState,
    Seating,
    Signed,
)

ALT_LIMIT = 300
ROWS = 200
"""Lines that can be pasted at once."""


def begin_entering(actor: Actor, review_id: str, key: str, held_on: str, starts: str) -> Stored:
    """Mark the review as entered afterwards, held when it was held; its log is open to its scribes from then on.

    Raises what ``begin`` raises, and ``Invalid``, ``Conflict`` (it began live, or is over).
    """
    turn = begin(actor, review_id, key, act="afterwards", held_on=held_on, starts=starts)
    if isinstance(turn, Stored):
        return turn
    review = turn.review
    require(actor, Permission.ENTER_AFTERWARDS, review)
    check_updates(review.network)
    if review.state != ReviewState.PREPARING:
        raise Conflict(_("This review has begun already, or is over."))
    began = _moment(review, held_on, starts)
    review.held_on, review.starts, review.entered_afterwards = held_on, starts, True
    review.state, review.started_at = ReviewState.LIVE, began
    save(review)
    data = {
        name: value for name, value in clock_data(review, turn.room).items() if name not in {"review", "server_time"}
    }
    return turn.append(Kind.PHASE, data={"move": "start", **data})


def enter_spoken(actor: Actor, review_id: str, key: str, speaker: str, lines: Sequence[str], note: str = "") -> int:
    """What one person said, a line each; how many lines are stored that were not before."""
    _ready(actor, review_id)
    stored = [talk.spoken(actor, review_id, own, speaker, text, note or None) for own, text in _keyed(key, lines)]
    return sum(each.new for each in stored)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperNote:
    """What the notes of one sheet have in common: ``partner`` empty for anonymous ones, ``section`` a key or empty."""

    kind: str
    partner: str = ""
    section: str = ""
    importance: int = 0


def enter_notes(actor: Actor, review_id: str, key: str, sheet: PaperNote, lines: Sequence[str]) -> int:
    """Notes from sheets and from the wall: signed by city or by nobody, never by whoever types them."""
    review = _ready(actor, review_id)
    if sheet.kind not in set(NoteKind):
        raise Invalid({"kind": _("There is no such kind of note.")})
    partner = _city(review, sheet.partner)
    new = 0
    for own, text in _keyed(key, lines):
        words = worded("lines", text, NOTE_LIMIT)
        room = lock_room(review_id)
        hashed = key_hash(review_id, own)
        if db.session.query(Note.id).filter_by(review_id=review_id, key_hash=hashed).first() is not None:
            continue
        turn = take_turn(actor, room, fresh_key(), "")
        turn.check(Act.SPOKEN)
        note = Note(
            id=random_id(),
            review_id=review_id,
            key_hash=hashed,
            fingerprint=fingerprint_of(asdict(sheet) | {"text": words}),
            kind=sheet.kind,
            text=words,
            importance=sheet.importance,
            section=sheet.section,
            section_title=heading_of(review, sheet.section),
            partner_id=partner.id if partner else None,
            signed=Signed.CITY if partner else Signed.ANONYMOUS,
        )
        db.session.add(note)
        db.session.flush()
        show(room, note)
        new += 1
    return new


def enter_advice(
    actor: Actor, review_id: str, key: str, lines: Sequence[str], speaker: str = "", section: str = ""
) -> int:
    """Recommendations, a line each. With a ``speaker`` each is that person's: it is a spoken line first, and keeps it.

    Without one they are the table's, entered by whoever typed them.
    """
    before = _ready(actor, review_id).room.last_seq
    for own, text in _keyed(key, lines):
        source = None
        if speaker:
            said = _derived(own, "spoken")
            source = talk.spoken(actor, review_id, said, speaker, text, NoteKind.SUGGESTION).seq
        recommend(actor, review_id, own, text, source=source, section=section or None)
    return lock_room(review_id).last_seq - before


def enter_takeaways(actor: Actor, review_id: str, key: str, lines: Sequence[str]) -> int:
    """Up to three things the host takes home, in the host's name. Raises ``Invalid`` and ``Full`` for a fourth."""
    _ready(actor, review_id)
    keyed, new = _keyed(key, lines), 0
    if len(keyed) > TAKEAWAYS:
        raise Invalid({"lines": _("At most %(most)s takeaways: leave the most important ones.", most=TAKEAWAYS)})
    for own, text in keyed:
        turn = begin(actor, review_id, own, act="takeaway", text=text)
        if isinstance(turn, Turn):
            turn.check(Act.SPOKEN)
            check_room_for_one(review_id)
            words = worded("lines", text, TEXT_LIMIT)
            _append_for_host(turn, words, {"takeaway": True})
            new += 1
    return new


def enter_photo(actor: Actor, review_id: str, key: str, upload: Upload, alt: str) -> tuple[Stored, bool]:
    """A picture of the wall, with what it shows in words; the same one again is not kept twice (then False)."""
    review = _ready(actor, review_id)
    words = worded("alt", alt, ALT_LIMIT)
    if not upload.media_type.startswith("image/"):
        raise Invalid({"photo": _("A picture: JPEG, PNG or WebP.")})
    turn = begin(actor, review_id, key, act="photo", alt=alt, sha256=upload.sha256)
    if isinstance(turn, Stored):
        return turn, False
    turn.check(Act.SPOKEN)
    document, new = files.add_file(actor, review, upload)
    document.alt = words
    data = files.file_data(document)
    return turn.append(Kind.MESSAGE, text=words, data={"file": data}), new


def _ready(actor: Actor, review_id: str) -> Review:
    """The review while it is being entered. Raises ``Conflict`` before and after."""
    room = lock_room(review_id)
    require(actor, Permission.ENTER_AFTERWARDS, room.review)
    check_updates(room.review.network)
    if room.review.state != ReviewState.LIVE or not room.review.entered_afterwards:
        raise Conflict(_("This review is not being entered from paper, or is finished."))
    return room.review


def _keyed(key: str, lines: Sequence[str]) -> list[tuple[str, str]]:
    """Each line with a key of its own that is the same when the form is sent again."""
    kept = [line.strip() for line in lines if line.strip()]
    if not kept:
        raise Invalid({"lines": _("Write at least one line.")})
    if len(kept) > ROWS:
        raise Invalid({"lines": _("At most %(most)s lines at once.", most=ROWS)})
    return [(_derived(key, f"{number}:{text}"), text) for number, text in enumerate(kept)]


def _derived(key: str, what: str) -> str:
    try:
        return str(uuid.uuid5(uuid.UUID(key), what))
    except ValueError:
        raise Invalid(_("Open the form again: its key is missing.")) from None


def _append_for_host(turn: Turn, words: str, data: dict[str, object]) -> None:
    """An entry of the host's city, keyed to whoever typed it."""
    partner_id = turn.review.partner_id
    row = LogEntry(
        kind=Kind.MESSAGE,
        key=turn.key,
        person_id=turn.actor.person,
        partner_id=partner_id,
        role=Seating.HOST,
        at=clock.now(),
        fingerprint=turn.fingerprint,
        text=words,
        data=data,
    )
    append_entry(turn.room, row, turn.actor.name, db.session.get(Partner, partner_id) if partner_id else None)


def _city(review: Review, partner_id: str) -> Partner | None:
    if not partner_id:
        return None
    found = db.session.get(Partner, partner_id)
    if found is None or found.network_id != review.network_id:
        raise Invalid({"partner": _("This city is not in the network.")})
    return found


def _moment(review: Review, held_on: str, starts: str) -> datetime:
    """When it began, as an instant; a review without a time is taken to have begun at noon."""
    try:
        local = datetime.combine(date.fromisoformat(held_on), time.fromisoformat(starts or "12:00"))
    except ValueError:
        raise Invalid({"held_on": _("Write the day as 2018-01-24 and the time as 14:00.")}) from None
    moment = local.replace(tzinfo=ZoneInfo(review.time_zone)).astimezone(UTC)
    if moment > clock.now():
        raise Invalid({"held_on": _("This day is still to come.")})
    return moment
