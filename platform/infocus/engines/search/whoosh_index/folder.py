"""Where an index lies: one folder a build, and a file that names the one in use, so that a swap is a single rename."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.util.filelock import FileLock

from infocus.engines.search.port import IndexBusy
from infocus.engines.search.whoosh_index.schema import SCHEMA, VERSION

NAME = "MAIN"
"""Whoosh's own name for an index in a folder."""
_CURRENT = "CURRENT"


class Folder:
    """The root folder of an index. Nothing is made on disk before the first write."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def current(self) -> str | None:
        """The name of the build in use; none when there is none, or only one of another version."""
        try:
            name = (self.root / _CURRENT).read_text("utf-8").strip()
        except FileNotFoundError:
            return None
        return name if name.startswith(f"v{VERSION}-") else None

    def storage(self, build: str) -> FileStorage:
        """A build's files."""
        return FileStorage(str(self.root / build))

    def create(self) -> str:
        """Make a new, empty build beside the one in use. Call it with the lock held."""
        numbers = [int(path.name.partition("-")[2]) for path in self.root.glob("v*-[0-9]*") if path.is_dir()]
        build = f"v{VERSION}-{max(numbers, default=0) + 1:06d}"
        FileIndex.create(self.storage(build).create(), SCHEMA, NAME)
        return build

    def use(self, build: str) -> None:
        """Make a complete build the one in use, and remove all others: who reads them keeps them open."""
        fresh = self.root / f"{_CURRENT}.new"
        fresh.write_text(build, "utf-8")
        sync(fresh)
        fresh.replace(self.root / _CURRENT)
        sync(self.root)
        for path in self.root.glob("v*-[0-9]*"):
            if path.is_dir() and path.name != build:
                shutil.rmtree(path, ignore_errors=True)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the lock under which builds are made and swapped. Raises IndexBusy when another process does."""
        self.root.mkdir(parents=True, exist_ok=True)
        lock = FileLock(str(self.root / "LOCK"))
        if not lock.acquire():
            raise IndexBusy(f"another process is building a search index in {self.root.name}")
        try:
            yield
        finally:
            lock.release()


def sync(path: Path) -> None:
    """Have a file or folder written to the disk itself."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
