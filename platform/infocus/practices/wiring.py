"""Practices: routes, reactions, jobs, what is indexed."""

from flask import Flask

from infocus.practices import documents, jobs, panel, policy, reactions
from infocus.practices.views import blueprint, editing, reading, workflow

PARTS = (documents, jobs, panel, policy, reactions, editing, reading, workflow)  # imported for what they register


def register(app: Flask) -> None:
    """Bind to the app."""
    app.register_blueprint(blueprint)
