"""A snapshot as one reader sees it: their audience, their filters."""

from collections.abc import Mapping, Sequence
from itertools import islice

import numpy as np

from infocus.engines.search.asking import FOREVER, Answer, Ranked, Wish
from infocus.engines.search.plan import Node, Plan
from infocus.engines.search.port import Sort
from infocus.engines.search.rows import Row, record_key
from infocus.engines.search.whoosh_index.facets import all_of, counts, filter_masks
from infocus.engines.search.whoosh_index.matching import Deadline, Found, match
from infocus.engines.search.whoosh_index.ranking import rank
from infocus.engines.search.whoosh_index.snapshot import Mask, Snapshot

_CANDIDATES = 48
"""Frequent words that are looked at to find some that one reader may read."""
_STARTS = 12
"""Frequent words of titles that a beginning stands for."""


class WhooshView:
    """What one reader may see of a snapshot."""

    def __init__(
        self,
        snapshot: Snapshot,
        readable: Mask,
        filters: Mapping[str, tuple[str, ...]] | None = None,
        without: Mapping[str, tuple[str, ...]] | None = None,
        until: float = FOREVER,
    ) -> None:
        self._snapshot = snapshot
        self._readable = readable
        self._filters = filter_masks(snapshot, filters or {})
        for mask in filter_masks(snapshot, without or {}).values():
            self._readable = self._readable & ~mask
        self._deadline = Deadline(until)

    @property
    def held(self) -> tuple[str, ...]:
        """The working languages that passages are in."""
        return self._snapshot.tongues

    @property
    def documents(self) -> int:
        """Passages in the index."""
        return self._snapshot.size

    def answer(self, wanted: Plan, wish: Wish) -> Answer:
        """The page of records that a plan finds."""
        snapshot = self._snapshot
        found = match(snapshot, wanted, self._readable, self._deadline)
        chosen = Found(found.scores, all_of(found.present, self._filters))
        sort = wish.sort if wanted.wants or wish.sort != Sort.RELEVANCE else Sort.NEWEST
        total, passages, placed = rank(snapshot, chosen, sort, wish.limit, wish.offset)
        return Answer(
            met=bool(found.present.any()),
            total=total,
            passages=passages,
            found=tuple(Ranked(each.score, each.matching, tuple(map(snapshot.row, each.documents))) for each in placed),
            facets={name: counts(snapshot, all_of(found.present, self._filters, name), name) for name in wish.facets},
            late=self._deadline.passed,
        )

    def known(self, token: str) -> bool:
        """Whether any passage has this folded word."""
        return self._snapshot.has("text", token)

    def meets(self, node: Node) -> bool:
        """Whether any readable passage meets a part of a plan."""
        return bool(match(self._snapshot, Plan(must=(node,)), self._readable, Deadline(FOREVER)).present.any())

    def readers_count(self, token: str, language: str = "") -> int:
        """In how many readable passages a folded word is."""
        mask = self._readable & self._snapshot.having("tongue", (language,)) if language else self._readable
        return int(np.count_nonzero(mask[self._snapshot.postings("text", token).ids]))

    def begins(self, field: str, prefix: str, others: Sequence[str], most: int) -> list[tuple[str, int]]:
        """Words with this beginning in readable passages that have the others, most frequent first."""
        mask = self._with(others, "text" if field == "text" else "title_text")
        frequent = self._snapshot.frequent(field, prefix, _CANDIDATES)
        counted = (
            (term, int(np.count_nonzero(mask[self._snapshot.postings(field, term).ids]))) for term, _ in frequent
        )
        found = islice((item for item in counted if item[1]), most)
        return sorted(found, key=lambda item: (-item[1], item[0]))

    def near(self, prefix: str, most: int) -> list[str]:
        """Folded words with this beginning."""
        return [term for term, _ in self._snapshot.frequent("text", prefix, most)]

    def sample(self, token: str, others: Sequence[str] = ()) -> Row | None:
        """A readable passage with a folded word and all the others."""
        documents = self._snapshot.postings("text", token).ids
        documents = documents[self._with(others, "text")[documents]]
        return self._snapshot.row(int(documents[0])) if len(documents) else None

    def titled(self, prefix: str, others: Sequence[str], most: int) -> list[Row]:
        """Readable records whose title has the others and a word that begins so, newest first."""
        snapshot = self._snapshot
        starts = [term for term, _ in snapshot.frequent("title_text", prefix, _STARTS)]
        documents = np.flatnonzero(self._with(others, "title_text") & snapshot.having("title_text", starts))
        newest = documents[np.argsort(-snapshot.numbers("updated")[documents], kind="stable")]
        _, firsts = np.unique(snapshot.ordinals[newest], return_index=True)
        return [snapshot.row(int(newest[at])) for at in np.sort(firsts)[:most]]

    def spread(self, stem: str) -> int:
        """In how many passages a stem is."""
        return len(self._snapshot.postings("stem", stem).ids)

    def rows_of(self, record: str, most: int) -> list[Row]:
        """Readable passages of a record."""
        documents = self._snapshot.postings("record", record).ids
        return [self._snapshot.row(int(each)) for each in documents[self._readable[documents]][:most]]

    def best(self, plan: Plan, without: str, most: int) -> list[tuple[float, Row]]:
        """The best readable records of a plan, one passage each, without one record."""
        found = match(
            self._snapshot, plan, self._readable & (self._snapshot.keys != record_key(without)), self._deadline
        )
        _, _, placed = rank(self._snapshot, found, Sort.RELEVANCE, most, 0)
        return [(each.score, self._snapshot.row(each.documents[0])) for each in placed]

    def _with(self, words: Sequence[str], field: str) -> Mask:
        mask = self._readable
        for word in words:
            mask = mask & self._snapshot.having(field, (word,))
        return mask
