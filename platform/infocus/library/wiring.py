"""Registers the library: pages, files, jobs, the index feed, readiness, commands."""

from flask import Flask

from infocus.core import health
from infocus.library import feed, jobs
from infocus.library.commands import search
from infocus.library.readiness import files_are_read, index_is_current
from infocus.library.views import files, reading, searching
from infocus.library.views.blueprints import documents, library

PARTS = (feed, files, jobs, reading, searching)  # imported for what they register


def register(app: Flask) -> None:
    """Bind to the app."""
    app.register_blueprint(library)
    app.register_blueprint(documents)
    app.cli.add_command(search)
    checks = health.checks(app)
    checks["index"] = index_is_current
    checks["files"] = files_are_read
