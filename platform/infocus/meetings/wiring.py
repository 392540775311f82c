"""Meetings: routes and what is indexed."""

from flask import Flask

from infocus.meetings import documents, policy
from infocus.meetings.views import blueprint, meetings, minutes, outputs

PARTS = (documents, policy, meetings, minutes, outputs)  # imported for what they register


def register(app: Flask) -> None:
    """Bind to the app."""
    app.register_blueprint(blueprint)
