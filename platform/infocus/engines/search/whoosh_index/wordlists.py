"""The words of a large segment with the number of their documents, as sorted arrays beside it.

Whoosh walks its dictionary one word at a time, too slowly for completions; these lists are searched in place. A small
segment has none: its dictionary is walked.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

FIELDS = ("text", "title_text")
LEAST = 400
"""Documents of a segment from which on its words are listed."""
_LETTERS = 40
"""Bytes of a word that the list keeps; a longer one is left out of completions."""


class Words:
    """A segment's words in one field, in byte order, mapped into memory."""

    def __init__(self, words: NDArray[np.bytes_], counts: NDArray[np.int32]) -> None:
        self._words, self._counts = words, counts

    def frequent(self, prefix: str, most: int) -> dict[str, int]:
        """The words with a prefix that most documents have, with their number."""
        start = prefix.encode()
        first = int(np.searchsorted(self._words, np.bytes_(start)))
        last = int(np.searchsorted(self._words, np.bytes_(start + b"\xff")))
        counts = np.asarray(self._counts[first:last])
        chosen = np.argpartition(-counts, most)[:most] if len(counts) > most else np.arange(len(counts))
        return {self._words[first + int(at)].decode(): int(counts[at]) for at in chosen}


def write_words(segment: Path, field: str, terms: Iterable[tuple[str, int]]) -> None:
    """Write the list of a segment's words in a field; `terms` come in byte order."""
    kept = [(word, count) for term, count in terms if len(word := term.encode()) <= _LETTERS]
    _save(_path(segment, field, "counts"), np.array([count for _, count in kept], np.int32))
    _save(_path(segment, field, "words"), np.array([word for word, _ in kept], np.dtype(f"S{_LETTERS}")))


def open_words(segment: Path, field: str) -> Words | None:
    """The list of a segment's words in a field, if it is there."""
    try:
        words = np.load(_path(segment, field, "words"), mmap_mode="r")
        return Words(words, np.load(_path(segment, field, "counts")))
    except FileNotFoundError:
        return None


def _save(path: Path, values: NDArray[Any]) -> None:
    fresh = path.with_suffix(".new")
    with fresh.open("wb") as file:
        np.save(file, values)
    fresh.replace(path)


def _path(segment: Path, field: str, what: str) -> Path:
    return segment.with_suffix(f".{field}_{what}.npy")
