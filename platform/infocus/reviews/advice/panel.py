"""The response on the review's own page: where it stands, and the way to it."""

from infocus.core.actor import Actor
from infocus.core.permissions import Permission, allows
from infocus.records.panels import Panel, record_panel
from infocus.records.urls import record_path
from infocus.reviews.advice import queries
from infocus.reviews.advice.table import counts
from infocus.reviews.advice.words import COUNTED, STATES
from infocus.reviews.models import Review
from infocus.reviews.vocabulary import ReviewState


@record_panel(Review, 60)
def response_panel(actor: Actor, review: Review) -> Panel | None:
    """How many recommendations, how they were answered, and by when; once the review is over."""
    if review.state != ReviewState.FINISHED or not allows(actor, Permission.READ_ADVICE, review):
        return None
    rows = queries.of_review(review.id)
    context = {
        "standing": queries.standing_of(review),
        "all": len(rows),
        "counted": [(number, COUNTED[answer]) for answer, number in counts(rows) if number],
        "states": STATES,
        "address": f"{record_path(review)}/response",
        "may_answer": allows(actor, Permission.ANSWER_REVIEW, review),
    }
    return Panel("reviews/advice/panel.html", context)
