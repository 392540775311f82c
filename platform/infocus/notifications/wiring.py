"""Notifications: routes, mails, and the count beside the person's name."""

from flask import Flask

from infocus.core.web.actor import current_actor
from infocus.notifications import jobs, queries, views

PARTS = (jobs,)  # imported for what they register


def register(app: Flask) -> None:
    """Bind to the app."""
    app.register_blueprint(views.blueprint)

    @app.context_processor
    def unread() -> dict[str, int]:
        return {"unread_count": queries.unread_count(current_actor())}
