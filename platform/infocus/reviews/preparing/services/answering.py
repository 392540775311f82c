"""Accepting and declining: on the review's page, or by the link of the mail."""

from flask_babel import gettext as _

from infocus.core import clock
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid, NotFound
from infocus.core.events import emit
from infocus.core.ids import is_id
from infocus.core.permissions import Permission, allows
from infocus.library.signing import keyed, same
from infocus.networks.actors import actor_of_person
from infocus.records.services import check_updates
from infocus.reviews.events import SeatTaken
from infocus.reviews.models import PanelMember, Review
from infocus.reviews.preparing.events import Declined
from infocus.reviews.services.seats import memberships
from infocus.reviews.vocabulary import Coming, ReviewState

WORD_LIMIT = 300
_PURPOSE = "review-invitation"


def mark_of(review_id: str, person_id: str) -> str:
    """What makes an answering link of this person's own."""
    return keyed(_PURPOSE, review_id, person_id)


def invited(review_id: str, person_id: str, mark: str) -> tuple[Review, list[PanelMember]]:
    """The review and the seats of a link. Raises ``NotFound`` for a wrong mark and for who is not asked any more."""
    if not same(mark, mark_of(review_id, person_id)):
        raise NotFound
    return seats_of(review_id, person_id)


def seats_of(review_id: str, person_id: str) -> tuple[Review, list[PanelMember]]:
    """The review and a member's named seats at it. Raises ``NotFound`` when there are none."""
    review = db.session.get(Review, review_id) if is_id(review_id) else None
    if review is None or review.removed_at is not None:
        raise NotFound
    own = [seat for seat in review.panel if seat.person_id == person_id]
    if not own or not memberships(review.network_id, person_id):
        raise NotFound
    return review, own


def answer(review: Review, person_id: str, coming: bool, word: str) -> None:
    """A person says for all their seats whether they come. Who declines leaves the table; the facilitator hears of it.

    Raises:
        Conflict: the review has begun, or was called off.
        Invalid: the word is too long.
    """
    check_updates(review.network)
    if review.state != ReviewState.PREPARING:
        raise Conflict(_("This review has begun or was called off: there is nothing to answer any more."))
    if len(word) > WORD_LIMIT:
        raise Invalid({"word": _("At most 300 characters.")})
    said = Coming.YES if coming else Coming.NO
    own = [seat for seat in review.panel if seat.person_id == person_id]
    changed = any(seat.coming != said for seat in own)
    for seat in own:
        seat.coming, seat.word, seat.answered_at = said, word, clock.now()
    db.session.flush()
    if changed and not coming:
        after = actor_of_person(person_id)
        reads = after is not None and allows(after, Permission.ENTER_ROOM, review)
        emit(SeatTaken(review.id, person_id, reads, person_id))
        emit(Declined(review.id, person_id))
