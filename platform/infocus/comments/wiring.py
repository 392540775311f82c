"""Comments: routes and reactions."""

from flask import Flask

from infocus.comments import documents, own_data, policy, reactions, views

PARTS = (documents, own_data, policy, reactions)  # imported for what they register


def register(app: Flask) -> None:
    """Bind to the app."""
    app.register_blueprint(views.blueprint)
