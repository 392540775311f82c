"""Reviews: the rooms' socket events, reactions and jobs; routes."""

from flask import Flask

from infocus.engines.realtime.port import SocketRegistry
from infocus.reviews import beside, documents, jobs, policy, reactions
from infocus.reviews.sockets import REVIEWS
from infocus.reviews.views import pages, room, table
from infocus.reviews.views.common import blueprint

PARTS = (beside, documents, jobs, pages, policy, reactions, room, table)  # imported for what they register


def register(app: Flask) -> None:
    """Bind to the app."""
    app.register_blueprint(blueprint)
    registry: SocketRegistry = app.extensions["infocus.sockets"]
    registry.add(REVIEWS)
