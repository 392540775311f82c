"""A state of the index as one reader sees it: their audience, their filters."""

import time
from collections.abc import Mapping, Sequence

from tantivy import DocAddress, Query

from infocus.engines.search.asking import FOREVER, Answer, Counts, Wish
from infocus.engines.search.plan import Node, Plan
from infocus.engines.search.port import Sort
from infocus.engines.search.rows import Row
from infocus.engines.search.tantivy_index.matches import Matches
from infocus.engines.search.tantivy_index.queries import Translation, any_of, both, filtering, of_records, reading
from infocus.engines.search.tantivy_index.reading import Snapshot
from infocus.engines.search.tantivy_index.schema import row_of

_STARTS = 12
"""Frequent words of titles that a beginning stands for."""


class TantivyView:
    """What one reader may see of a state of the index."""

    def __init__(
        self,
        snapshot: Snapshot,
        audience: frozenset[str],
        exclude: frozenset[str],
        filters: Mapping[str, tuple[str, ...]] | None = None,
        without: Mapping[str, tuple[str, ...]] | None = None,
        until: float = FOREVER,
    ) -> None:
        self._snapshot = snapshot
        self._searcher = snapshot.searcher
        self._readable = reading(audience, exclude, without or {})
        self._filters = filtering(filters or {})
        self._translation = Translation(snapshot.searcher)
        self._until = until

    @property
    def held(self) -> tuple[str, ...]:
        """The working languages that passages are in."""
        return self._snapshot.tongues

    @property
    def documents(self) -> int:
        """Passages in the index."""
        return int(self._searcher.num_docs)

    def answer(self, wanted: Plan, wish: Wish) -> Answer:
        """The page of records that a plan finds."""
        asked = both(self._translation.plan(wanted), self._readable)
        found = Matches(self._searcher, both(asked, *self._filters.values()) if self._filters else asked)
        sort = wish.sort if wanted.wants or wish.sort != Sort.RELEVANCE else Sort.NEWEST
        late = time.monotonic() > self._until
        return Answer(
            met=bool(found.passages) or (bool(self._filters) and self._some(asked)),
            total=found.total,
            passages=found.passages,
            found=tuple(found.page(sort, wish.limit, wish.offset)),
            facets={} if late else {name: self._counts(asked, found, name) for name in wish.facets},
            late=late,
        )

    def _counts(self, asked: Query, found: Matches, name: str) -> Counts:
        """A facet's counts under all filters but its own."""
        if name in self._filters:
            others = (query for other, query in self._filters.items() if other != name)
            found = Matches(self._searcher, both(asked, *others))
        return found.counts(name, self._snapshot.values(name))

    def known(self, token: str) -> bool:
        """Whether any passage has this folded word."""
        return int(self._searcher.doc_freq("text", token)) > 0

    def meets(self, node: Node) -> bool:
        """Whether any readable passage meets a part of a plan."""
        return self._some(both(self._translation.node(node), self._readable))

    def readers_count(self, token: str, language: str = "") -> int:
        """In how many readable passages a folded word is."""
        limits = [self._readable, *([any_of("tongue", [language])] if language else [])]
        query = both(any_of("text", [token]), *limits)
        return int(self._searcher.search(query, 1, count=True).count or 0)

    def begins(self, field: str, prefix: str, others: Sequence[str], most: int) -> list[tuple[str, int]]:
        """Words with this beginning in readable passages that have the others, most frequent first."""
        limits = self._with(others, "text" if field == "text" else "title_text")
        found = self._searcher.terms_with_prefix(field, prefix, limits, most)
        return sorted(found, key=lambda item: (-item[1], item[0]))

    def near(self, prefix: str, most: int) -> list[str]:
        """Folded words with this beginning."""
        return [term for term, _ in self._searcher.terms_with_prefix("text", prefix, limit=most)]

    def sample(self, token: str, others: Sequence[str] = ()) -> Row | None:
        """A readable passage with a folded word and all the others."""
        hits = self._searcher.search(both(any_of("text", [token]), self._with(others, "text")), 1, count=False).hits
        return self._row(hits[0][1]) if hits else None

    def titled(self, prefix: str, others: Sequence[str], most: int) -> list[Row]:
        """Readable records whose title has the others and a word that begins so, newest first."""
        limits = self._with(others, "title_text")
        starts = [term for term, _ in self._searcher.terms_with_prefix("title_text", prefix, limits, _STARTS)]
        if not starts:
            return []
        found = Matches(self._searcher, both(any_of("title_text", starts), limits))
        return [each.rows[0] for each in found.page(Sort.NEWEST, most, 0)]

    def spread(self, stem: str) -> int:
        """In how many passages a stem is."""
        return int(self._searcher.doc_freq("stem", stem))

    def rows_of(self, record: str, most: int) -> list[Row]:
        """Readable passages of a record."""
        hits = self._searcher.search(both(of_records([record]), self._readable), most, count=False).hits
        return [self._row(address) for _, address in hits]

    def best(self, plan: Plan, without: str, most: int) -> list[tuple[float, Row]]:
        """The best readable records of a plan, one passage each, without one record."""
        others = self._readable.and_must_not_match(of_records([without]))
        found = Matches(self._searcher, both(self._translation.plan(plan), others))
        return [(each.score, each.rows[0]) for each in found.page(Sort.RELEVANCE, most, 0)]

    def _with(self, words: Sequence[str], field: str) -> Query:
        return both(self._readable, *(any_of(field, [word]) for word in words))

    def _some(self, query: Query) -> bool:
        return bool(self._searcher.search(query, 1, count=False).hits)

    def _row(self, address: DocAddress) -> Row:
        return row_of(self._searcher.doc(address))
