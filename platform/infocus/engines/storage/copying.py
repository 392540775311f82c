"""Copying a stream to a file with a limit and a digest, never holding more than a block."""

import hashlib
from typing import Protocol

from infocus.engines.storage.port import BLOCK, Readable, TooLarge


class Writable(Protocol):
    """Anything bytes can be written to."""

    def write(self, data: bytes, /) -> int:
        """Take all of `data`."""
        ...


def copy_limited(stream: Readable, target: Writable, limit_bytes: int) -> tuple[int, str]:
    """Copy to `target`; returns (bytes, SHA-256 in hexadecimal). Raises `TooLarge` as soon as the limit is passed."""
    digest = hashlib.sha256()
    size = 0
    while block := stream.read(BLOCK):
        size += len(block)
        if size > limit_bytes:
            raise TooLarge(limit_bytes)
        digest.update(block)
        target.write(block)
    return size, digest.hexdigest()
