"""Notifications: routes, mails, the count beside the person's name, the panels on the page Me."""

from flask import Flask

from infocus.core.web.shell import counts_unread
from infocus.notifications import jobs, own_data, panel, queries, views
from infocus.notifications.choosing import views as choosing
from infocus.notifications.watching import noticing
from infocus.notifications.watching import views as watching

PARTS = (jobs, noticing, own_data, panel, watching)  # imported for what they register


def register(app: Flask) -> None:
    """Bind to the app."""
    app.register_blueprint(views.blueprint)
    app.extensions["csrf"].exempt(choosing.unsubscribe)
    counts_unread(app, queries.unread_count)
    app.jinja_env.globals["watches_place"] = watching.watches_place
