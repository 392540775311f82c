"""Notifications: routes, mails, the count beside the person's name, the panel on the page Me."""

from flask import Flask

from infocus.core.web.shell import counts_unread
from infocus.notifications import jobs, panel, queries, views

PARTS = (jobs, panel)  # imported for what they register


def register(app: Flask) -> None:
    """Bind to the app."""
    app.register_blueprint(views.blueprint)
    counts_unread(app, queries.unread_count)
