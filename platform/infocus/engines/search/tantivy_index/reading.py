"""Keeps the newest state of an index that another process may be writing."""

import json
import time
from functools import cached_property
from pathlib import Path

import tantivy
from tantivy import DocAddress, Query

from infocus.engines.search.builds import Builds
from infocus.engines.search.port import SearchUnavailable
from infocus.engines.search.rows import CURSOR
from infocus.engines.search.tantivy_index.schema import SCHEMA, SEPARATOR, code_of, combined, prepare_index, row_of

_TRIES = 40
_PAUSE = 0.01
"""Seconds between tries: a commit removes old files that a reader is just about to open."""


class Snapshot:
    """The index as of one commit."""

    def __init__(self, searcher: tantivy.Searcher, files: dict[Path, int]) -> None:
        self.searcher = searcher
        self._files = files
        self._values: dict[str, dict[int, tuple[str, ...]]] = {}

    @cached_property
    def cursor(self) -> int:
        """The change log's place, 0 when none is stored."""
        found = self._cursors()
        return int(found[0][0]) if found else 0

    @cached_property
    def tongues(self) -> tuple[str, ...]:
        """The working languages that passages are in."""
        return tuple(sorted(term for term, _ in self.searcher.terms_with_prefix("tongue", "")))

    def values(self, facet: str) -> dict[int, tuple[str, ...]]:
        """The values behind each number of a facet."""
        found = self._values.get(facet)
        if found is None:
            terms = (term for term, _ in self.searcher.terms_with_prefix(combined(facet), ""))
            found = self._values[facet] = {code_of(term): tuple(term.split(SEPARATOR)) for term in terms}
        return found

    @property
    def passages(self) -> int:
        """Passages that are found."""
        return int(self.searcher.num_docs) - len(self._cursors())

    def _cursors(self) -> list[tuple[int, DocAddress]]:
        query = Query.term_query(SCHEMA, "record", CURSOR)
        hits: list[tuple[int, DocAddress]] = self.searcher.search(query, 1, order_by_field="updated").hits
        return hits

    def record_keys(self) -> set[int]:
        """The keys of all records."""
        return self._keys

    @cached_property
    def _keys(self) -> set[int]:
        every = max(1, self.searcher.num_docs)
        hits = self.searcher.search(Query.all_query(), every, count=False, order_by_field="key").hits
        return {int(key) for key, _ in hits} - {0}

    def record_of(self, key: int) -> str:
        """The id of the record with this key."""
        hits = self.searcher.search(Query.term_query(SCHEMA, "key", key), 1, count=False).hits
        return row_of(self.searcher.doc(hits[0][1])).record

    def is_whole(self) -> bool:
        """Whether the files on disk are still there and as long as when they were opened."""
        try:
            return all(path.stat().st_size == size for path, size in self._files.items())
        except FileNotFoundError:
            return False


class Reading:
    """Opens snapshots. Threads may share it: two may open the same commit at once, and the later one is kept."""

    def __init__(self, builds: Builds) -> None:
        self._builds = builds
        self._index: tuple[str, tantivy.Index] | None = None
        self._held: tuple[str, bytes, Snapshot] | None = None

    def snapshot(self) -> Snapshot:
        """The index as of its last commit; empty when there is none. Raises SearchUnavailable when it is damaged."""
        last: Exception | None = None
        for _ in range(_TRIES):
            build = self._builds.current()
            if build is None:
                return _EMPTY
            try:
                return self._open(build)
            except (FileNotFoundError, ValueError, OSError) as error:
                if self._builds.current() == build and last is not None and str(last) == str(error):
                    break
                last = error
                time.sleep(_PAUSE)
        raise SearchUnavailable(f"the search index is damaged: {last}") from last

    def is_sound(self) -> bool:
        """Whether the last commit can be opened and its files on disk are whole."""
        for _ in range(_TRIES):
            try:
                snapshot = self.snapshot()
            except SearchUnavailable:
                return False
            if snapshot.is_whole():
                return True
            if snapshot is self.snapshot():
                return False
        return False

    def close(self) -> None:
        """Forget what is open."""
        self._held = self._index = None

    def _open(self, build: str) -> Snapshot:
        folder = self._builds.path(build)
        meta = (folder / "meta.json").read_bytes()
        held = self._held
        if held is not None and held[:2] == (build, meta):
            return held[2]
        index = self._index[1] if self._index is not None and self._index[0] == build else None
        if index is None:
            index = prepare_index(tantivy.Index.open(str(folder)))
            self._index = (build, index)
        index.reload()
        snapshot = Snapshot(index.searcher(), _files(folder, meta))
        snapshot.searcher.terms_with_prefix("tongue", "", limit=1)
        self._held = (build, meta, snapshot)
        return snapshot


def _files(folder: Path, meta: bytes) -> dict[Path, int]:
    """The files of the segments that a commit names, with their sizes. Raises FileNotFoundError."""
    names = {segment["segment_id"].replace("-", "") for segment in json.loads(meta)["segments"]}
    found = {path: path.stat().st_size for path in folder.iterdir() if path.name.partition(".")[0] in names}
    if names - {path.name.partition(".")[0] for path in found}:
        raise FileNotFoundError("the index lacks a segment")
    return found


_EMPTY = Snapshot(tantivy.Index(SCHEMA).searcher(), {})
