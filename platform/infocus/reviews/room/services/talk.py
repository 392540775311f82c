"""What people put into the log: messages, spoken lines, edits, removals, reactions."""

import re
from dataclasses import asdict, dataclass
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import or_, update

from infocus.comments.mentions import named_in
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Invalid, NotAllowed
from infocus.core.events import emit
from infocus.reviews.models import LogEntry
from infocus.reviews.policy import CHAIR, seatings
from infocus.reviews.room.entries import partner_data
from infocus.reviews.room.events import LineRemoved, Mentioned
from infocus.reviews.room.policy import Act
from infocus.reviews.room.services.files import files_of_message, take_away
from infocus.reviews.room.services.places import cleaned, heading_of, quoted, worded
from infocus.reviews.room.services.takeaways import check_room_for_one
from infocus.reviews.room.services.turn import Stored, Turn, begin
from infocus.reviews.services.seats import voices
from infocus.reviews.vocabulary import LINES, TEXT_LIMIT, Kind, NoteKind, Phase

SHOWN = LINES | {Kind.NOTE}
"""What can be answered, signed and removed."""
CARRIED = frozenset({"file", "files", "quote", "mentions"})
_EMOJI = re.compile(r"^[^\s\x00-\x1f<>&\"']{1,16}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What a message can carry besides its words: keys and ids as clients send them."""

    section: str = ""
    quote: str = ""
    files: tuple[str, ...] = ()


def say(
    actor: Actor, review_id: str, key: str, text: str, reply_to: int | None = None, extras: Extras | None = None
) -> Stored:
    """Write a message, at most 4,000 code points; with a file it may have no words.

    In the phase `takeaways` it is one of the host's three. Raises as ``begin`` and ``Turn.check`` do, ``Invalid``,
    ``TooLarge``, ``NotFound`` (a reply or a file), ``Full`` (a fourth takeaway).
    """
    extras = extras or Extras()
    content = {name: value for name, value in asdict(extras).items() if value}
    turn = begin(actor, review_id, key, act=Act.SAY, text=text, reply_to=reply_to, **content)
    if isinstance(turn, Stored):
        return turn
    phase = turn.check(Act.SAY)
    words = (cleaned if extras.files else worded)("text", text, TEXT_LIMIT)
    data: dict[str, Any] = {}
    if reply_to is not None:
        data["reply_to"] = turn.line(reply_to, SHOWN).seq
    data |= _extras(turn, extras)
    if phase is Phase.TAKEAWAYS:
        check_room_for_one(turn.review.id)
        data["takeaway"] = True
    named = _named(turn, words)
    if named:
        data["mentions"] = [{"id": person, "name": name} for person, name in named.items()]
    stored = turn.append(Kind.MESSAGE, text=words, data=data)
    if named:
        emit(Mentioned(review_id, stored.seq, tuple(named), actor.person))
    return stored


def _extras(turn: Turn, extras: Extras) -> dict[str, Any]:
    data: dict[str, Any] = {}
    if extras.section:
        data |= {"section": extras.section, "section_title": heading_of(turn.review, extras.section)}
    quote = quoted(extras.quote)
    if quote:
        data["quote"] = quote
    files = files_of_message(turn.review, extras.files)
    if files:
        data |= {"file": files[0], **({"files": files} if len(files) > 1 else {})}
    return data


def _named(turn: Turn, words: str) -> dict[str, str]:
    if "@" not in words:
        return {}
    return named_in(words, ((voice.id, voice.name) for voice in voices(turn.review).values()))


def spoken(actor: Actor, review_id: str, key: str, speaker: str, text: str, note: str | None = None) -> Stored:
    """Write down what ``speaker`` (a person at the table) said; ``note`` says what kind of remark it was."""
    turn = begin(actor, review_id, key, act=Act.SPOKEN, speaker=speaker, text=text, note=note)
    if isinstance(turn, Stored):
        return turn
    turn.check(Act.SPOKEN)
    words = worded("text", text, TEXT_LIMIT)
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
    words = worded("text", text, TEXT_LIMIT)
    _blank(turn, target)
    return turn.append(Kind.EDITED, target=target, text=words)


def remove(actor: Actor, review_id: str, key: str, target: int) -> Stored:
    """Take an own line away (a facilitator: any line); its words are blanked everywhere, the trace stays."""
    turn = begin(actor, review_id, key, act=Act.REMOVE, target=target)
    if isinstance(turn, Stored):
        return turn
    line = turn.line(target, SHOWN)
    if line.person_id != actor.person and not seatings(actor, turn.review) & CHAIR:
        raise NotAllowed(_("Only its author and the facilitator can remove a line."))
    turn.check(Act.REMOVE)
    turn.check_standing(target)
    _blank(turn, target)
    _strip(line)
    stored = turn.append(Kind.REMOVED, target=target)
    emit(LineRemoved(review_id, target))
    return stored


def react(actor: Actor, review_id: str, key: str, target: int, emoji: str, *, on: bool) -> Stored:
    """Put a sign on a line, or take it back."""
    turn = begin(actor, review_id, key, act=Act.REACT, target=target, emoji=emoji, on=on)
    if isinstance(turn, Stored):
        return turn
    turn.check(Act.REACT)
    if not _EMOJI.match(emoji):
        raise Invalid({"emoji": _("That is no sign to react with.")})
    turn.line(target, SHOWN)
    return turn.append(Kind.REACTION, target=target, data={"emoji": emoji, "on": on})


def _own_line(turn: Turn, target: int) -> LogEntry:
    line = turn.line(target)
    if line.person_id != turn.actor.person:
        raise NotAllowed(_("Only its author can change a line."))
    turn.check_standing(target)
    return line


def _strip(line: LogEntry) -> None:
    """What a removed line carried goes with its words."""
    gone = [each["id"] for each in line.data.get("files", [line.data["file"]] if "file" in line.data else [])]
    if gone:
        take_away(line.review_id, gone)
    line.data = {name: value for name, value in line.data.items() if name not in CARRIED}


def _blank(turn: Turn, target: int) -> None:
    """Empty the line and its earlier edits; the fingerprint goes too, short words could be guessed from it."""
    edits = (LogEntry.target == target) & (LogEntry.kind == Kind.EDITED)
    db.session.execute(
        update(LogEntry)
        .where(LogEntry.review_id == turn.review.id, or_(LogEntry.seq == target, edits), LogEntry.blanked_by.is_(None))
        .values(text="", fingerprint=None, blanked_by=turn.room.last_seq + 1)
    )
