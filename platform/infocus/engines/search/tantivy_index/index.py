"""The adapter: what tantivy does its own way."""

from collections.abc import Iterable
from pathlib import Path

from infocus.engines.search.asking import FOREVER
from infocus.engines.search.builds import Builds
from infocus.engines.search.folder_index import NOTHING, FolderIndex, Values
from infocus.engines.search.port import Batch, Size
from infocus.engines.search.tantivy_index.reading import Reading, Snapshot
from infocus.engines.search.tantivy_index.view import TantivyView
from infocus.engines.search.tantivy_index.writer import Writer, create


class TantivyIndex(FolderIndex[Snapshot]):
    """A search index in a folder. Threads may share it; one process at a time writes."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self._writer = Writer()

    def optimise(self) -> bool:
        """Nothing to do: tantivy merges in threads of its own."""
        return False

    def purge(self) -> bool:
        """It merges when it thinks fit, not when it is asked: a rebuild is the only sure way, and a fast one."""
        return False

    def size(self) -> Size:
        """How large the index is."""
        snapshot = self._reading.snapshot()
        return Size(self.count(), snapshot.passages, snapshot.searcher.num_segments, self._builds.bytes())

    def close(self) -> None:
        """Let go of files and caches."""
        super().close()
        self._writer.close()

    def _read(self, builds: Builds) -> Reading:
        return Reading(builds)

    def _create(self, folder: Path) -> None:
        create(folder)

    def _write(self, folder: Path, batch: Batch) -> None:
        self._writer.apply(folder, batch)

    def _fill(self, folder: Path, batches: Iterable[Batch]) -> None:
        writer = Writer()
        try:
            for batch in batches:
                writer.apply(folder, batch)
        finally:
            writer.close()

    def _view(
        self,
        snapshot: Snapshot,
        audience: frozenset[str],
        exclude: frozenset[str],
        filters: Values = NOTHING,
        without: Values = NOTHING,
        until: float = FOREVER,
    ) -> TantivyView:
        return TantivyView(snapshot, audience, exclude, filters, without, until)
