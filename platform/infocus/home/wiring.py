"""Home: routes."""

from flask import Flask

from infocus.home.views import blueprint


def register(app: Flask) -> None:
    """Bind to the app."""
    app.register_blueprint(blueprint)
