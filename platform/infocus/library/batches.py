"""Batches for the index: what changed since a place in the change log, or everything there is."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

import structlog
from sqlalchemy.exc import OperationalError

from infocus.core import changes
from infocus.core.db import db
from infocus.engines.search.port import Batch, Entry, SearchIndex
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
    """Everything there is, batch by batch; the last one carries the change log's place at the start.

    ``over`` is an index with a part of it already, left by a walk that was cut off: what it holds and should not is
    deleted first.
    """

    def __init__(self, over: SearchIndex | None = None) -> None:
        self.end = changes.last_seq()
        self.done = 0
        known = sources()
        self._keys: list[Key] = [(source.type, subject) for source in known.values() for subject in source.ids()]
        self.total = len(self._keys)
        self._strays = _strays(over, [subject for _, subject in self._keys]) if over else ()

    def batches(self) -> Iterator[Batch]:
        """The batches, each built when it is asked for; the records' state is that of the moment."""
        known = sources()
        gathering = Gathering(deletes=list(self._strays))
        for kind, subject in self._keys:
            gathering.add(known[kind], subject)
            self.done += 1
            if gathering.entries >= ENTRIES:
                yield gathering.batch(0)
                gathering = Gathering()
                db.session.rollback()
        yield gathering.batch(self.end)

    def to_this_moment(self) -> Iterator[Batch]:
        """The batches, and what changed meanwhile: whoever swaps an index in when they end leaves no gap."""
        yield from self.batches()
        cursor = self.end
        while cursor < changes.last_seq():
            batch = next_batch(cursor)
            yield batch
            cursor = batch.cursor
            db.session.rollback()


def _strays(index: SearchIndex, expected: list[str]) -> Collection[str]:
    return index.verify(expected).unexpected if index.count() else ()


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
    """The thing itself, and what hangs on it."""
    if kind in known:
        yield kind, subject
    for source in known.values():
        for attached in source.attached([subject]):
            yield source.type, attached
