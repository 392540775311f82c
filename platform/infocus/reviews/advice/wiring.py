"""Recommendations: their tables, rights, letters, pages, and what the room's line can do with them."""

from infocus.reviews.advice import beside, documents, jobs, models, panel, policy, reactions
from infocus.reviews.advice.sockets import EVENTS
from infocus.reviews.advice.views import agenda, agreeing, changing, following, recommending, response

PARTS = (  # imported for what they register
    agenda, agreeing, beside, changing, documents, following, jobs, models, panel, policy, reactions, recommending,
    response,
)  # fmt: skip
__all__ = ["EVENTS", "PARTS"]
