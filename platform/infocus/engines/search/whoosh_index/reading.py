"""Keeps the newest snapshot of an index that another process may be writing."""

import re
import time
from io import BytesIO
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile
from whoosh.index import TOC

from infocus.engines.search.builds import Builds
from infocus.engines.search.port import SearchUnavailable
from infocus.engines.search.whoosh_index.schema import SCHEMA
from infocus.engines.search.whoosh_index.segment import SegmentView
from infocus.engines.search.whoosh_index.snapshot import Snapshot

_TRIES = 40
_PAUSE = 0.01
"""Seconds between tries: a commit removes old files that a reader is just about to open."""

NAME = "MAIN"
"""Whoosh's own name for an index in a folder."""
_CONTENTS = re.compile(rf"_{NAME}_(\d+)\.toc")
_EMPTY = Snapshot(())


class Reading:
    """Opens snapshots. Threads may share it: two may open the same commit at once, and the later one is kept."""

    def __init__(self, builds: Builds) -> None:
        self._builds = builds
        self._views: dict[tuple[str, str], SegmentView] = {}
        self._held: tuple[str, int, Snapshot] | None = None

    def snapshot(self) -> Snapshot:
        """The index as of its last commit; empty when there is none. Raises SearchUnavailable when it is damaged."""
        missing: FileNotFoundError | None = None
        for _ in range(_TRIES):
            try:
                return self._open()
            except FileNotFoundError as error:
                missing = error
                time.sleep(_PAUSE)
            except Exception as error:
                raise SearchUnavailable(f"the search index is damaged: {error}") from error
        raise SearchUnavailable("the search index lacks some of its files") from missing

    def is_sound(self) -> bool:
        """Whether the last commit can be opened and its files on disk are whole."""
        for _ in range(_TRIES):
            try:
                snapshot = self.snapshot()
            except SearchUnavailable:
                return False
            if all(part.view.is_whole() for part in snapshot.parts):
                return True
            if snapshot is self.snapshot():
                return False
        return False

    def close(self) -> None:
        """Forget what is open."""
        self._held, self._views = None, {}

    def _open(self) -> Snapshot:
        build = self._builds.current()
        if build is None:
            return _EMPTY
        files = storage(self._builds.path(build))
        generation = _latest(files)
        held = self._held
        if held is not None and held[:2] == (build, generation):
            return held[2]
        segments = TOC.read(_Contents(files.folder), NAME, generation, SCHEMA).segments
        known = self._views
        views = {}
        for segment in segments:
            key = (build, segment.segment_id())
            views[key] = known.get(key) or SegmentView.checked(files, segment)
        deleted = [frozenset(segment.deleted_docs()) for segment in segments]
        snapshot = Snapshot(list(zip(views.values(), deleted, strict=True)))
        self._views = views
        self._held = (build, generation, snapshot)
        return snapshot


class _Contents(FileStorage):
    """Reads a small file whole: Whoosh leaves it open when it is damaged."""

    def open_file(self, name: str, **options: Any) -> StructFile:
        """A file's content in memory."""
        return StructFile(BytesIO((Path(self.folder) / name).read_bytes()), name=name, **options)


def storage(folder: Path) -> FileStorage:
    """A build's files, for Whoosh."""
    return FileStorage(str(folder))


def _latest(files: FileStorage) -> int:
    """The number of the last commit. Raises FileNotFoundError when a swap has just removed the folder."""
    numbers = [int(match[1]) for name in files.list() if (match := _CONTENTS.fullmatch(name))]
    if not numbers:
        raise FileNotFoundError("the index has no table of contents")
    return max(numbers)
