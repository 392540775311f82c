"""Batches put together, so that building an index takes few commits."""

from collections.abc import Iterable, Iterator

from infocus.engines.search.port import Batch, Entry

ENTRIES = 16_000
"""Entries of one commit while an index is built: larger ones are no faster, and take memory."""


def gathered(batches: Iterable[Batch]) -> Iterator[Batch]:
    """The same changes in fewer batches; of two that concern one record the later one counts."""
    upserts: dict[str, tuple[Entry, ...]] = {}
    deletes: set[str] = set()
    cursor, size, waiting = 0, 0, False
    for batch in batches:
        for record in batch.deletes:
            size -= len(upserts.pop(record, ()))
        deletes.update(batch.deletes)
        for record, entries in batch.upserts:
            size += len(entries) - len(upserts.get(record, ()))
            upserts[record] = entries
        cursor, waiting = batch.cursor, True
        if size >= ENTRIES:
            yield Batch(tuple(upserts.items()), tuple(deletes), cursor)
            upserts, deletes, size, waiting = {}, set(), 0, False
    if waiting:
        yield Batch(tuple(upserts.items()), tuple(deletes), cursor)
