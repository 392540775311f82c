"""Recommendations as they are made in the room: from what was said or written, in one turn of the room."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import func, select

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid, NotAllowed, NotFound
from infocus.networks.models import Partner
from infocus.reviews.advice.models import Recommendation
from infocus.reviews.advice.queries import standing_of
from infocus.reviews.models import LogEntry
from infocus.reviews.policy import SCRIBES, seatings
from infocus.reviews.room.entries import partner_data
from infocus.reviews.room.policy import Act
from infocus.reviews.room.services.places import heading_of, worded
from infocus.reviews.room.services.turn import Stored, Turn, begin, partner_at_table
from infocus.reviews.services.seats import voices
from infocus.reviews.vocabulary import ADVICE_LIMIT, LINES, Kind

SOURCES = LINES | {Kind.NOTE}
MOST = 500


@dataclass(frozen=True, slots=True)
class Recommended:
    """The entry, and the recommendation as it stands."""

    seq: int
    id: str
    number: int


def recommend(
    actor: Actor, review_id: str, key: str, text: str, *, source: int | None = None, section: str | None = None
) -> Recommended:
    """Make a recommendation, at most 500 code points, numbered in the order of the room.

    ``source`` is the ``seq`` of a message, spoken line or note: the advice is then its author's (of a spoken line the
    speaker's, of a note what it is signed with), and without ``section`` the place is its. Raises as ``begin`` and
    ``Turn.check`` do, ``NotFound``, ``Invalid``, ``TooLarge``.
    """
    turn = begin(actor, review_id, key, act=Act.RECOMMEND, text=text, source=source, section=section)
    if isinstance(turn, Stored):
        return _known(review_id, turn.seq)
    _check_open(turn)
    words = worded("text", text, ADVICE_LIMIT)
    line = None
    if source is not None:
        line = turn.line(source, SOURCES)
        turn.check_standing(source)
    place, heading = _place(turn, line, section)
    last = db.session.scalar(select(func.max(Recommendation.number)).where(Recommendation.review_id == turn.review.id))
    if (last or 0) >= MOST:
        raise Invalid({"text": _("There are too many recommendations in this review.")})
    row = Recommendation(
        review_id=turn.review.id,
        number=(last or 0) + 1,
        text=words,
        section=place,
        section_title=heading,
        source=source,
        source_kind=line.kind if line else "",
        created_by=actor.person,
        created_at=clock.now(),
    )
    row.person_id, row.partner_id = _whose(turn, line)
    db.session.add(row)
    db.session.flush()
    return _tell(turn, row)


def rewrite(actor: Actor, review_id: str, key: str, target: str, text: str) -> Recommended:
    """Give a recommendation other words: whoever made it, or a scribe. Raises ``Conflict`` once it is withdrawn."""

    def reword(row: Recommendation, _turn: Turn) -> None:
        row.text = worded("text", text, ADVICE_LIMIT)

    return _change(begin(actor, review_id, key, act=Act.RECOMMEND, target=target, text=text), review_id, target, reword)


def withdraw(actor: Actor, review_id: str, key: str, target: str) -> Recommended:
    """Take a recommendation back; its number stays empty. Whoever made it, or a scribe."""

    def take_back(row: Recommendation, _turn: Turn) -> None:
        row.withdrawn_at = clock.now()

    turn = begin(actor, review_id, key, act=Act.RECOMMEND, target=target, withdraw=True)
    return _change(turn, review_id, target, take_back)


def move(actor: Actor, review_id: str, key: str, target: str, section: str) -> Recommended:
    """Tie a recommendation to another section of the plan ("" for none). Whoever made it, or a scribe."""

    def tie(row: Recommendation, turn: Turn) -> None:
        row.section, row.section_title = section, heading_of(turn.review, section)

    turn = begin(actor, review_id, key, act=Act.RECOMMEND, target=target, section=section)
    return _change(turn, review_id, target, tie)


def _change(
    turn: Turn | Stored, review_id: str, target: str, how: Callable[[Recommendation, Turn], None]
) -> Recommended:
    """Change one that stands, in this turn; a retry is answered as it was."""
    if isinstance(turn, Stored):
        return _known(review_id, turn.seq)
    row = _own(turn, target)
    _check_open(turn)
    if row.withdrawn_at is not None:
        raise Conflict(_("This recommendation was withdrawn."))
    how(row, turn)
    row.version += 1
    return _tell(turn, row)


def _check_open(turn: Turn) -> None:
    """Pass where seat and phase allow it; raise ``Conflict`` once the words are put to those who agree to them."""
    turn.check(Act.RECOMMEND)
    if not standing_of(turn.review).is_open:
        raise Conflict(_("The table is closed: its words were put to those who agree to it."))


def _own(turn: Turn, target: str) -> Recommendation:
    row = db.session.get(Recommendation, target, populate_existing=True)
    if row is None or row.review_id != turn.review.id:
        raise NotFound(_("There is no such recommendation in this room."))
    if row.created_by != turn.actor.person and not seatings(turn.actor, turn.review) & SCRIBES:
        raise NotAllowed(_("Only who made it and the scribes can change a recommendation."))
    return row


def _place(turn: Turn, line: LogEntry | None, section: str | None) -> tuple[str, str]:
    """Key and heading: those of the source, as they were when it was written, unless another section is named."""
    if section is None and line is not None:
        return str(line.data.get("section", "")), str(line.data.get("section_title", ""))
    return section or "", heading_of(turn.review, section or "")


def _whose(turn: Turn, line: LogEntry | None) -> tuple[str | None, str | None]:
    """Person and partner whose advice it is; nobody's where a note is not signed."""
    if line is None:
        return turn.actor.person, partner_at_table(turn.actor, turn.review)
    if line.kind != Kind.SPOKEN:
        return line.person_id, line.partner_id
    speaker = line.data["speaker"]
    return speaker["id"], (speaker["partner"] or {}).get("id")


