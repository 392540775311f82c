"""Whole posting lists as numpy arrays, straight from a segment's blocks.

Whoosh walks a list one posting at a time in Python; whole blocks at once are many times faster. Every read copies
its slice first, so that threads share a segment without a lock.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import W3LeafMatcher, W3TermsReader
from whoosh.filedb.structfile import BufferFile
from whoosh.formats import Format
from whoosh.reading import TermNotFound

from infocus.engines.search.whoosh_index.schema import POSITIONS

Ids = NDArray[np.int64]
Weights = NDArray[np.float32]


class Postings(NamedTuple):
    """Document numbers in ascending order, and how often the term is in each."""

    ids: Ids
    weights: Weights


NONE = Postings(np.empty(0, np.int64), np.empty(0, np.float32))


class _Blocks(W3LeafMatcher):
    """Reads a posting list block by block."""

    def postings(self) -> Postings:
        """All documents and weights of the list."""
        ids: list[Ids] = []
        weights: list[Weights] = []
        while self.is_active():
            self._read_data()
            deltas, weight, _ = self._data
            ids.append(np.cumsum(np.array(deltas, np.int64)))
            weights.append(np.full(len(deltas), 1.0 if weight is None else weight, np.float32))
            self._next_block()
        return Postings(np.concatenate(ids), np.concatenate(weights))

    def positions(self) -> Iterator[bytes]:
        """The encoded positions of each document of the list."""
        while self.is_active():
            self._read_values()
            yield from self._values
            self._next_block()


class Terms(W3TermsReader):
    """A segment's dictionary with its posting lists."""

    def postings(self, field: str, term: str, form: Format) -> Postings:
        """The documents of a term, or NONE."""
        blocks = self._blocks(field, term, form)
        return blocks.postings() if blocks else NONE

    def positions(self, field: str, term: str) -> tuple[bytes, ...]:
        """The encoded positions of a term, one value a document, in the order of its postings."""
        blocks = self._blocks(field, term, POSITIONS)
        return tuple(blocks.positions()) if blocks else ()

    def _blocks(self, field: str, term: str, form: Format) -> _Blocks | None:
        try:
            offset, length = self.term_info(field, term.encode()).extent()
        except TermNotFound:
            return None
        size = length[0]  # Whoosh hands the length over as it was unpacked: in a tuple
        return _Blocks(BufferFile(self._postfile.get(offset, size)), 0, size, form)


def decode_positions(value: bytes) -> list[int]:
    """Word numbers from 0, ascending."""
    return list(POSITIONS.decode_positions(value))
