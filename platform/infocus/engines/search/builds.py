"""Where an index lies: one folder a build, and a file that names the one in use, so that a swap is a single rename."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from infocus.engines.search.port import IndexBusy
from infocus.engines.search.rows import VERSION

_CURRENT = "CURRENT"


class Builds:
    """The root folder of an index, whichever engine fills it. Nothing is made on disk before the first write."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def current(self) -> str | None:
        """The name of the build in use; none when there is none, or only one of another version."""
        try:
            name = (self.root / _CURRENT).read_text("utf-8").strip()
        except FileNotFoundError:
            return None
        return name if name.startswith(f"v{VERSION}-") else None

    def path(self, build: str) -> Path:
        """The folder of a build."""
        return self.root / build

    def create(self) -> str:
        """Make an empty folder for a build beside the one in use. Call it with the lock held."""
        numbers = [int(path.name.partition("-")[2]) for path in self._all()]
        build = f"v{VERSION}-{max(numbers, default=0) + 1:06d}"
        self.path(build).mkdir(parents=True)
        return build

    def use(self, build: str) -> None:
        """Make a complete build the one in use, and remove all others: who reads them keeps them open."""
        fresh = self.root / f"{_CURRENT}.new"
        fresh.write_text(build, "utf-8")
        sync(fresh)
        fresh.replace(self.root / _CURRENT)
        sync(self.root)
        self._sweep()

    @contextmanager
    def fresh(self) -> Iterator[str]:
        """A new, empty build that comes into use when the block ends well, and is removed when it does not.

        Raises IndexBusy when another process builds.
        """
        with self.locked():
            self._sweep()
            build = self.create()
            try:
                yield build
            except BaseException:
                shutil.rmtree(self.path(build), ignore_errors=True)
                raise
            self.use(build)

    def sweep(self) -> None:
        """Remove what a killed process left; nothing while another process builds."""
        if any(path.name != self.current() for path in self._all()):
            with suppress(IndexBusy), self.locked():
                self._sweep()

    def _sweep(self) -> None:
        current = self.current()
        for path in self._all():
            if path.name != current:
                shutil.rmtree(path, ignore_errors=True)

    def bytes(self) -> int:
        """What the build in use takes on disk."""
        build = self.current()
        sizes = 0
        for path in self.path(build).glob("*") if build else ():
            try:
                sizes += path.stat().st_size
            except FileNotFoundError:  # a commit has just merged it away
                continue
        return sizes

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the lock under which builds are made and swapped. Raises IndexBusy when another process does."""
        self.root.mkdir(parents=True, exist_ok=True)
        handle = os.open(self.root / "LOCK", os.O_RDWR | os.O_CREAT)
        try:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise IndexBusy(f"another process is building a search index in {self.root.name}") from error
            yield
        finally:
            os.close(handle)

    def _all(self) -> list[Path]:
        return [path for path in self.root.glob("v*-[0-9]*") if path.is_dir()]


def sync(path: Path) -> None:
    """Have a file or folder written to the disk itself."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
