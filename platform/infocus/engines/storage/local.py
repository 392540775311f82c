"""Adapter: a local folder. `ab/abcdef…` holds a file, `incoming/` what is being written."""

import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from infocus.engines.storage.copying import copy_limited
from infocus.engines.storage.port import BLOCK, Missing, Readable, StorageError, Stored, is_key, new_key

STALE_SECONDS = 24 * 3600
"""Age at which a half-written file is a left-over of a killed process."""


class LocalStorage:
    """Files in a folder: each appears whole or not at all, and survives a power cut once `put` returned."""

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()
        self._incoming = self._root / "incoming"
        try:
            self._incoming.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise StorageError(f"cannot keep files in {root}: {error.strerror}") from error
        self._remove_stale()

    def put(self, stream: Readable, limit_bytes: int) -> Stored:
        """See `Storage.put`."""
        key = new_key()
        partial = self._incoming / secrets.token_hex(16)
        try:
            with open(partial, "xb", opener=_private) as target:
                size, sha256 = copy_limited(stream, target, limit_bytes)
                target.flush()
                os.fsync(target.fileno())
            self._publish(partial, self._place(key))
        except OSError as error:
            raise StorageError(f"cannot keep the file: {error.strerror}") from error
        finally:
            partial.unlink(missing_ok=True)
        return Stored(key, size, sha256)

    def open(self, key: str) -> BinaryIO:
        """See `Storage.open`."""
        try:
            return self._place(key).open("rb")
        except FileNotFoundError as error:
            raise Missing(key) from error

    def read_range(self, key: str, start: int, length: int) -> Iterator[bytes]:
        """See `Storage.read_range`."""
        place = self._place(key)
        if not place.is_file():
            raise Missing(key)
        return _blocks(place, start, length)

    def size(self, key: str) -> int:
        """See `Storage.size`."""
        try:
            return self._place(key).stat().st_size
        except FileNotFoundError as error:
            raise Missing(key) from error

    def exists(self, key: str) -> bool:
        """See `Storage.exists`."""
        return is_key(key) and self._place(key).is_file()

    def delete(self, key: str) -> None:
        """See `Storage.delete`."""
        if is_key(key):
            self._place(key).unlink(missing_ok=True)

    def keys(self, before: datetime) -> Iterator[str]:
        """See `Storage.keys`."""
        limit = before.timestamp()
        for file in self._root.glob("[0-9a-f][0-9a-f]/*"):
            with suppress(FileNotFoundError):
                if is_key(file.name) and file.stat().st_mtime < limit:
                    yield file.name

    @contextmanager
    def path(self, key: str) -> Iterator[Path]:
        """See `Storage.path`: the file itself."""
        place = self._place(key)
        if not place.is_file():
            raise Missing(key)
        yield place

    def check(self) -> str:
        """See `Storage.check`."""
        stored = self.put(BytesIO(b"probe"), 5)
        try:
            if b"".join(self.read_range(stored.key, 0, 5)) != b"probe":
                raise StorageError(f"{self._root} gives back other bytes than it was given")
        finally:
            self.delete(stored.key)
        return f"local folder {self._root}"

    def _place(self, key: str) -> Path:
        if not is_key(key):
            raise Missing(key)
        return self._root / key[:2] / key

    def _publish(self, partial: Path, place: Path) -> None:
        """Rename into place and make the rename itself durable."""
        made = not place.parent.exists()
        place.parent.mkdir(mode=0o700, exist_ok=True)
        partial.replace(place)
        _sync_folder(place.parent)
        if made:
            _sync_folder(self._root)

    def _remove_stale(self) -> None:
        for partial in self._incoming.iterdir():
            with suppress(FileNotFoundError):
                if time.time() - partial.stat().st_mtime > STALE_SECONDS:
                    partial.unlink()


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _blocks(place: Path, start: int, length: int) -> Iterator[bytes]:
    """Opens the file at the first block: a range that is asked for and never read (a HEAD request) holds nothing."""
    with place.open("rb") as file:
        file.seek(start)
        while length > 0 and (block := file.read(min(BLOCK, length))):
            length -= len(block)
            yield block
