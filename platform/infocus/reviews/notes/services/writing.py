"""Writing a note, and changing or withdrawing an own one that is not shown yet."""

import hashlib
import secrets
from dataclasses import asdict, dataclass
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import func, select

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid, NetworkClosed, NotAllowed, NotFound
from infocus.core.ids import new_id
from infocus.networks.policy import takes_updates
from infocus.reviews.models import Review
from infocus.reviews.notes.candour import allowed_signatures
from infocus.reviews.notes.models import Note
from infocus.reviews.notes.services.showing import show
from infocus.reviews.room.errors import PhaseClosed
from infocus.reviews.room.policy import Act
from infocus.reviews.room.services.places import heading_of, quoted, worded
from infocus.reviews.room.services.turn import (
    Turn,
    fingerprint_of,
    fresh_key,
    lock_room,
    partner_at_table,
    shown_role,
    take_turn,
)
from infocus.reviews.vocabulary import NOTE_LIMIT, Mode, NoteKind, NoteState, Phase, ReviewState, Signed

MOST_NOTES = 2_000
"""Notes of one review: anonymous ones cannot be counted by their writers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteValues:
    """What is typed: ``importance`` 0 (not said) to 3, ``section`` a key of the plan or "", ``question`` 0 for none.

    ``signed``: ``None`` for the way that is usual at this table.
    """

    kind: str
    text: str
    importance: int = 0
    section: str = ""
    question: int = 0
    quote: str = ""
    signed: str | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A note's id, and the ``seq`` of its entry once it is shown."""

    id: str
    seq: int | None = None


def write_note(actor: Actor, review_id: str, key: str, values: NoteValues) -> Written:
    """Leave a note: hidden until the notes appear together, in an open review (and in the grace) shown at once.

    The key is looked up before any right is judged; it is kept as a hash, so that an anonymous note is tied to its
    device only. Raises as ``begin`` and ``Turn.check`` do, and ``Invalid``, ``TooLarge``.
    """
    room = lock_room(review_id)
    fingerprint = fingerprint_of(asdict(values))
    known = _by_key(review_id, key)
    if known is not None:
        if known.fingerprint not in {"", fingerprint}:
            raise Conflict(_("This key was used before, with another content."))
        return Written(known.id, known.seq)
    turn = take_turn(actor, room, fresh_key(), fingerprint)
    allowed_by = turn.check(Act.NOTE)
    count = select(func.count()).select_from(Note).where(Note.review_id == review_id)
    if (db.session.scalar(count) or 0) >= MOST_NOTES:
        raise Invalid({"text": _("There are too many notes in this review.")})
    note = Note(id=random_id(), review_id=review_id, key_hash=key_hash(review_id, key), fingerprint=fingerprint)
    _fill(note, turn, values)
    db.session.add(note)
    db.session.flush()
    if not _hidden(turn, allowed_by):
        show(room, note)
    return Written(note.id, note.seq)


def rewrite_note(actor: Actor, review_id: str, key: str, values: NoteValues | None) -> Written:
    """Give an own note other words while nobody has seen it, or withdraw it (without ``values``).

    Whose it is its ``key`` says; a note signed by name is its writer's as well. Raises ``NotFound``, ``Conflict`` once
    the notes are shown, and what ``write_note`` raises.
    """
    room = lock_room(review_id)
    note = _by_key(review_id, key)
    if note is None or (note.person_id is not None and note.person_id != actor.person):
        raise NotFound(_("There is no such note of yours."))
    turn = take_turn(actor, room, fresh_key(), "")
    if not actor.may_write():
        raise NotAllowed
    if not takes_updates(turn.review.network):
        raise NetworkClosed(_("The network is closed: its reviews can be read, not changed."))
    if note.state == NoteState.WITHDRAWN and values is None:
        return Written(note.id)
    if note.state != NoteState.SENT:
        raise Conflict(_("This note is shown already, or was withdrawn."))
    if values is None:
        note.state, note.text, note.quote, note.fingerprint = NoteState.WITHDRAWN, "", "", ""
    else:
        if room.off_record:
            raise PhaseClosed(_("The room is off the record: nothing is kept now."))
        _fill(note, turn, values)
        note.fingerprint = fingerprint_of(asdict(values))
    db.session.flush()
    return Written(note.id)


def key_hash(review_id: str, key: str) -> str:
    """What is kept of a note's key."""
    return hashlib.sha256(f"{review_id}:{key}".encode()).hexdigest()


def random_id() -> str:
    """An id that does not tell when it was made: a time would lead to whoever wrote just then."""
    return new_id(secrets.randbits(48))


def _by_key(review_id: str, key: str) -> Note | None:
    found = select(Note).where(Note.review_id == review_id, Note.key_hash == key_hash(review_id, key))
    return db.session.scalars(found).unique().first()


def _hidden(turn: Turn, allowed_by: Phase | None) -> bool:
    """Whether the note waits for the others: not in an open review that is live, nor after its phase has ended."""
    if turn.review.state == ReviewState.PREPARING:
        return True
    return turn.review.mode == Mode.GUIDED and turn.phase is allowed_by


def _fill(note: Note, turn: Turn, values: NoteValues) -> None:
    for name, value in _checked(turn.review, values).items():
        setattr(note, name, value)
    note.section_title = heading_of(turn.review, values.section)
    partner_id = partner_at_table(turn.actor, turn.review)
    signed = _signature(turn.review, values.signed)
    if signed is Signed.CITY and partner_id is None:
        signed = Signed.ANONYMOUS  # who comes for no city has none to sign with
    note.signed = signed.value
    by_name = signed is Signed.NAME
    note.person_id = turn.actor.person if by_name else None
    note.role = shown_role(turn.actor, turn.review) if by_name else ""
    note.created_at = clock.now() if by_name else None
    note.partner_id = None if signed is Signed.ANONYMOUS else partner_id


def _checked(review: Review, values: NoteValues) -> dict[str, Any]:
    wrong = {}
    if values.kind not in set(NoteKind):
        wrong["kind"] = _("There is no such kind of note.")
    if not 0 <= values.importance <= 3:
        wrong["importance"] = _("From 1 to 3.")
    if not 0 <= values.question <= len(review.questions):
        wrong["question"] = _("There is no such question.")
    if wrong:
        raise Invalid(wrong)
    return {
        "kind": values.kind,
        "text": worded("text", values.text, NOTE_LIMIT),
        "importance": values.importance,
        "section": values.section,
        "question": values.question,
        "quote": quoted(values.quote),
    }


def _signature(review: Review, wanted: str | None) -> Signed:
    allowed = allowed_signatures(review)
    if wanted is None:
        return allowed[0]
    if wanted not in allowed:
        raise Invalid({"signed": _("Notes are not signed like that at this table.")})
    return Signed(wanted)
