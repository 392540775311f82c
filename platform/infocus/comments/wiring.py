"""Comments: routes and reactions."""

from flask import Flask

from infocus.comments import documents, policy, reactions, views

PARTS = (documents, policy, reactions)  # imported for what they register


def register(app: Flask) -> None:
    """Bind to the app."""
    app.register_blueprint(views.blueprint)
