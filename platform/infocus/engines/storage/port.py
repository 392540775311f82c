"""The port: files kept under random keys, written as a stream, read whole or by range."""

import re
import secrets
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Protocol

BLOCK = 256 * 1024
"""Bytes moved at a time: what one upload or download holds in memory."""

_KEY = re.compile(r"[0-9a-f]{32}")


class StorageError(Exception):
    """The store did not do what was asked; the message says which store and why."""


class Missing(StorageError):
    """No file is kept under this key."""


class TooLarge(StorageError):
    """The stream is longer than the limit; nothing of it was kept."""

    def __init__(self, limit_bytes: int) -> None:
        super().__init__(f"the file is larger than {limit_bytes} bytes")
        self.limit_bytes = limit_bytes


@dataclass(frozen=True, slots=True)
class Stored:
    """What `put` kept: its key, its size in bytes and the SHA-256 of its content in hexadecimal."""

    key: str
    size: int
    sha256: str


class Readable(Protocol):
    """Anything bytes can be read from: an upload, an open file, a socket."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes; none at the end."""
        ...


class Storage(Protocol):
    """A store of files. Methods raise `Missing` for a key that holds nothing, `StorageError` when the store fails."""

    def put(self, stream: Readable, limit_bytes: int) -> Stored:
        """Keep a stream of at most `limit_bytes`, durably. Raises `TooLarge`, and then keeps nothing."""
        ...

    def open(self, key: str) -> BinaryIO:
        """The file, open for reading and seeking; the caller closes it."""
        ...

    def read_range(self, key: str, start: int, length: int) -> Iterator[bytes]:
        """Up to `length` bytes from `start` (0-based), in blocks; ends early at the end of the file."""
        ...

    def size(self, key: str) -> int:
        """Size in bytes."""
        ...

    def exists(self, key: str) -> bool:
        """Whether the key holds a file; False for what is not a key at all."""
        ...

    def delete(self, key: str) -> None:
        """Remove the file; nothing happens when it is gone already."""
        ...

    def keys(self, before: datetime) -> Iterator[str]:
        """Keys of files kept before an instant (aware): a sweep finds those no record speaks of."""
        ...

    def path(self, key: str) -> AbstractContextManager[Path]:
        """A local path of the file while the context is open, for tools that read only paths; do not write to it."""
        ...

    def check(self) -> str:
        """Write, read and remove a small file; one line on where files are kept. Raises `StorageError`."""
        ...


def new_key() -> str:
    """A random key: 32 hexadecimal characters that say nothing of the file."""
    return secrets.token_hex(16)


def is_key(key: str) -> bool:
    """Whether the text has the form of a key; all else never reaches a path or a bucket."""
    return _KEY.fullmatch(key) is not None
