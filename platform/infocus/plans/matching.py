"""Recognising sections and rows again in another version, so that their keys, and what refers to them, stay."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from infocus.core.ids import new_id
from infocus.core.shortest import shortest
from infocus.core.text import folded

ALIKE = 0.6
"""Two texts are the same section when so much of their words, in order, is the same."""
STEPS = 3_000_000
"""What all comparisons of one version may take: some two seconds."""
MOST_WORDS = 4_000
"""A longer text is recognised by its beginning."""


@dataclass(frozen=True, slots=True)
class Known:
    """What something is recognised by; ``names`` from the surest to the vaguest, ``text`` when none of them helps.

    A section that is only a page is known by its text before its names: a new page moves all after it.
    """

    names: tuple[str, ...]
    text: str
    text_first: bool = False
    key: str = ""


def keys_for(before: Sequence[Known], now: Sequence[Known]) -> list[str]:
    """The keys of ``now``: that of what was recognised in ``before``, or a new one; no key is given twice."""
    match = _Match(before, now)
    text_first = any(each.text_first for each in now)
    if text_first:
        match.by_text()
    for rank in range(max((len(each.names) for each in now), default=0)):
        match.by_name(rank)
    if not text_first:
        match.by_text()
    return [match.found.get(at) or new_id() for at in range(len(now))]


class _Match:
    def __init__(self, before: Sequence[Known], now: Sequence[Known]) -> None:
        self._left = dict(enumerate(before))
        self._now = now
        self.found: dict[int, str] = {}

    def by_name(self, rank: int) -> None:
        """What has the same name of this rank, in order."""
        self._pair(lambda each: each.names[rank] if rank < len(each.names) else "")

    def by_text(self) -> None:
        """What is most alike, from the likest down."""
        steps = STEPS
        old = {at: _words(each.text) for at, each in self._left.items()}
        bags = {at: Counter(words) for at, words in old.items()}
        pairs: list[tuple[float, int, int]] = []
        for at, each in enumerate(self._now):
            words = _words(each.text) if at not in self.found else []
            bag = Counter(words)
            for other, known in old.items():
                if not words or not known or _shared(bag, bags[other]) < ALIKE:
                    continue
                total = len(words) + len(known)
                gaps, taken = shortest(known, words, int((1 - ALIKE) * total), steps)
                steps -= taken
                if gaps is not None:
                    pairs.append((-2 * sum(gap.same for gap in gaps) / total, at, other))
        for _, at, other in sorted(pairs):
            if at not in self.found and other in self._left:
                self.found[at] = self._left.pop(other).key

    def _pair(self, name: Callable[[Known], str]) -> None:
        places: dict[str, list[int]] = {}
        for at, each in self._left.items():
            places.setdefault(name(each), []).append(at)
        for at, each in enumerate(self._now):
            called = name(each)
            if at not in self.found and called and places.get(called):
                self.found[at] = self._left.pop(places[called].pop(0)).key


def _words(text: str) -> list[str]:
    return folded(text[: 12 * MOST_WORDS]).split()[:MOST_WORDS]


def _shared(left: Counter[str], right: Counter[str]) -> float:
    """The most two texts of these words can have in common, whatever their order."""
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0
