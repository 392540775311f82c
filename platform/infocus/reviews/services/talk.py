"""What people put into the log: messages, spoken lines, edits, removals, reactions."""

import re

from flask_babel import gettext as _
from sqlalchemy import or_, select, update

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid, NotAllowed, TooLarge
from infocus.core.text import clean
from infocus.reviews.entries import partner_data
from infocus.reviews.models import LogEntry
from infocus.reviews.policy import CHAIR, Act, seatings
from infocus.reviews.services.seats import voices
from infocus.reviews.services.turn import Stored, Turn, begin
from infocus.reviews.vocabulary import TEXT_LIMIT, Kind, NoteKind

_EMOJI = re.compile(r"^[^\s\x00-\x1f<>&\"']{1,16}$")


def say(actor: Actor, review_id: str, key: str, text: str, reply_to: int | None = None) -> Stored:
    """Write a message, at most 4,000 code points. Raises as `begin` and `Turn.check` do, and `Invalid`, `TooLarge`."""
    turn = begin(actor, review_id, key, act=Act.SAY, text=text, reply_to=reply_to)
    if isinstance(turn, Stored):
        return turn
    turn.check(Act.SAY)
    words = _words(text)
    if reply_to is not None:
        turn.line(reply_to)
    return turn.append(Kind.MESSAGE, text=words, data={"reply_to": reply_to} if reply_to else {})


def spoken(actor: Actor, review_id: str, key: str, speaker: str, text: str, note: str | None = None) -> Stored:
    """Write down what ``speaker`` (a person at the table) said; ``note`` says what kind of remark it was."""
    turn = begin(actor, review_id, key, act=Act.SPOKEN, speaker=speaker, text=text, note=note)
    if isinstance(turn, Stored):
        return turn
    turn.check(Act.SPOKEN)
    words = _words(text)
    voice = voices(turn.review).get(speaker)
    if voice is None:
        raise Invalid({"speaker": _("This person does not sit at this table.")})
    if note is not None and note not in set(NoteKind):
        raise Invalid({"note": _("There is no such kind of remark.")})
    data = {"speaker": {"id": voice.id, "name": voice.name, "role": voice.role, "partner": partner_data(voice.partner)}}
    return turn.append(Kind.SPOKEN, text=words, data=data | ({"note": note} if note else {}))


def edit(actor: Actor, review_id: str, key: str, target: int, text: str) -> Stored:
    """Replace the words of an own line; the old ones are blanked where they stood."""
    turn = begin(actor, review_id, key, act=Act.EDIT, target=target, text=text)
    if isinstance(turn, Stored):
        return turn
    line = _own_line(turn, target)
    turn.check(Act.SPOKEN if line.kind == Kind.SPOKEN else Act.EDIT)
    words = _words(text)
    _blank(turn, target)
    return turn.append(Kind.EDITED, target=target, text=words)


def remove(actor: Actor, review_id: str, key: str, target: int) -> Stored:
    """Take an own line away (a facilitator: any line); its words are blanked everywhere, the trace stays."""
    turn = begin(actor, review_id, key, act=Act.REMOVE, target=target)
    if isinstance(turn, Stored):
        return turn
    line = turn.line(target)
    if line.person_id != actor.person and not seatings(actor, turn.review) & CHAIR:
        raise NotAllowed(_("Only its author and the facilitator can remove a line."))
    turn.check(Act.REMOVE)
    _not_removed(turn, target)
    _blank(turn, target)
    return turn.append(Kind.REMOVED, target=target)


def react(actor: Actor, review_id: str, key: str, target: int, emoji: str, *, on: bool) -> Stored:
    """Put a sign on a line, or take it back."""
    turn = begin(actor, review_id, key, act=Act.REACT, target=target, emoji=emoji, on=on)
    if isinstance(turn, Stored):
        return turn
    turn.check(Act.REACT)
    if not _EMOJI.match(emoji):
        raise Invalid({"emoji": _("That is no sign to react with.")})
    turn.line(target)
    return turn.append(Kind.REACTION, target=target, data={"emoji": emoji, "on": on})


def _words(text: str) -> str:
    try:
        words = clean(text)
    except ValueError:
        raise Invalid({"text": _("This text holds control characters; please type it again.")}) from None
    if not words:
        raise Invalid({"text": _("There is nothing to send.")})
    if len(words) > TEXT_LIMIT:
        message = _("%(length)s characters; %(most)s fit.", length=len(words), most=TEXT_LIMIT)
        raise TooLarge(message)
    return words


def _own_line(turn: Turn, target: int) -> LogEntry:
    line = turn.line(target)
    if line.person_id != turn.actor.person:
        raise NotAllowed(_("Only its author can change a line."))
    _not_removed(turn, target)
    return line


def _not_removed(turn: Turn, target: int) -> None:
    gone = (LogEntry.review_id == turn.review.id, LogEntry.target == target, LogEntry.kind == Kind.REMOVED)
    if db.session.scalar(select(LogEntry.seq).where(*gone).limit(1)):
        raise Conflict(_("This line has been removed."))


def _blank(turn: Turn, target: int) -> None:
    """Empty the line and its earlier edits; the fingerprint goes too, short words could be guessed from it."""
    edits = (LogEntry.target == target) & (LogEntry.kind == Kind.EDITED)
    db.session.execute(
        update(LogEntry)
        .where(LogEntry.review_id == turn.review.id, or_(LogEntry.seq == target, edits), LogEntry.blanked_by.is_(None))
        .values(text="", fingerprint=None, blanked_by=turn.room.last_seq + 1)
    )
