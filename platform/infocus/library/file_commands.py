"""``infocus files …``: what an operator can do with the store of files."""

import sys

import click
from flask.cli import AppGroup

from infocus.library.orphans import NotOurStore, sweep_orphans

files = AppGroup("files", help="Look after the store of files.")


@files.command()
@click.option("--even-most", is_flag=True, help="Also when most of the store would go.")
def sweep(*, even_most: bool) -> None:
    """Remove files older than two days that no row of the database speaks of; the worker does it once a day."""
    try:
        click.echo(f"{sweep_orphans(even_most=even_most)} files removed")
    except NotOurStore as error:
        click.echo(f"{error}. Is this the database of this store? If so: infocus files sweep --even-most", err=True)
        sys.exit(1)
