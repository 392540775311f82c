"""``infocus outbox …``: work that failed, and another try."""

import click
from flask.cli import with_appcontext
from sqlalchemy import select

from infocus.core.db import db, unit_of_work
from infocus.core.outbox import OutboxRow, backlog, retry_failed


@click.group("outbox")
def outbox_group() -> None:
    """Work that waits or failed: mails, files to read."""


@outbox_group.command()
@click.option("--most", default=50, show_default=True, help="how many, the newest first")
@with_appcontext
def failed(most: int) -> None:
    """List what failed: its id, kind, when it began, how often it was tried, and why. Never what a mail says."""
    counts = backlog()
    click.echo(f"waiting: {counts.get('waiting', 0)}, failed: {counts.get('failed', 0)}")
    rows = select(OutboxRow).where(OutboxRow.state == "failed").order_by(OutboxRow.id.desc()).limit(max(1, most))
    for row in db.session.scalars(rows):
        begun = row.created_at.isoformat(timespec="seconds")
        click.echo(f"{row.id}  {row.kind}  {begun}  {row.attempts} tries  {row.error or ''}")


@outbox_group.command()
@with_appcontext
def retry() -> None:
    """Put all that failed back to work; the worker takes it up at once."""
    with unit_of_work():
        count = retry_failed()
    click.echo(f"{count} put back to work")
