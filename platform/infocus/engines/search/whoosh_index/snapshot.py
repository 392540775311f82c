"""The index as of one commit: its segments side by side as one row of documents, and what readers may see of them."""

from collections.abc import Iterable, Sequence
from heapq import merge
from itertools import groupby, islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from infocus.engines.search.whoosh_index.postings import NONE, Ids, Postings, decode_positions
from infocus.engines.search.whoosh_index.schema import CURSOR, Row, record_key
from infocus.engines.search.whoosh_index.segment import Column, SegmentView

Mask = NDArray[np.bool_]

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
        empty = np.empty(0, np.int64)
        self.keys = np.concatenate([empty, *(part.view.keys for part in self.parts)])
        self.updated = np.concatenate([empty, *(part.view.updated for part in self.parts)])
        self.records, self.ordinals = np.unique(self.keys, return_inverse=True)
        self._readable: dict[frozenset[str], Mask] = {}
        self._columns: dict[str, Column] = {}
        self._lengths: dict[str, tuple[NDArray[np.float32], float]] = {}

    @property
    def cursor(self) -> int:
        """The change log's place, 0 when none is stored."""
        for document in self.postings("record", CURSOR).ids:
            row = self._stored(int(document))
            if self.live[document] and isinstance(row, int):
                return row
        return 0

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

    def terms(self, field: str, prefix: str, scan: int) -> list[tuple[str, int]]:
        """Up to `scan` terms of a field with this prefix, in order, with the number of their documents."""
        walks = [part.view.terms(field, prefix) for part in self.parts]
        grouped = groupby(merge(*walks), key=lambda item: item[0])
        return [(term, sum(count for _, count in items)) for term, items in islice(grouped, scan)]

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

    def lengths(self, field: str) -> tuple[NDArray[np.float32], float]:
        """A field's length in each document, and the mean over those that have it (at least 1)."""
        found = self._lengths.get(field)
        if found is None:
            lengths = np.concatenate([np.empty(0, np.float32), *(part.view.lengths(field) for part in self.parts)])
            used = np.count_nonzero(lengths)
            found = (lengths, float(lengths.sum()) / used if used else 1.0)
            self._lengths[field] = found
        return found

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
