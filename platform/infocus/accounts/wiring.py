"""Registers the accounts feature: Flask-Login on our own sessions, the pages, the jobs, the commands."""

from flask import Flask

from infocus.accounts import browser, commands, jobs, outbox_commands
from infocus.accounts.browser_names import browser_name
from infocus.accounts.views import data, me, passwords, security, signing_in
from infocus.accounts.views.blueprint import blueprint
from infocus.core.i18n import language_name

PARTS = (jobs, data, me, passwords, security, signing_in)  # imported for what they register


def register(app: Flask) -> None:
    """Serve the pages and read the cookie."""
    browser.init_app(app)
    app.register_blueprint(blueprint)
    app.jinja_env.filters["browser_name"] = browser_name
    app.jinja_env.filters["language_name"] = language_name
    app.cli.add_command(commands.token)
    app.cli.add_command(commands.users)
    app.cli.add_command(outbox_commands.outbox_group)
