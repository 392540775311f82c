"""Registers the library: pages, files, jobs, the index feed, readiness, commands."""

from flask import Flask

from infocus.core import health
from infocus.library import feed, inspection, jobs, metrics, orphans, policy, reactions, thumbnails
from infocus.library.beside import jobs as passage_jobs
from infocus.library.beside import views as passages
from infocus.library.commands import search
from infocus.library.file_commands import files as file_commands
from infocus.library.readiness import files_are_read, index_is_current, note_index_state
from infocus.library.saved import jobs as saved_jobs
from infocus.library.saved import panel as saved_panel
from infocus.library.saved import views as saved
from infocus.library.searched import jobs as searched_jobs
from infocus.library.searched import panel as searched_panel
from infocus.library.searched import views as searched
from infocus.library.turns import InTurn
from infocus.library.views import files, reading, results_csv, searching, suggesting
from infocus.library.views.blueprints import documents, library

# Imported for what they register.
PARTS = (
    feed,
    files,
    inspection,
    jobs,
    metrics,
    orphans,
    policy,
    reactions,
    reading,
    results_csv,
    searching,
    suggesting,
    thumbnails,
)
PASSAGES = (passage_jobs, passages)
SAVED = (saved, saved_jobs, saved_panel, searched, searched_jobs, searched_panel)


def register(app: Flask) -> None:
    """Bind to the app."""
    app.register_blueprint(library)
    app.register_blueprint(documents)
    app.cli.add_command(search)
    app.cli.add_command(file_commands)
    vars(app)["wsgi_app"] = InTurn(app.wsgi_app)
    checks = health.checks(app)
    checks["index"] = index_is_current
    checks["files"] = files_are_read
    health.begins(app).append(note_index_state)
