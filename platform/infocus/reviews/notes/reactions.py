"""What follows for notes when a review begins, goes on or ends."""

from sqlalchemy import update

from infocus.core.db import db
from infocus.core.events import reacts_to
from infocus.reviews.models import Review
from infocus.reviews.notes.models import Note
from infocus.reviews.notes.services.showing import show_all
from infocus.reviews.notes.services.voting import give_back
from infocus.reviews.room.events import LineRemoved, PhaseMoved
from infocus.reviews.vocabulary import Mode, NoteState, Phase, ReviewState


@reacts_to(PhaseMoved)
def show_together(event: PhaseMoved) -> None:
    """Notes appear when their phase ends (or is passed over, or the review ends); in an open review when it begins."""
    review = db.session.get(Review, event.review_id)
    if review is not None and _due(event, review):
        show_all(review)


@reacts_to(LineRemoved)
def blank_note(event: LineRemoved) -> None:
    """A note that was taken off the wall has no words anywhere."""
    there = (Note.review_id == event.review_id, Note.seq == event.seq)
    gone = {"text": "", "quote": "", "fingerprint": "", "state": NoteState.WITHDRAWN, "cluster": None}
    db.session.execute(update(Note).where(*there).values(gone), execution_options={"synchronize_session": False})
    give_back(event.review_id, event.seq)


def _due(event: PhaseMoved, review: Review) -> bool:
    if review.mode == Mode.OPEN or event.state == ReviewState.FINISHED:
        return True
    order = list(Phase)
    passed = event.after is not None and order.index(Phase(event.after)) > order.index(Phase.NOTES)
    return event.after != Phase.NOTES and (event.before == Phase.NOTES or passed)
