"""Notes become entries of the log: all together when their phase ends, or one at once."""

from datetime import datetime

from sqlalchemy import delete, insert, select

from infocus.core import clock
from infocus.core.db import db
from infocus.networks.models import Partner
from infocus.plans.queries import sections_of
from infocus.reviews.models import LogEntry, Review, Room
from infocus.reviews.notes.models import Note
from infocus.reviews.room.services.turn import append_entries, append_entry, fresh_key
from infocus.reviews.vocabulary import Kind, NoteState


def show(room: Room, note: Note, at: datetime | None = None) -> int:
    """Give a hidden note its entry, now or ``at`` a moment; the room is locked. Returns the entry's ``seq``."""
    partner = db.session.get(Partner, note.partner_id) if note.partner_id else None
    note.seq, note.state = append_entry(room, _entry(note, at), None, partner), NoteState.SHOWN
    return note.seq


def show_all(review: Review, at: datetime | None = None) -> None:
    """Show what is hidden, now or ``at`` a moment, in the order of the plan's sections, the questions, and of chance.

    The rows are stored anew in that order: how they lay in the table would tell in which order they were written.
    """
    sent = select(Note).where(Note.review_id == review.id, Note.state == NoteState.SENT)
    hidden = list(db.session.scalars(sent).unique())
    if not hidden:
        return
    places = {section.key: section.position for section in sections_of(review.plan, review.plan_version)}
    last = len(places) + 1
    hidden.sort(key=lambda note: (places.get(note.section, last), note.question, note.id))
    entries = [_entry(note, at) for note in hidden]
    append_entries(review.room, entries)
    columns = [column.key for column in Note.__table__.columns]
    rows = [
        {name: getattr(note, name) for name in columns} | {"seq": entry.seq, "state": NoteState.SHOWN}
        for note, entry in zip(hidden, entries, strict=True)
    ]
    for note in hidden:
        db.session.expunge(note)
    db.session.execute(delete(Note).where(Note.id.in_([row["id"] for row in rows])))
    db.session.execute(insert(Note), rows)


def _entry(note: Note, at: datetime | None) -> LogEntry:
    """It has a key that no client knows, and of its writer only what the note is signed with."""
    return LogEntry(
        kind=Kind.NOTE,
        key=fresh_key(),
        person_id=note.person_id,
        partner_id=note.partner_id,
        role=note.role,
        at=at or clock.now(),
        text=note.text,
        data={
            "id": note.id,
            "note": note.kind,
            "importance": note.importance,
            "section": note.section,
            "section_title": note.section_title,
            "question": note.question,
            "quote": note.quote,
            "signed": note.signed,
        },
    )
