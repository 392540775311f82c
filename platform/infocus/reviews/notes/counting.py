"""How many notes came in before a review, for the readiness list: by sender only where the note is signed by name."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import func, select

from infocus.core.db import db
from infocus.reviews.notes.models import Note
from infocus.reviews.preparing.left import Left, counts_notes
from infocus.reviews.vocabulary import NoteState


@counts_notes
def sent_notes(review_ids: Sequence[str]) -> Left:
    """The notes that were sent and not withdrawn; those without a name are counted together."""
    there = (Note.review_id.in_(review_ids), Note.state.in_([NoteState.SENT, NoteState.SHOWN]))
    query = select(Note.review_id, Note.person_id, func.count()).where(*there).group_by(Note.review_id, Note.person_id)
    counts: dict[str, dict[str | None, int]] = defaultdict(dict)
    for review_id, person_id, count in db.session.execute(query):
        counts[review_id][person_id] = count
    return counts
