"""All passages a query finds, as arrays: tantivy hands over scores and numbers of thousands in a millisecond."""

from collections.abc import Iterator, Mapping

import numpy as np
import tantivy
from numpy.typing import NDArray
from tantivy import DocAddress, Query

from infocus.engines.search.asking import Counts, Ranked
from infocus.engines.search.order import PASSAGES, by_number, by_relevance
from infocus.engines.search.port import Sort
from infocus.engines.search.tantivy_index.schema import coded, row_of

_NUMBERS = {Sort.NEWEST: "updated", Sort.ADOPTED: "adopted"}


class Matches:
    """The passages of one query, best first."""

    def __init__(self, searcher: tantivy.Searcher, query: Query) -> None:
        self._searcher = searcher
        every = max(
            1, searcher.num_docs
        )  # tantivy makes room for as many as are asked for: not for more than there are
        hits = searcher.search(query, every, count=False).hits
        self._addresses: list[DocAddress] = [address for _, address in hits]
        self._scores = np.array([score for score, _ in hits], np.float64)
        self._keys = self._numbers("key", self._addresses)
        self._records, self._firsts, self._owners = np.unique(self._keys, return_index=True, return_inverse=True)

    @property
    def passages(self) -> int:
        """How many there are."""
        return len(self._keys)

    @property
    def total(self) -> int:
        """Of how many records they are."""
        return len(self._records)

    def page(self, sort: Sort, limit: int, offset: int) -> Iterator[Ranked]:
        """Some of the records in order, each with its best passages."""
        scores = self._scores[self._firsts]
        heads = [self._addresses[at] for at in self._firsts]
        if sort == Sort.RELEVANCE:
            standing, updated = (self._numbers(name, heads).astype(np.float64) for name in ("standing", "updated"))
            order = by_relevance(scores, standing, updated, self._records)
        else:
            order = by_number(self._numbers(_NUMBERS[sort], heads).astype(np.float64), self._records)
        for record in order[offset : offset + limit]:
            places = np.flatnonzero(self._owners == record)
            rows = (row_of(self._searcher.doc(self._addresses[at])) for at in places[:PASSAGES])
            yield Ranked(float(scores[record]), len(places), tuple(rows))

    def counts(self, facet: str, values: Mapping[int, tuple[str, ...]]) -> Counts:
        """How many records have each value of a facet; `values` are those of each of its numbers."""
        codes = self._numbers(coded(facet), self._addresses)
        known, places = np.unique(codes, return_inverse=True)
        pairs = np.unique(self._owners * len(known) + places) if len(known) else places
        numbers = np.bincount(pairs % max(1, len(known)), minlength=len(known)).tolist()
        counted: dict[str, int] = {}
        for code, number in zip(known.tolist(), numbers, strict=True):
            for value in values.get(code, ()):
                counted[value] = counted.get(value, 0) + number
        return tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0])))

    def _numbers(self, field: str, addresses: list[DocAddress]) -> NDArray[np.int64]:
        return np.array(self._searcher.fast_field_values(field, addresses), np.int64)
