"""Reviews: the rooms' socket events, reactions and jobs; routes."""

from flask import Flask

from infocus.engines.realtime.port import SocketRegistry
from infocus.reviews import documents, jobs, policy, reactions
from infocus.reviews.sockets import REVIEWS

PARTS = (documents, jobs, policy, reactions)  # imported for what they register


def register(app: Flask) -> None:
    """Bind to the app."""
    registry: SocketRegistry = app.extensions["infocus.sockets"]
    registry.add(REVIEWS)
