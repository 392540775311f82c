"""``infocus letterbox …``: mail in by LMTP, and what became of it."""

import asyncio
from contextvars import Context

import click
from flask import Flask
from flask.cli import ScriptInfo, with_appcontext
from sqlalchemy import select

from infocus.core.db import db
from infocus.core.web.boxes import box_of
from infocus.engines.mail.lmtp import serve
from infocus.letterbox import taking
from infocus.letterbox.jobs import whole_limit
from infocus.letterbox.models import LetterCount
from infocus.settings import Settings


@click.group()
def letterbox() -> None:
    """Mail that comes in."""


@letterbox.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=2424, show_default=True)
@click.pass_context
def lmtp(context: click.Context, host: str, port: int) -> None:
    """Take mail from a mail server (LMTP) until stopped."""
    app = context.ensure_object(ScriptInfo).load_app()
    settings: Settings = app.extensions["infocus.settings"]
    if not settings.letterbox_address:
        raise click.ClickException("set INFOCUS_LETTERBOX_ADDRESS first")

    def take(raw: bytes, sender: str, recipient: str) -> None:
        Context().run(_take, app, raw, sender, recipient)

    def is_ours(address: str) -> bool:
        with app.app_context():
            return box_of(address) is not None

    def started(at: int) -> None:
        click.echo(f"LMTP on {host}:{at}")

    asyncio.run(serve(host, port, take, is_ours, whole_limit(settings), started))


def _take(app: Flask, raw: bytes, sender: str, recipient: str) -> None:
    with app.app_context():
        settings: Settings = app.extensions["infocus.settings"]
        taking.take(raw, recipient, settings.max_upload_bytes, sender)


@letterbox.command()
@with_appcontext
def counts() -> None:
    """Say what became of the mails that came in."""
    for row in db.session.scalars(select(LetterCount).order_by(LetterCount.outcome)):
        click.echo(f"{row.outcome}: {row.count}")
