"""Keeps the search index of this host in step with the change log: one batch a round of the worker.

An index that is missing or damaged is built anew from the records, in batches too, so that the outbox goes on; until
the walk is done its cursor stays 0, and whatever was ever narrowed is left out of results.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import structlog
from flask import current_app
from sqlalchemy.exc import OperationalError

from infocus.core import changes, schedule
from infocus.core.db import db
from infocus.engines.bound import engines
from infocus.engines.search.port import Batch, Entry, IndexBusy, SearchIndex, SearchUnavailable
from infocus.records.entries import Source, sources

log = structlog.get_logger()
CHANGES = 100
ENTRIES = 400
"""A batch ends at so many changes or entries: half a second of work."""

Key = tuple[str, str]


@dataclass(slots=True)
class Gathering:
    """A batch while it is put together."""

    upserts: list[tuple[str, tuple[Entry, ...]]] = field(default_factory=list)
    deletes: list[str] = field(default_factory=list)
    entries: int = 0

    def add(self, source: Source, subject: str) -> None:
        """Build the entries of one thing; what cannot be built is left out of the index and told in the log."""
        try:
            built = source.build(subject)
        except OperationalError:
            raise
        except Exception:
            db.session.rollback()
            log.exception("index_entry_failed", type=source.type, subject=subject)
            built = None
        if built:
            self.upserts.append((subject, tuple(built)))
            self.entries += len(built)
        else:
            self.deletes.append(subject)

    def batch(self, cursor: int) -> Batch:
        """The batch, with the cursor that holds after it."""
        return Batch(tuple(self.upserts), tuple(self.deletes), cursor)


class Walk:
    """Everything there is, batch by batch; the last one carries the change log's place at the start."""

    def __init__(self) -> None:
        self.end = changes.last_seq()
        self.done = 0
        known = sources()
        self._keys: list[Key] = [(source.type, subject) for source in known.values() for subject in source.ids()]
        self.total = len(self._keys)

    def batches(self) -> Iterator[Batch]:
        """The batches, each built when it is asked for; the records' state is that of the moment."""
        known = sources()
        gathering = Gathering()
        for kind, subject in self._keys:
            gathering.add(known[kind], subject)
            self.done += 1
            if gathering.entries >= ENTRIES:
                yield gathering.batch(0)
                gathering = Gathering()
                db.session.rollback()
        yield gathering.batch(self.end)


class Feed:
    """One host's feed; keeps a walk that is under way between two rounds."""

    def __init__(self) -> None:
        self._walk: Iterator[Batch] | None = None

    def step(self) -> bool:
        """Apply one batch; ``False`` when the index is up to date or another process writes to it."""
        db.session.rollback()
        index = engines().search
        try:
            batch = self._next(index)
            if batch is None:
                self._walk = None  # if one ended while the index was reset under it, the next round begins anew
                return False
            index.apply(batch)
        except IndexBusy:
            self._walk = None
            return False
        except SearchUnavailable:
            _start_over(index)
            self._walk = None
        return True

    def _next(self, index: SearchIndex) -> Batch | None:
        last, cursor = changes.last_seq(), _cursor(index)
        if cursor > last:  # the database is another one, or an older copy
            log.warning("index_ahead_rebuilding", cursor=cursor, last=last)
            index.reset()
            self._walk, cursor = None, 0
        if cursor == 0 and last:
            self._walk = self._walk or Walk().batches()
            return next(self._walk, None)
        self._walk = None
        return next_batch(cursor) if cursor < last else None


def _cursor(index: SearchIndex) -> int:
    """The index's place; a damaged index is replaced by an empty one."""
    try:
        return index.cursor
    except SearchUnavailable:
        _start_over(index)
        return 0


def _start_over(index: SearchIndex) -> None:
    log.warning("index_damaged_rebuilding")
    index.close()
    index.reset()


def next_batch(cursor: int) -> Batch:
    """The batch that follows ``cursor``: everything that changed, once, and what hangs on it."""
    known = sources()
    gathering = Gathering()
    seen: set[Key] = set()
    for seq, kind, subject in [(row.seq or cursor, row.type, row.subject) for row in changes.since(cursor, CHANGES)]:
        for key in _touched(known, kind, subject):
            if key not in seen:
                seen.add(key)
                gathering.add(known[key[0]], key[1])
        cursor = seq
        if gathering.entries >= ENTRIES:
            break
    return gathering.batch(cursor)


def _touched(known: dict[str, Source], kind: str, subject: str) -> Iterable[Key]:
    if kind in known:
        yield kind, subject
    for source in known.values():
        for attached in source.attached([subject]):
            yield source.type, attached


@schedule.step
def feed() -> bool:
    """The worker's step."""
    found: Feed = current_app.extensions.setdefault("infocus.feed", Feed())
    return found.step()