def _tell(turn: Turn, row: Recommendation) -> Recommended:
    db.session.flush()
    data = entry_of(turn, row)
    stored = turn.append(Kind.RECOMMENDATION, text="" if row.withdrawn_at else row.text, data=data)
    if row.withdrawn_at or row.version > 1:
        _blank_earlier(turn, row, stored.seq)
    return Recommended(stored.seq, row.id, row.number)


def entry_of(turn: Turn, row: Recommendation) -> dict[str, Any]:
    """What an entry carries of a recommendation besides its text."""
    return {
        "recommendation": row.id,
        "number": row.number,
        "source": row.source,
        "source_kind": row.source_kind,
        "section": row.section,
        "section_title": row.section_title,
        "of": _of(turn, row),
        "withdrawn": row.withdrawn_at is not None,
    }


def _of(turn: Turn, row: Recommendation) -> dict[str, Any] | None:
    if row.person_id is None and row.partner_id is None:
        return None
    partner = db.session.get(Partner, row.partner_id) if row.partner_id else None
    name = ""
    if row.person_id is not None:
        voice = voices(turn.review).get(row.person_id)
        name = voice.name if voice else (row.person.shown_name if row.person else "")
    return {"name": name, "partner": partner_data(partner)}


def _blank_earlier(turn: Turn, row: Recommendation, seq: int) -> None:
    """Words that were replaced stand nowhere any more."""
    earlier = select(LogEntry).where(
        LogEntry.review_id == turn.review.id, LogEntry.kind == Kind.RECOMMENDATION, LogEntry.seq < seq
    )
    for entry in db.session.scalars(earlier).unique():
        if entry.data.get("recommendation") == row.id and entry.blanked_by is None:
            entry.text, entry.fingerprint, entry.blanked_by = "", None, seq


def _known(review_id: str, seq: int) -> Recommended:
    """What a retry is answered."""
    entry = db.session.get(LogEntry, (review_id, seq))
    if entry is None or entry.kind != Kind.RECOMMENDATION:
        raise Conflict(_("This key was used before, with another content."))
    return Recommended(seq, str(entry.data["recommendation"]), int(entry.data["number"]))
