"""What the views of reviews share: the blueprint, and finding a review by its address."""

from flask import Blueprint, redirect
from flask.typing import ResponseReturnValue

from infocus.core.errors import NotFound
from infocus.core.web.actor import current_actor
from infocus.networks.context import network_or_404
from infocus.records.urls import id_of, record_path
from infocus.reviews import queries
from infocus.reviews.models import Review

blueprint = Blueprint("reviews", __name__)


def the_review(network: str, handle: str) -> Review:
    """The review of this address, as the person may read it. Raises ``NotFound``."""
    place = network_or_404(network)
    review = queries.get_review(current_actor(), id_of(handle))
    if review.network_id != place.id:
        raise NotFound
    return review


def to_review(review: Review, tail: str = "") -> ResponseReturnValue:
    """Go to the review's page, or to a page under it."""
    return redirect(record_path(review) + tail, 303)
