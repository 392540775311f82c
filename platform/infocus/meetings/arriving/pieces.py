"""The bytes of a file that came in pieces, as one stream; and the body of a request, as far as it got."""

import contextlib
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from werkzeug.exceptions import ClientDisconnected

from infocus.engines.bound import engines
from infocus.engines.storage.port import Readable


class Joined:
    """Pieces of the store one after the other; holds one block of one piece in memory."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._left = iter(keys)
        self._open: BinaryIO | None = None

    def read(self, size: int, /) -> bytes:
        """At most ``size`` bytes; none at the end."""
        while True:
            if self._open is None:
                key = next(self._left, None)
                if key is None:
                    return b""
                self._open = engines().storage.open(key)
            if data := self._open.read(size):
                return data
            self.close()

    def close(self) -> None:
        """Let go of the piece in hand."""
        if self._open is not None:
            self._open.close()
            self._open = None


@contextlib.contextmanager
def joined(keys: Sequence[str]) -> Iterator[Joined]:
    """The pieces as one stream, closed at the end."""
    stream = Joined(keys)
    try:
        yield stream
    finally:
        stream.close()


class AsFarAsItGot:
    """A request's body that ends where the connection was cut: what arrived is kept."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._cut = False

    def read(self, size: int, /) -> bytes:
        """At most ``size`` bytes; none at the end, or after the cut."""
        if self._cut:
            return b""
        try:
            return self._stream.read(size)
        except (ClientDisconnected, OSError):
            self._cut = True
            return b""
