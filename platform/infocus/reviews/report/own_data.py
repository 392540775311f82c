"""What reviews hold of a person, for the own-data export. Of what is signed with no name nobody knows whose it is."""

from typing import Any

from sqlalchemy import select

from infocus.accounts.own_data import contributes_own_data
from infocus.core.db import db
from infocus.reviews.models import LogEntry, PanelMember, Review
from infocus.reviews.notes.models import Note
from infocus.reviews.report.models import Consent, RubricSheet
from infocus.reviews.vocabulary import NoteState


@contributes_own_data("reviews")
def reviews_of(person_id: str) -> dict[str, Any]:
    """Seats, words in rooms, notes that are signed and not shown yet, what they agreed to, marks they gave."""
    return {
        "seats": [
            {"review": title, "as": role, "since": at.isoformat()}
            for title, role, at in db.session.execute(
                select(Review.title, PanelMember.role, PanelMember.created_at)
                .join(Review, Review.id == PanelMember.review_id)
                .where(PanelMember.person_id == person_id)
                .order_by(PanelMember.created_at)
            )
        ],
        "lines": [
            {"review": title, "seq": seq, "kind": kind, "at": at.isoformat(), "text": text}
            for title, seq, kind, at, text in db.session.execute(
                select(Review.title, LogEntry.seq, LogEntry.kind, LogEntry.at, LogEntry.text)
                .join(Review, Review.id == LogEntry.review_id)
                .where(LogEntry.person_id == person_id, LogEntry.text.is_not(None))
                .order_by(LogEntry.at, LogEntry.seq)
            )
        ],
        "notes": [
            {"review": title, "kind": kind, "text": text}
            for title, kind, text in db.session.execute(
                select(Review.title, Note.kind, Note.text)
                .join(Review, Review.id == Note.review_id)
                .where(Note.person_id == person_id, Note.state == NoteState.SENT)
            )
        ],
        "agreed_to": [
            {"review": title, "matter": matter, "at": at.isoformat()}
            for title, matter, at in db.session.execute(
                select(Review.title, Consent.matter, Consent.at)
                .join(Review, Review.id == Consent.review_id)
                .where(Consent.person_id == person_id)
            )
        ],
        "marks": [
            {"review": title, "marks": marks}
            for title, marks in db.session.execute(
                select(Review.title, RubricSheet.marks)
                .join(Review, Review.id == RubricSheet.review_id)
                .where(RubricSheet.person_id == person_id)
            )
        ],
    }
