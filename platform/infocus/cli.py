"""The command line: ``infocus …`` is the Flask group with our commands; ``flask --app wsgi …`` has them as well."""

import os
import sys

import click
from flask import Flask, current_app
from flask.cli import FlaskGroup, with_appcontext
from flask_migrate import upgrade

from infocus.app import create_app
from infocus.core import health, sqlite
from infocus.core.db import db
from infocus.demo.commands import demo, prepare, sign_ins
from infocus.demo.home import DemoRefused, check_home, is_demo
from infocus.engines.checks import mail_leaves
from infocus.serving import die_with_parent
from infocus.settings import Settings, SettingsError
from infocus.worker import Worker


def _create() -> Flask:
    try:
        return create_app()
    except SettingsError as error:
        click.echo(str(error), err=True)
        raise SystemExit(2) from None


@click.group(cls=FlaskGroup, create_app=_create, add_version_option=False, add_default_commands=True)
def main() -> None:
    """In Focus Exchange: the shared memory and review room of European city networks."""


@main.command()
@click.option("--with-demo", is_flag=True, help="Load the demo networks first, when the database is empty.")
@with_appcontext
def serve(with_demo: bool) -> None:
    """Bring the database up to date and serve: web processes and one worker."""
    settings: Settings = current_app.extensions["infocus.settings"]
    try:
        if with_demo or is_demo(settings):
            check_home(settings)
        upgrade()
        if with_demo:
            prepare(settings, if_empty=True)
    except DemoRefused as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"In Focus Exchange: http://{settings.host}:{settings.port}/")
    if is_demo(settings):
        click.echo(sign_ins())
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", "infocus.serving"])


main.add_command(demo)


@main.command()
def worker() -> None:
    """Run the outbox, feed the index, do what is due, until stopped."""
    die_with_parent()
    Worker(_create()).run()


@main.command()
@with_appcontext
def check() -> None:
    """Say how settings, database, index, storage and queue are; exit 1 on trouble."""
    click.echo(f"database version: {_database_version()}")
    health.checks(current_app)["mail"] = mail_leaves
    answers = health.run_checks()
    for name, answer in answers.items():
        click.echo(f"{name}: {answer}")
    if any(answer != "ok" for answer in answers.values()):
        raise SystemExit(1)


def _database_version() -> str:
    """What the database is; an SQLite that can lose commits says so."""
    if db.engine.dialect.name != "sqlite":
        with db.engine.connect() as connection:
            return f"{db.engine.dialect.name} {'.'.join(map(str, connection.dialect.server_version_info or ()))}"
    version = ".".join(map(str, sqlite.version()))
    return f"SQLite {version}{'' if sqlite.is_safe() else ' (older than 3.51.3: WAL commits can be lost)'}"


if __name__ == "__main__":
    main()
