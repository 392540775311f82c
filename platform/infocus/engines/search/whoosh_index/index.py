"""The adapter: what Whoosh does its own way."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from whoosh.index import FileIndex

from infocus.engines.search.asking import FOREVER
from infocus.engines.search.builds import Builds
from infocus.engines.search.folder_index import NOTHING, FolderIndex, Values
from infocus.engines.search.port import Batch, Size
from infocus.engines.search.whoosh_index.reading import NAME, Reading, storage
from infocus.engines.search.whoosh_index.schema import SCHEMA
from infocus.engines.search.whoosh_index.snapshot import Snapshot
from infocus.engines.search.whoosh_index.view import WhooshView
from infocus.engines.search.whoosh_index.writer import Writer, merge_nothing


class WhooshIndex(FolderIndex[Snapshot]):
    """A search index in a folder. Threads may share it; one process at a time writes."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self._writer = Writer()

    def optimise(self) -> bool:
        """Merge what many commits left behind."""
        build = self._builds.current()
        return build is not None and self._writer.optimise(storage(self._builds.path(build)))

    def purge(self) -> bool:
        """Rewrite the segments in which entries were deleted."""
        build = self._builds.current()
        if build is not None:
            self._writer.purge(storage(self._builds.path(build)))
        return True

    def size(self) -> Size:
        """How large the index is."""
        snapshot = self._reading.snapshot()
        passages = int(np.count_nonzero(snapshot.live & (snapshot.keys != 0)))
        return Size(self.count(), passages, len(snapshot.parts), self._builds.bytes())

    def close(self) -> None:
        """Let go of files and caches."""
        super().close()
        self._writer = Writer()

    def _read(self, builds: Builds) -> Reading:
        return Reading(builds)

    def _create(self, folder: Path) -> None:
        FileIndex.create(storage(folder), SCHEMA, NAME)

    def _write(self, folder: Path, batch: Batch) -> None:
        self._writer.apply(storage(folder), batch)

    def _fill(self, folder: Path, batches: Iterable[Batch]) -> None:
        writer = Writer()
        for batch in batches:
            writer.apply(storage(folder), batch, merge_nothing)

    def _view(
        self,
        snapshot: Snapshot,
        audience: frozenset[str],
        exclude: frozenset[str],
        filters: Values = NOTHING,
        without: Values = NOTHING,
        until: float = FOREVER,
    ) -> WhooshView:
        return WhooshView(snapshot, snapshot.readable(audience, exclude), filters, without, until)
