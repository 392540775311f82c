"""Text as passages are compared: without white space, hyphens and marks nobody sees, every letter taken apart.

Where a line ends, how a word is divided and whether an accent is a sign of its own differs from reader to reader.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_UNSEEN = re.compile(
    r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\-\u00ad\u2010\u2011\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u061c]+"
)
_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "\u2014"})


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. ``starts`` and ``ends``: where each of its signs begins and ends in the text as it is."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the text as it is of ``text[start:end]``, which must not be empty."""
        return self.starts[start], self.ends[end - 1]

    def at(self, place: int) -> int:
        """How many folded signs begin before a place of the text as it is."""
        return bisect_right(self.starts, place - 1) if place > 0 else 0


def folded(text: str) -> str:
    """The folded text alone, quickly."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKD", text).translate(_QUOTES))


@lru_cache(maxsize=32)
def folded_with_places(text: str) -> Folded:
    """The folded text with the place of each of its signs; the same signs as ``folded`` gives."""
    signs: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        own = folded(text[start:end])
        signs.append(own)
        starts.extend([start] * len(own))
        ends.extend([end] * len(own))
    return Folded("".join(signs), starts, ends)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """A sign and the marks that combine with it, one after the other."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not _combines(text[place]):
            if place > start:
                yield start, place
            start = place


def _combines(sign: str) -> bool:
    return sign > "\u02ff" and unicodedata.combining(unicodedata.normalize("NFKD", sign)[0]) != 0
