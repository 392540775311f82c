"""The index as of one commit: its segments side by side as one row of documents, and what readers may see of them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from infocus.engines.search.rows import CURSOR, Row, record_key
from infocus.engines.search.whoosh_index.bm25 import norms
from infocus.engines.search.whoosh_index.postings import NONE, Ids, Postings, decode_positions
from infocus.engines.search.whoosh_index.segment import Column, SegmentView

Mask = NDArray[np.bool_]

_PREFIXES = 2_000
"""Beginnings of words whose most frequent ends are remembered."""
_AUDIENCES = 64
"""Sets of audience keys whose documents are remembered."""


class Part(NamedTuple):
    """A segment, the number of its first document in the row, and its documents that are deleted."""

    view: SegmentView
    base: int
    deleted: frozenset[int]


class Snapshot:
    """Documents numbered from 0 over all segments. Threads may share it."""

    def __init__(self, segments: Sequence[tuple[SegmentView, frozenset[int]]]) -> None:
        self.parts: list[Part] = []
        self.size = 0
        for view, deleted in segments:
            self.parts.append(Part(view, self.size, deleted))
            self.size += view.size
        self.live = np.ones(self.size, np.bool_)
        for part in self.parts:
            self.live[[part.base + document for document in part.deleted]] = False
        self.keys = self._together(part.view.numbers["key"] for part in self.parts)
        self.records, self.ordinals = np.unique(self.keys, return_inverse=True)
        self._readable: dict[frozenset[str], Mask] = {}
        self._columns: dict[str, Column] = {}
        self._frequent: dict[tuple[str, str, int], list[tuple[str, int]]] = {}
        self._numbers: dict[str, NDArray[np.int64]] = {}
        self._of_record: dict[str, NDArray[np.float64]] = {}
        self._norms: dict[str, NDArray[np.float32]] = {}

    @property
    def cursor(self) -> int:
        """The change log's place, 0 when none is stored."""
        for document in self.postings("record", CURSOR).ids:
            row = self._stored(int(document))
            if self.live[document] and isinstance(row, int):
                return row
        return 0

    def record_keys(self) -> set[int]:
        """The keys of all records that are not deleted."""
        return set(self.keys[self.live].tolist()) - {0}

    def record_of(self, key: int) -> str:
        """The id of the record with this key."""
        return self.row(int(np.flatnonzero((self.keys == key) & self.live)[0])).record

    @property
    def tongues(self) -> tuple[str, ...]:
        """The working languages that documents are in."""
        return tuple(sorted({value for part in self.parts for value in part.view.column("tongue").values}))

    def postings(self, field: str, term: str) -> Postings:
        """The documents of a term, deleted ones too."""
        found = [(part.base, part.view.postings(field, term)) for part in self.parts]
        found = [(base, postings) for base, postings in found if len(postings.ids)]
        if not found:
            return NONE
        ids = [postings.ids + base for base, postings in found]
        return Postings(np.concatenate(ids), np.concatenate([postings.weights for _, postings in found]))

    def positions(self, field: str, term: str, documents: Ids) -> dict[int, list[int]]:
        """Word positions of a term in each of these documents (ascending) that has it."""
        places: dict[int, list[int]] = {}
        for part in self.parts:
            ids = part.view.postings(field, term).ids + part.base
            wanted = np.flatnonzero(np.isin(ids, documents, assume_unique=True))
            if len(wanted):
                values = part.view.positions(field, term)
                places.update((int(ids[at]), decode_positions(values[at])) for at in wanted)
        return places

    def frequent(self, field: str, prefix: str, most: int) -> list[tuple[str, int]]:
        """The terms of a field with this prefix that most documents have, with their number, most first."""
        found = self._frequent.get((field, prefix, most))
        if found is None:
            counted: Counter[str] = Counter()
            for part in self.parts:
                counted.update(part.view.frequent(field, prefix, 2 * most))
            found = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:most]
            if len(self._frequent) >= _PREFIXES:
                self._frequent = {}
            self._frequent[field, prefix, most] = found
        return found

    def has(self, field: str, term: str) -> bool:
        """Whether any document, deleted ones too, has a term."""
        return any(part.view.has(field, term) for part in self.parts)

    def column(self, field: str) -> Column:
        """A facet's (document, value) pairs over all segments."""
        found = self._columns.get(field)
        if found is None:
            columns = [(part.base, part.view.column(field)) for part in self.parts]
            values = tuple(sorted({value for _, column in columns for value in column.values}))
            numbers = {value: number for number, value in enumerate(values)}
            empty = np.empty(0, np.int64)
            ids = [column.ids + base for base, column in columns]
            codes = [
                np.array([numbers[value] for value in column.values], np.int64)[column.codes] for _, column in columns
            ]
            found = Column(np.concatenate([empty, *ids]), np.concatenate([empty, *codes]), values)
            self._columns[field] = found
        return found

    def numbers(self, name: str) -> NDArray[np.int64]:
        """A number of each document: `updated`, `standing`, `adopted`."""
        found = self._numbers.get(name)
        if found is None:
            found = self._numbers[name] = self._together(part.view.numbers[name] for part in self.parts)
        return found

    def of_record(self, name: str) -> NDArray[np.float64]:
        """A number of each record, in the order of `records`: the largest of its documents'."""
        found = self._of_record.get(name)
        if found is None:
            found = np.zeros(len(self.records))
            np.maximum.at(found, self.ordinals, self.numbers(name))
            self._of_record[name] = found
        return found

    def norms(self, field: str) -> NDArray[np.float32]:
        """What BM25 adds to a token's frequency in each document: more in longer ones."""
        found = self._norms.get(field)
        if found is None:
            sizes = self._together(part.view.sizes(field) for part in self.parts)
            found = self._norms[field] = norms(sizes)
        return found

    @staticmethod
    def _together(arrays: Iterable[NDArray[np.int64]]) -> NDArray[np.int64]:
        return np.concatenate([np.empty(0, np.int64), *arrays])

    def readable(self, audience: frozenset[str], exclude: frozenset[str]) -> Mask:
        """The live documents a reader with these keys may see, without those of excluded records."""
        mask = self._readable.get(audience)
        if mask is None:
            mask = self.having("audience", audience) & self.live
            if len(self._readable) >= _AUDIENCES:
                self._readable = {}
            self._readable[audience] = mask
        return mask & ~self.of_records(exclude) if exclude else mask

    def having(self, field: str, terms: Iterable[str]) -> Mask:
        """The documents with any of these terms."""
        mask = np.zeros(self.size, np.bool_)
        for term in terms:
            mask[self.postings(field, term).ids] = True
        return mask

    def of_records(self, records: Iterable[str]) -> Mask:
        """The documents of these records."""
        return np.isin(self.keys, np.array([record_key(record) for record in records], np.int64))

    def row(self, document: int) -> Row:
        """What is stored of an entry."""
        row = self._stored(document)
        if isinstance(row, int):
            raise LookupError(f"document {document} holds the cursor")
        return row

    def _stored(self, document: int) -> Row | int:
        part = next(part for part in reversed(self.parts) if part.base <= document)
        return part.view.stored(document - part.base)
