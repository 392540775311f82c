"""What the views of reviews share: the blueprint, and finding a review by its address."""

from flask import Blueprint

from infocus.records.addresses import record_at
from infocus.reviews.models import Review

blueprint = Blueprint("reviews", __name__)


def the_review(network: str, handle: str) -> Review:
    """The review of this address, as the person may read it. Raises ``NotFound``."""
    return record_at(network, handle, Review)
