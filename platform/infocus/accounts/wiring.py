"""Registers the accounts feature: Flask-Login on our own sessions, the pages, the jobs, the commands."""

from flask import Flask

from infocus.accounts import browser, jobs
from infocus.accounts.views import passwords, signing_in
from infocus.accounts.views.blueprint import blueprint

PARTS = (jobs, passwords, signing_in)  # imported for what they register


def register(app: Flask) -> None:
    """Serve the pages and read the cookie."""
    browser.init_app(app)
    app.register_blueprint(blueprint)
