"""Meetings: routes, socket events and what is indexed."""

from flask import Flask

from infocus.engines.realtime.port import SocketRegistry
from infocus.meetings import documents, kinds, policy, watched
from infocus.meetings.agreed import wiring as agreed
from infocus.meetings.arriving import wiring as arriving
from infocus.meetings.dating import wiring as dating
from infocus.meetings.editions import wiring as editions
from infocus.meetings.evidence import wiring as evidence
from infocus.meetings.from_comments import wiring as from_comments
from infocus.meetings.importing import wiring as importing
from infocus.meetings.minutes import wiring as minutes
from infocus.meetings.people import wiring as people
from infocus.meetings.report import wiring as report
from infocus.meetings.views import blueprint, listing, local_groups, meetings, outputs, programme

PARTS = (documents, kinds, policy, watched)  # imported for what they register
VIEWS = (listing, local_groups, meetings, outputs, programme)
FEATURES = (people, agreed, minutes, arriving, importing, editions, dating, from_comments, report, evidence)
"""The parts of a meeting that have a folder of their own."""


def register(app: Flask) -> None:
    """Bind to the app."""
    registry: SocketRegistry = app.extensions["infocus.sockets"]
    for namespace in minutes.NAMESPACES:
        registry.add(namespace)
    app.register_blueprint(blueprint)
