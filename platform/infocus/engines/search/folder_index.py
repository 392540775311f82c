"""What the adapters do alike: an index lies in a folder of builds, is read through snapshots and answers by views."""

import time
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from infocus.engines.search.asking import FOREVER, View, ask, check
from infocus.engines.search.batches import gathered
from infocus.engines.search.builds import Builds
from infocus.engines.search.completion import complete
from infocus.engines.search.likeness import similar
from infocus.engines.search.port import MAX_LIMIT, Batch, Completion, Hit, Query, Result, Size, State, Verification
from infocus.engines.search.rows import record_key

Values = Mapping[str, tuple[str, ...]]
NOTHING: Values = {}


class Snapshot(Protocol):
    """The index as of one commit."""

    @property
    def cursor(self) -> int:
        """The change log's place, 0 when none is stored."""

    def record_keys(self) -> set[int]:
        """The keys of all records."""

    def record_of(self, key: int) -> str:
        """The id of the record with this key."""


S = TypeVar("S", bound=Snapshot)


R = TypeVar("R", bound=Snapshot, covariant=True)


class Reading(Protocol[R]):
    """Keeps the newest snapshot."""

    def snapshot(self) -> R:
        """The index as of its last commit. Raises SearchUnavailable when it is damaged."""

    def is_sound(self) -> bool:
        """Whether the last commit can be opened and its files on disk are whole."""

    def close(self) -> None:
        """Forget what is open."""


class FolderIndex(ABC, Generic[S]):
    """A search index in a folder. Threads may share it; one process at a time writes."""

    def __init__(self, root: Path) -> None:
        self._builds = Builds(root)
        self._reading = self._read(self._builds)
        self._swept = False

    @abstractmethod
    def _read(self, builds: Builds) -> Reading[S]:
        """What reads the builds."""

    @abstractmethod
    def _create(self, folder: Path) -> None:
        """Make an empty index in an empty folder."""

    @abstractmethod
    def _write(self, folder: Path, batch: Batch) -> None:
        """Apply a batch to the build in use. Raises IndexBusy."""

    @abstractmethod
    def _fill(self, folder: Path, batches: Iterable[Batch]) -> None:
        """Apply batches to a build that nobody reads yet."""

    @abstractmethod
    def _view(
        self,
        snapshot: S,
        audience: frozenset[str],
        exclude: frozenset[str],
        filters: Values = NOTHING,
        without: Values = NOTHING,
        until: float = FOREVER,
    ) -> View:
        """A snapshot as one reader may see it."""

    @abstractmethod
    def optimise(self) -> bool:
        """Merge what many commits left behind; whether there was anything to do."""

    @abstractmethod
    def purge(self) -> bool:
        """Rewrite what still holds deleted entries; whether that can be done without a rebuild."""

    @abstractmethod
    def size(self) -> Size:
        """How large the index is."""

    @property
    def state(self) -> State:
        """Whether the index on disk can be opened and read; cheap enough to ask every few seconds."""
        if self._builds.current() is None:
            return State.MISSING
        return State.READY if self._reading.is_sound() else State.CORRUPT

    @property
    def cursor(self) -> int:
        """The change log's place up to which changes are stored."""
        return self._reading.snapshot().cursor

    def apply(self, batch: Batch) -> None:
        """Store a batch and its cursor in one commit, durable on return."""
        build = self._builds.current()
        if build is None:
            with self._builds.locked():
                build = self._builds.current() or self._first()
        if not self._swept:
            self._builds.sweep()
            self._swept = True
        self._reading.snapshot()
        self._write(self._builds.path(build), batch)

    def rebuild(self, batches: Iterable[Batch]) -> None:
        """Build a new index beside the live one and swap when it is complete."""
        with self._builds.fresh() as build:
            self._create(self._builds.path(build))
            self._fill(self._builds.path(build), gathered(batches))

    def reset(self) -> None:
        """Swap in an empty index with cursor 0."""
        self.rebuild(())

    def search(self, query: Query) -> Result:
        """Answer a query."""
        wish = check(query)
        until = time.monotonic() + query.seconds
        snapshot = self._reading.snapshot()
        view = self._view(snapshot, query.audience, query.exclude, query.filters, query.without, until)
        return ask(view, query, wish)

    def complete(
        self, prefix: str, audience: frozenset[str], exclude: frozenset[str] = frozenset(), limit: int = 8
    ) -> tuple[Completion, ...]:
        """Words and titles that go on from what was typed."""
        return complete(self._view(self._reading.snapshot(), audience, exclude), prefix, min(limit, MAX_LIMIT))

    def similar(
        self, record: str, audience: frozenset[str], exclude: frozenset[str] = frozenset(), limit: int = 5
    ) -> tuple[Hit, ...]:
        """Readable records about the same things."""
        return similar(self._view(self._reading.snapshot(), audience, exclude), record, min(limit, MAX_LIMIT))

    def count(self) -> int:
        """Records in the index, whoever may read them."""
        return len(self._reading.snapshot().record_keys())

    def verify(self, expected: Iterable[str]) -> Verification:
        """Compare the records held with the ids expected."""
        snapshot = self._reading.snapshot()
        held = snapshot.record_keys()
        wanted = {record_key(record): record for record in expected}
        missing = frozenset(record for key, record in wanted.items() if key not in held)
        return Verification(missing, frozenset(map(snapshot.record_of, held - wanted.keys())))

    def close(self) -> None:
        """Let go of files and caches; the index opens again when it is next used."""
        self._reading.close()

    def _first(self) -> str:
        build = self._builds.create()
        self._create(self._builds.path(build))
        self._builds.use(build)
        return build
