"""Notes: their tables, reactions, socket events, and the page for written notes."""

from infocus.reviews.notes import counting, models, queries, reactions, sockets, views

PARTS = (counting, models, queries, reactions, views)  # imported for what they register
EVENTS = sockets.EVENTS
