"""``infocus search …``: what an operator can do with the index of this host."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup

from infocus.core import changes
from infocus.engines.bound import engines
from infocus.engines.search.port import Batch, IndexBusy, SearchUnavailable
from infocus.library.batches import Walk
from infocus.library.feed import feed_facts
from infocus.library.seat import FeedState, read_facts, write_facts
from infocus.records.entries import sources
from infocus.settings import Settings

search = AppGroup("search", help="Look after the search index of this host.")
_TRIES = 20
_EVERY = 2.0
"""Seconds between two lines of progress."""


@search.command()
def rebuild() -> None:
    """Build the index anew beside the one in use, and swap when it is complete."""
    with _explained():
        for attempt in range(_TRIES):
            walk = Walk()
            try:
                engines().search.rebuild(_told(walk))
            except IndexBusy:
                if attempt == _TRIES - 1:
                    raise
                time.sleep(1)
            else:
                click.echo(f"{walk.total} things looked at, {engines().search.count()} records in the index")
                return


@search.command()
def optimise() -> None:
    """Merge what many small commits left behind; the worker does so by itself when it is quiet."""
    folder, begun = Path(current_app.instance_path), time.monotonic()
    with _explained():
        before = engines().search.size()
        merged = engines().search.optimise()
    write_facts(folder, replace(read_facts(folder), optimised_at=time.time()))
    after = engines().search.size()
    if merged:
        seconds = time.monotonic() - begun
        click.echo(f"{before.segments} segments became {after.segments} in {seconds:.1f} s, {_megabytes(after.bytes)}")
    else:
        click.echo(f"nothing to merge: {after.segments} segments")


@search.command()
def status() -> None:
    """Say what the index is, how large, and how far behind; exit 1 when it cannot be read."""
    settings: Settings = current_app.extensions["infocus.settings"]
    index, facts = engines().search, feed_facts()
    lines = {"engine": settings.search_url, "state": index.state.value}
    with _explained():
        size, cursor, last = index.size(), index.cursor, changes.last_seq()
    lines |= {
        "records": f"{size.records}",
        "passages": f"{size.passages}",
        "segments": f"{size.segments}",
        "size": _megabytes(size.bytes),
        "cursor": f"{cursor}",
        "behind": f"{max(last - cursor, 0)} changes",
        "last optimised": _moment(facts.optimised_at),
    }
    if facts.total:
        lines["built anew"] = f"{facts.done} of {facts.total} things"
    if facts.state != FeedState.WELL:
        lines["writing"] = f"{facts.state.value}: {facts.reason}"
    for name, value in lines.items():
        click.echo(f"{name}: {value}")


@search.command()
def verify() -> None:
    """Compare the index with the records; exit 1 when they differ."""
    kinds = {subject: source for source in sources().values() for subject in source.ids()}
    with _explained():
        found = engines().search.verify(kinds)
    missing = [subject for subject in sorted(found.missing) if kinds[subject].build(subject)]
    for subject in missing:
        click.echo(f"missing: {kinds[subject].type} {subject}")
    for subject in sorted(found.unexpected):
        click.echo(f"unexpected: {subject}")
    if missing or found.unexpected:
        raise click.ClickException("the index differs from the records; run: infocus search rebuild")
    click.echo(f"the index holds what it should: {engines().search.count()} records")


@contextmanager
def _explained() -> Iterator[None]:
    """What can go wrong, as one line that says what to do."""
    try:
        yield
    except IndexBusy as error:
        raise click.ClickException(f"{error}; try again when it is done") from error
    except SearchUnavailable as error:
        raise click.ClickException(f"{error}; run: infocus search rebuild") from error
    except OSError as error:
        raise click.ClickException(f"{error.strerror or error}; the index in use was left as it is") from error
    except KeyboardInterrupt:
        raise click.ClickException("stopped; the index in use was left as it is") from None


def _told(walk: Walk) -> Iterator[Batch]:
    """The batches of a walk, with how far it is: one line, written over on a terminal."""
    begun = told = time.monotonic()
    passages = 0
    for batch in walk.to_this_moment():
        passages += sum(len(entries) for _, entries in batch.upserts)
        yield batch
        now = time.monotonic()
        if now - told >= _EVERY or walk.done == walk.total:
            told = now
            rate = passages / max(now - begun, 0.001)
            line = f"{walk.done} of {walk.total} things, {passages} passages, {rate:.0f} a second"
            click.echo(f"\r{line}" if sys.stdout.isatty() else line, nl=not sys.stdout.isatty())
    if sys.stdout.isatty():
        click.echo()


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(" ", "seconds") if seconds else "never"
