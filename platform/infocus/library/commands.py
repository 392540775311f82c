"""``infocus search rebuild`` and ``infocus search verify``."""

import time
from collections.abc import Callable, Iterator

import click
from flask.cli import AppGroup

from infocus.engines.bound import engines
from infocus.engines.search.port import Batch, IndexBusy, SearchUnavailable
from infocus.library.feed import Walk
from infocus.records.entries import sources

search = AppGroup("search", help="Look after the search index of this host.")
_TRIES = 20


@search.command()
def rebuild() -> None:
    """Build the index anew beside the one in use, and swap when it is complete."""
    for attempt in range(_TRIES):
        try:
            total = _rebuild()
        except IndexBusy:
            if attempt == _TRIES - 1:
                raise click.ClickException("the worker keeps writing to the index; stop it, or try again") from None
            time.sleep(1)
        else:
            click.echo(f"{total} things looked at, {engines().search.count()} records in the index")
            return


@search.command()
def verify() -> None:
    """Compare the index with the records; exit 1 when they differ."""
    kinds = {subject: source for source in sources().values() for subject in source.ids()}
    try:
        found = engines().search.verify(kinds)
    except SearchUnavailable as error:
        raise click.ClickException(f"{error}; run: infocus search rebuild") from error
    missing = [subject for subject in sorted(found.missing) if kinds[subject].build(subject)]
    for subject in missing:
        click.echo(f"missing: {kinds[subject].type} {subject}")
    for subject in sorted(found.unexpected):
        click.echo(f"unexpected: {subject}")
    if missing or found.unexpected:
        raise click.ClickException("the index differs from the records; run: infocus search rebuild")
    click.echo(f"the index holds what it should: {engines().search.count()} records")


def _rebuild() -> int:
    walk = Walk()
    with click.progressbar(length=walk.total, label="Indexing") as bar:
        engines().search.rebuild(_counted(walk, lambda: bar.update(walk.done - bar.pos)))
    return walk.total


def _counted(walk: Walk, tell: Callable[[], None]) -> Iterator[Batch]:
    for batch in walk.batches():
        tell()
        yield batch
