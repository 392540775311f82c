"""A ZIP that is never made: what stands where in it is known beforehand, so that any stretch of it can be given out.

Its files are stored as they are (PDF, office files and pictures are compressed already), with size and CRC-32 in front
of each, in the order given; beyond 4 GB, or 65,534 files, as ZIP64 (PKWARE APPNOTE 6.3.9, sections 4.3 to 4.5).
"""

import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate

MOST_32 = 0xFFFFFFFF
MOST_16 = 0xFFFF
PLAIN, LARGE = 20, 45
"""The version a reader needs: 2.0, or 4.5 for what is larger than 4 GB."""
UNIX = 3 << 8
UTF_8 = 0x800
MODE = 0o100644 << 16


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the ZIP: its path with ``/``, size in bytes, CRC-32, and when it was last changed (aware)."""

    path: str
    size: int
    crc: int
    modified: datetime


Source = Callable[[int, int, int], Iterator[bytes]]
"""The bytes of the entry of this index (the first), from a place on (the second), so many (the third)."""


class Zip:
    """The ZIP of some entries."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._heads = [_local(each) for each in entries]
        lengths = [len(head) + each.size for head, each in zip(self._heads, entries, strict=True)]
        *starts, end = accumulate(lengths, initial=0)
        self._entries, self._starts = entries, starts
        names = b"".join(_central(each, start) for each, start in zip(entries, starts, strict=True))
        self._tail, self._tail_at = names + _end(len(entries), len(names), end), end

    @property
    def size(self) -> int:
        """Bytes of the whole."""
        return self._tail_at + len(self._tail)

    def read(self, start: int, length: int, source: Source) -> Iterator[bytes]:
        """``length`` bytes from ``start`` on (from 0), in blocks; the files' own bytes come from ``source``."""
        stop = min(start + length, self.size)
        for index, (head, entry, at) in enumerate(zip(self._heads, self._entries, self._starts, strict=True)):
            body = at + len(head)
            if body + entry.size <= start:
                continue
            if at >= stop:
                return
            yield from _cut(head, at, start, stop)
            first, last = max(start, body), min(stop, body + entry.size)
            if first < last:
                yield from source(index, first - body, last - first)
        yield from _cut(self._tail, self._tail_at, start, stop)


def _cut(data: bytes, at: int, start: int, stop: int) -> Iterator[bytes]:
    """What of ``data``, which stands at ``at``, lies between two places."""
    piece = data[max(start - at, 0) : max(stop - at, 0)]
    if piece:
        yield piece


def _local(entry: Entry) -> bytes:
    name, large = entry.path.encode(), entry.size >= MOST_32
    extra = struct.pack("<HHQQ", 1, 16, entry.size, entry.size) if large else b""
    size = MOST_32 if large else entry.size
    time, day = _dos(entry.modified)
    fixed = (0x04034B50, LARGE if large else PLAIN, UTF_8, 0, time, day, entry.crc, size, size, len(name), len(extra))
    return struct.pack("<IHHHHHIIIHH", *fixed) + name + extra


def _central(entry: Entry, start: int) -> bytes:
    name = entry.path.encode()
    size, at = min(entry.size, MOST_32), min(start, MOST_32)
    values = ([entry.size] * 2 if size == MOST_32 else []) + ([start] if at == MOST_32 else [])
    extra = struct.pack(f"<HH{len(values)}Q", 1, 8 * len(values), *values) if values else b""
    needs = LARGE if values else PLAIN
    time, day = _dos(entry.modified)
    head = struct.pack("<IHHHHHHIII", 0x02014B50, UNIX | needs, needs, UTF_8, 0, time, day, entry.crc, size, size)
    rest = struct.pack("<HHHHHII", len(name), len(extra), 0, 0, 0, MODE, at)
    return head + rest + name + extra


def _end(count: int, length: int, at: int) -> bytes:
    """The end of the central directory, with its ZIP64 forms before it where a number does not fit."""
    large = b""
    if count >= MOST_16 or length >= MOST_32 or at >= MOST_32:
        record = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, UNIX | LARGE, LARGE, 0, 0, count, count, length, at)
        large = record + struct.pack("<IIQI", 0x07064B50, 0, at + length, 1)
    shown = min(count, MOST_16)
    fixed = (0x06054B50, 0, 0, shown, shown, min(length, MOST_32), min(at, MOST_32), 0)
    return large + struct.pack("<IHHHHIIH", *fixed)


def _dos(moment: datetime) -> tuple[int, int]:
    """Time and day as a ZIP has them: since 1980, in steps of two seconds."""
    year = min(max(moment.year, 1980), 2107)
    time = moment.hour << 11 | moment.minute << 5 | moment.second // 2
    return time, (year - 1980) << 9 | moment.month << 5 | moment.day
