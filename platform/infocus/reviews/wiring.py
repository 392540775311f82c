"""Reviews: the rooms' socket events, reactions and jobs; routes."""

from flask import Flask

from infocus.engines.realtime.port import SocketRegistry
from infocus.reviews import beside, policy, reactions
from infocus.reviews.advice import wiring as advice
from infocus.reviews.guests import wiring as guests
from infocus.reviews.keeping import wiring as keeping
from infocus.reviews.notes import wiring as notes
from infocus.reviews.paper import wiring as paper
from infocus.reviews.preparing import wiring as preparing
from infocus.reviews.report import wiring as report
from infocus.reviews.room import wiring as room
from infocus.reviews.views import pages, table
from infocus.reviews.views.common import blueprint

PARTS = (beside, pages, policy, reactions, table)  # imported for what they register
FEATURES = (preparing, guests, room, notes, advice, report, keeping, paper)
"""The parts of a review that have a folder of their own, in the order in which they build on each other."""


def register(app: Flask) -> None:
    """Bind to the app."""
    registry: SocketRegistry = app.extensions["infocus.sockets"]
    registry.add(room.namespace(*notes.EVENTS, *advice.EVENTS))
    app.register_blueprint(blueprint)
