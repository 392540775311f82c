"""A segment's one file, mapped into memory and shared: Whoosh itself copies each part of it into every process."""

from io import SEEK_CUR, SEEK_END, BufferedReader, RawIOBase
from pathlib import Path
from typing import Any, Self

from whoosh.filedb.compound import CompoundStorage
from whoosh.filedb.structfile import BufferFile, StructFile


class _Window(RawIOBase):
    """Reads a stretch of memory like a file."""

    def __init__(self, view: memoryview) -> None:
        self._view = view
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        base = {SEEK_CUR: self._at, SEEK_END: len(self._view)}.get(whence, 0)
        self._at = max(0, base + offset)
        return self._at

    def readinto(self, buffer: Any) -> int:
        into = memoryview(buffer)
        piece = self._view[self._at : self._at + len(into)]
        into[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)


class _Part(BufferFile):
    """A part of the file: read in place by position, or from the front to open it."""

    def __init__(self, view: memoryview, name: str) -> None:
        super().__init__(b"", name=name)
        self._buf = view
        self.file = BufferedReader(_Window(view))


class MappedFiles(CompoundStorage):
    """The parts of a segment's file."""

    @classmethod
    def open(cls, path: Path) -> Self:
        """Map a file; its handle is closed whether or not that works. Raises OSError, ValueError, … on damage."""
        with path.open("rb") as file:
            return cls(StructFile(file))

    def open_file(self, name: str, *args: Any, **options: Any) -> BufferFile:
        """A part by its name."""
        offset, length = self.range(name)
        return _Part(memoryview(self._source)[offset : offset + length], name)
