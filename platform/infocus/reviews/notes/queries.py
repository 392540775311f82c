"""Reads of notes, for whoever may enter the room."""

from typing import Any

from sqlalchemy import select

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.reviews.models import Review
from infocus.reviews.notes.candour import allowed_signatures
from infocus.reviews.notes.models import Note, Vote
from infocus.reviews.room.own import contributes_own
from infocus.reviews.vocabulary import NoteState

SAID = ("id", "importance", "section", "section_title", "question", "quote", "signed", "text")


def own_notes(actor: Actor, review: Review) -> list[dict[str, Any]]:
    """Own notes signed by name that are not shown yet, the oldest first. No other can be found by its writer."""
    mine = (Note.review_id == review.id, Note.person_id == actor.person, Note.state == NoteState.SENT)
    found = db.session.scalars(select(Note).where(*mine).order_by(Note.created_at, Note.id)).unique()
    return [{**{name: getattr(note, name) for name in SAID}, "note": note.kind} for note in found]


def own_dots(person_id: str, review_id: str) -> dict[str, int]:
    """Where a person's dots lie: target → how many."""
    mine = (Vote.review_id == review_id, Vote.person_id == person_id, Vote.dots > 0)
    rows = db.session.execute(select(Vote.target, Vote.dots).where(*mine).order_by(Vote.target))
    return {str(target): dots for target, dots in rows}


@contributes_own
def own(actor: Actor, review: Review) -> dict[str, Any]:
    """What the room's page is told of its reader's notes and dots."""
    return {
        "notes": own_notes(actor, review),
        "dots": own_dots(actor.person, review.id),
        "signatures": [signed.value for signed in allowed_signatures(review)],
    }
