"""Who reads what became of the advice, who asks for agreement to it."""

from infocus.core.actor import Actor, Role
from infocus.core.db import db
from infocus.core.permissions import Permission, grants
from infocus.networks.policy import takes_updates
from infocus.records.policy import may_read
from infocus.reviews.advice.models import ReviewResponse
from infocus.reviews.advice.vocabulary import ResponseState
from infocus.reviews.models import Review
from infocus.reviews.policy import may_enter


@grants(Permission.READ_ADVICE)
def may_read_advice(actor: Actor, review: Review) -> bool:
    """The table and the host's city; once the response is agreed, everyone who reads the review's page."""
    if may_enter(actor, review):
        return True
    if not may_read(actor, review):
        return False
    response = db.session.get(ReviewResponse, review.id)
    return response is not None and response.state == ResponseState.AGREED


@grants(Permission.SEEK_AGREEMENT)
def may_seek_agreement(actor: Actor, review: Review) -> bool:
    """The host's coordinator asks the local group and the manager, and answers for the response."""
    return takes_updates(review.network) and actor.has_for(review.network_id, review.partner_id, Role.COORDINATOR)
