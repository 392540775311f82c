"""Feeds: routes."""

from flask import Flask

from infocus.feeds import calendar_views, models
from infocus.feeds.views import blueprint

PARTS = (models,)  # imported for what they register


def register(app: Flask) -> None:
    """Bind to the app."""
    app.register_blueprint(blueprint)
    app.register_blueprint(calendar_views.blueprint)
