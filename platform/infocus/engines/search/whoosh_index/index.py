"""The adapter: one class with the port's methods."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np

from infocus.engines.search.port import (
    MAX_LIMIT,
    MAX_OFFSET,
    Batch,
    Note,
    Query,
    Result,
    Sort,
    State,
    Verification,
)
from infocus.engines.search.querying import Parsed, as_words, parse
from infocus.engines.search.whoosh_index.completion import complete
from infocus.engines.search.whoosh_index.facets import all_of, check_names, counts, filter_masks
from infocus.engines.search.whoosh_index.folder import Folder
from infocus.engines.search.whoosh_index.hits import hit, wanted
from infocus.engines.search.whoosh_index.matching import match, without_stop_words
from infocus.engines.search.whoosh_index.ranking import rank
from infocus.engines.search.whoosh_index.reading import Reading
from infocus.engines.search.whoosh_index.schema import record_key
from infocus.engines.search.whoosh_index.scoring import Found
from infocus.engines.search.whoosh_index.snapshot import Mask, Snapshot
from infocus.engines.search.whoosh_index.spelling import suggest
from infocus.engines.search.whoosh_index.writer import Writer


class WhooshIndex:
    """A search index in a folder. Threads may share it; one process at a time writes."""

    def __init__(self, root: Path) -> None:
        self._folder = Folder(root)
        self._reading = Reading(self._folder)
        self._writer = Writer()

    @property
    def state(self) -> State:
        """Whether the index on disk can be opened and read; cheap enough to ask every few seconds."""
        if self._folder.current() is None:
            return State.MISSING
        return State.READY if self._reading.is_sound() else State.CORRUPT

    @property
    def cursor(self) -> int:
        """The change log's place up to which changes are stored."""
        return self._reading.snapshot().cursor

    def apply(self, batch: Batch) -> None:
        """Store a batch and its cursor in one commit, durable on return."""
        build = self._folder.current()
        if build is None:
            with self._folder.locked():
                build = self._folder.current() or self._folder.create()
                self._folder.use(build)
        self._reading.snapshot()
        self._writer.apply(self._folder.storage(build), batch)

    def rebuild(self, batches: Iterable[Batch]) -> None:
        """Build a new index beside the live one and swap when it is complete."""
        with self._folder.locked():
            build = self._folder.create()
            writer = Writer()
            for batch in batches:
                writer.apply(self._folder.storage(build), batch)
            self._folder.use(build)

    def reset(self) -> None:
        """Swap in an empty index with cursor 0."""
        self.rebuild(())

    def search(self, query: Query) -> Result:
        """Answer a query."""
        check_names(query.filters, query.facets)
        sort = Sort(query.sort)
        limit, offset = max(0, min(query.limit, MAX_LIMIT)), max(0, min(query.offset, MAX_OFFSET))
        snapshot = self._reading.snapshot()
        readable = snapshot.readable(query.audience, query.exclude)
        masks = filter_masks(snapshot, query.filters)
        parsed, found = _find(snapshot, query, readable)
        chosen = Found(found.scores, all_of(found.present, masks))
        order = sort if parsed.positive else Sort.NEWEST
        total, ranked = rank(snapshot, chosen, order, limit, offset)
        marks = wanted(parsed, snapshot.tongues)
        return Result(
            total=total,
            hits=tuple(hit(snapshot, one, marks) for one in ranked),
            facets={name: counts(snapshot, all_of(found.present, masks, name), name) for name in query.facets},
            suggestion=suggest(snapshot, query.text, parsed, readable),
            note=parsed.note,
        )

    def complete(
        self, prefix: str, audience: frozenset[str], exclude: frozenset[str] = frozenset(), limit: int = 8
    ) -> tuple[str, ...]:
        """Titles and words that go on from what was typed."""
        snapshot = self._reading.snapshot()
        return complete(snapshot, prefix, snapshot.readable(audience, exclude), min(limit, MAX_LIMIT))

    def count(self) -> int:
        """Records in the index, whoever may read them."""
        return len(_live_keys(self._reading.snapshot()))

    def verify(self, expected: Iterable[str]) -> Verification:
        """Compare the records held with the ids expected."""
        snapshot = self._reading.snapshot()
        held = _live_keys(snapshot)
        wanted_keys = {record_key(record): record for record in expected}
        missing = frozenset(record for key, record in wanted_keys.items() if key not in held)
        stray = np.array(sorted(held - wanted_keys.keys()), np.int64)
        documents = np.flatnonzero(np.isin(snapshot.keys, stray) & snapshot.live)
        return Verification(missing, frozenset(snapshot.row(int(document)).record for document in documents))

    def close(self) -> None:
        """Let go of files and caches."""
        self._reading.close()
        self._writer = Writer()


def _live_keys(snapshot: Snapshot) -> set[int]:
    return set(snapshot.keys[snapshot.live].tolist()) - {0}


def _find(snapshot: Snapshot, query: Query, readable: Mask) -> tuple[Parsed, Found]:
    """The readable documents that meet the query in full; failing that those with its words, then with any of them."""
    parsed = without_stop_words(parse(query.text), query.text, query.languages)
    found = _among(match(snapshot, parsed, whole=True), readable)
    if found.present.any() or not parsed.positive:
        return parsed, found
    loose = without_stop_words(as_words(query.text, parsed.negative), query.text, query.languages)
    for whole in (True, False):
        some = _among(match(snapshot, loose, whole=whole), readable)
        if some.present.any():
            return Parsed(loose.groups, Note.SOME_WORDS), some
    return parsed, found


def _among(found: Found, mask: Mask) -> Found:
    return Found(found.scores, found.present & mask)
