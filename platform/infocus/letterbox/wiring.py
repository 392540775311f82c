"""Mail in: pages, jobs, commands, metrics."""

from flask import Flask

from infocus.letterbox import jobs, metrics, own_data, views
from infocus.letterbox.commands import letterbox

PARTS = (jobs, metrics, own_data)  # imported for what they register


def register(app: Flask) -> None:
    """Bind to the app."""
    app.register_blueprint(views.blueprint)
    app.cli.add_command(letterbox)
