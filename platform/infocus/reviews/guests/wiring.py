"""Registers the guests of a review."""

from infocus.reviews.guests import jobs, models, queries
from infocus.reviews.guests.views import door, listing

PARTS = (models, queries, jobs, listing, door)  # imported for what they register
