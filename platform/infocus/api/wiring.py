"""The REST interface: its operations, its description, its one job."""

from flask import Flask

from infocus.api import jobs, models
from infocus.api.converters import CONVERTERS
from infocus.api.operations import api
from infocus.api.views import (
    collections,
    comments,
    description,
    documents,
    meetings,
    people,
    plans,
    practices,
    recommendations,
    reviews,
    search,
    transfers,
)

PARTS = (
    jobs,
    models,
    collections,
    comments,
    documents,
    meetings,
    people,
    plans,
    practices,
    recommendations,
    reviews,
    search,
    transfers,
)
"""Imported for the operations they register."""


def register(app: Flask) -> None:
    """Bind to the app. Programs send tokens, never cookies, so no form of another site can speak for them."""
    app.url_map.converters.update(CONVERTERS)
    app.extensions["csrf"].exempt(api)
    app.register_blueprint(api)
    app.register_blueprint(description.blueprint)
