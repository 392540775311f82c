"""What this part puts on a review's page: one's invitation, the file for the calendar."""

from flask import url_for
from flask_babel import gettext as _

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.permissions import Permission, allows
from infocus.records.panels import Action, Panel, record_action, record_panel
from infocus.records.urls import record_path
from infocus.reviews.models import Review
from infocus.reviews.preparing.forms import AnswerForm
from infocus.reviews.preparing.models import ReviewDay
from infocus.reviews.preparing.queries import span_of
from infocus.reviews.vocabulary import ReviewState
from infocus.reviews.words import SEATINGS


@record_panel(Review, 10)
def yours(actor: Actor, review: Review) -> Panel | None:
    """Whoever was asked answers here, until the review begins."""
    own = [seat for seat in review.panel if seat.person_id == actor.person and (seat.asked_at or seat.answered_at)]
    if not own or review.state != ReviewState.PREPARING:
        return None
    span = span_of(review)
    context = {
        "form": AnswerForm(formdata=None),
        "roles": [SEATINGS[seat.role] for seat in own],
        "coming": own[0].coming,
        "when": span.words(),
        "own_when": span.words_in(actor.time_zone),
    }
    return Panel("reviews/preparing/yours.html", context, "aside")


@record_panel(Review, 20)
def its_day(actor: Actor, review: Review) -> Panel | None:
    """The review day it belongs to, for everybody of the network."""
    day = db.session.get(ReviewDay, review.day_id) if review.day_id else None
    if day is None or not allows(actor, Permission.READ_REVIEW_DAY, review.network):
        return None
    return Panel("reviews/preparing/its_day.html", {"day": day}, "aside")


@record_action(Review, 90)
def readiness(actor: Actor, review: Review) -> Action | None:
    """For who prepares reviews: how ready all of them are."""
    if review.state != ReviewState.PREPARING or not allows(actor, Permission.PREPARE_REVIEWS, review.network):
        return None
    return Action(_("All reviews in preparation"), url_for("reviews.readiness", network=review.network.slug), "text")


@record_action(Review, 80)
def calendar(actor: Actor, review: Review) -> Action | None:
    """The file for one's calendar."""
    if review.state != ReviewState.PREPARING:
        return None
    return Action(_("For your calendar"), f"{record_path(review)}/calendar.ics", "text", "calendar")
