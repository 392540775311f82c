"""Write the minutes together: open the shared text, add a change to it, and let the meeting's own text follow."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy import delete, select

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid, NotFound, TooLarge
from infocus.core.i18n import locale_of
from infocus.core.permissions import Permission, require
from infocus.meetings.minutes.models import MinutesChange, MinutesPaper
from infocus.meetings.minutes.paper import MOST, SECTIONS_MOST, STATE_MOST, WHOLE, Paper
from infocus.meetings.minutes.sections import Section, composed, sections_in
from infocus.meetings.models import Meeting
from infocus.records import services as records
from infocus.records.queries import get_record


@dataclass(frozen=True, slots=True)
class Opened:
    """What a client needs to come level: the change it misses, what the server has seen, and the count of changes."""

    seq: int
    change: bytes
    vector: bytes


@dataclass(frozen=True, slots=True)
class Written:
    """A change that is kept under ``seq``; ``new`` is false when everything in it was there already."""

    seq: int
    vector: bytes
    new: bool


def meeting_to_write(actor: Actor, meeting_id: str) -> Meeting:
    """The meeting whose minutes this person may write. Raises ``NotFound``, ``NotAllowed``."""
    meeting = get_record(actor, meeting_id, Meeting)
    require(actor, Permission.WRITE_MINUTES, meeting)
    return meeting


def open_paper(actor: Actor, meeting_id: str, vector: bytes) -> Opened:
    """What a client with this state ``vector`` misses. Raises ``NotFound``, ``NotAllowed``, ``Invalid``."""
    meeting = meeting_to_write(actor, meeting_id)
    row = paper_of(meeting)
    paper = Paper(row.state)
    return Opened(row.seq, paper.since(vector), paper.vector)


def write(actor: Actor, meeting_id: str, change: bytes) -> Written:
    """Keep a change of the shared text; the same one again changes nothing.

    Raises ``NotFound``, ``NotAllowed``, ``Invalid`` (no change of these minutes), ``TooLarge`` (they are full).
    """
    meeting = meeting_to_write(actor, meeting_id)
    return _keep(actor, meeting, paper_of(meeting, lock=True), change)


def _keep(actor: Actor, meeting: Meeting, row: MinutesPaper, change: bytes) -> Written:
    """Store a change under the lock of its meeting, when it brings anything."""
    paper = Paper(row.state)
    if not paper.take(change):
        return Written(row.seq, paper.vector, new=False)
    _check_size(paper)
    row.seq += 1
    row.state = paper.state
    row.changed_at = clock.now()
    db.session.add(MinutesChange(meeting_id=meeting.id, seq=row.seq, change=change, by_id=actor.person))
    db.session.flush()
    return Written(row.seq, paper.vector, new=True)


def write_sections(actor: Actor, meeting: Meeting, texts: Mapping[str, str], seen: int) -> Written:
    """Keep what a plain form holds, written upon the text after change ``seen``; what came since stays.

    Raises ``Conflict`` when that text can no longer be made, and what `write` raises.
    """
    require(actor, Permission.WRITE_MINUTES, meeting)
    row = paper_of(meeting, lock=True)
    paper = paper_at(row, seen)
    known = {section.key: section.text for section in sections_in(meeting, paper.texts())}
    # A form gives texts back without the blanks around them: those are no change.
    change = paper.rewrite({key: _framed(text, known[key]) for key, text in texts.items() if key in known})
    return _keep(actor, meeting, row, change)


def _framed(text: str, old: str) -> str:
    """``text`` with the blanks that ``old`` begins and ends with."""
    words = old.strip()
    head, _words, tail = old.partition(words) if words else ("", "", "")
    return f"{head}{text.strip()}{tail}"


def paper_of(meeting: Meeting, *, lock: bool = False) -> MinutesPaper:
    """The stored paper; made of the text the meeting has when there is none yet.

    Under ``lock`` nobody else changes it until the unit of work ends; the meeting's row, always there, is the lock.
    """
    row = None if lock else db.session.get(MinutesPaper, meeting.id)
    if row is None:
        db.session.execute(select(Meeting.id).where(Meeting.id == meeting.id).with_for_update(of=Meeting))
        row = db.session.get(MinutesPaper, meeting.id, populate_existing=True)
    if row is None:
        row = _begun(meeting)
        db.session.add(row)
        db.session.flush()
    return row


def _begun(meeting: Meeting) -> MinutesPaper:
    """The paper of a meeting whose minutes nobody has opened yet, with what is written so far as its first change."""
    paper = Paper()
    if not meeting.minutes:
        return MinutesPaper(meeting_id=meeting.id, state=paper.state)
    change = paper.rewrite({WHOLE: meeting.minutes})
    db.session.add(MinutesChange(meeting_id=meeting.id, seq=1, change=change))
    return MinutesPaper(meeting_id=meeting.id, state=paper.state, seq=1, settled=1)


def paper_at(row: MinutesPaper, seq: int) -> Paper:
    """The text as it was after change ``seq``. Raises ``Conflict`` when that was folded or never was."""
    if seq == row.seq:
        return Paper(row.state)
    if not row.folded <= seq < row.seq or row.folded:
        raise Conflict(_("The minutes have gone on too far since this page was opened."))
    paper = Paper()
    before = select(MinutesChange.change).where(MinutesChange.meeting_id == row.meeting_id, MinutesChange.seq <= seq)
    for change in db.session.scalars(before.order_by(MinutesChange.seq)):
        paper.take(change)
    return paper


def _check_size(paper: Paper) -> None:
    texts = paper.texts()
    length = sum(map(len, texts.values()))
    if length > MOST:
        raise TooLarge(_("%(length)s characters; %(most)s fit.", length=length, most=MOST))
    if len(texts) > SECTIONS_MOST or len(paper.state) > STATE_MOST:
        raise Invalid({"change": "too large"})


def shown_sections(meeting: Meeting) -> list[Section]:
    """The minutes as they stand, for a reader: by section, or as one text where nobody has opened them yet."""
    row = db.session.get(MinutesPaper, meeting.id)
    return sections_in(meeting, Paper(row.state).texts() if row is not None else {WHOLE: meeting.minutes})


def settle(meeting_id: str) -> None:
    """Bring the meeting's own text up to the shared one, so that readers, search and exports have it."""
    meeting = db.session.get(Meeting, meeting_id)
    if meeting is None or meeting.removed_at:
        raise NotFound
    row = paper_of(meeting, lock=True)
    with force_locale(locale_of(meeting.language)):
        text = composed(sections_in(meeting, Paper(row.state).texts()))
    row.settled = row.seq
    if text != meeting.minutes:
        meeting.minutes = text
        records.save(meeting)


def fold(meeting_id: str, before: datetime) -> None:
    """Forget the single changes of a paper that has rested since ``before``: what was taken out of it is gone then."""
    meeting = db.session.get(Meeting, meeting_id)
    row = paper_of(meeting, lock=True) if meeting is not None else None
    if row is None or row.changed_at >= before:
        return
    row.folded = row.seq
    db.session.execute(
        delete(MinutesChange).where(MinutesChange.meeting_id == meeting_id, MinutesChange.seq <= row.seq)
    )
