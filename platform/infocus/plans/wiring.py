"""Plans: routes, rights and what they put into the index."""

from flask import Flask

from infocus.plans import documents, policy
from infocus.plans.views import blueprint

PARTS = (documents, policy)  # imported for what they register


def register(app: Flask) -> None:
    """Bind to the app."""
    app.register_blueprint(blueprint)
