"""What changed between two texts, word by word, in a time that is bounded for texts of any length."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from infocus.core.shortest import Gap, shortest

Kind = Literal["same", "added", "removed"]


class Words(NamedTuple):
    """A run of text that stayed, came or went."""

    kind: Kind
    text: str


_TOKEN = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")
STEPS = 1_500_000
"""Steps one comparison may take in all (about a second); what is left then is shown as taken out and written anew."""
ALIKE = 0.4
"""A stretch that shares less than this of its shorter text was written anew: a salad of words says nothing."""


def word_changes(old: str, new: str) -> tuple[Words, ...]:
    """The runs that lead from ``old`` to ``new``: same and added ones give ``new``, same and removed ones ``old``.

    Blanks that changed and nothing else are not a change; they are given as in ``new``.
    """
    left = _Left(STEPS)
    runs: list[Words] = []
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    for gap in _between_anchors([line.strip() for line in before], [line.strip() for line in after]):
        runs += _by_words("".join(before[gap.a : gap.b]), "".join(after[gap.c : gap.d]), left)
        runs += [Words("same", line) for line in after[gap.d : gap.d + gap.same]]
    return tuple(_merged(runs))


@dataclass(slots=True)
class _Left:
    """The steps that are left."""

    steps: int


def _between_anchors(old: Sequence[str], new: Sequence[str]) -> Iterator[Gap]:
    """The stretches between lines that are in each text once and in the same order (patience difference)."""
    once, again = Counter(old), Counter(new)
    places = {line: at for at, line in enumerate(new) if line and again[line] == once[line] == 1}
    pairs = [(at, places[line]) for at, line in enumerate(old) if line in places]
    a = c = 0
    for i, j in [*rising(pairs), (len(old), len(new))]:
        yield Gap(a, i, c, j, int(i < len(old) or j < len(new)))
        a, c = i + 1, j + 1


def rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs whose second numbers rise as their first ones do."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for at, (_, second) in enumerate(pairs):
        place = bisect_left(ends, second)
        before.append(last[place - 1] if place else None)
        ends[place : place + 1], last[place : place + 1] = [second], [at]
    found: list[tuple[int, int]] = []
    step: int | None = last[-1] if last else None
    while step is not None:
        found.append(pairs[step])
        step = before[step]
    return found[::-1]


def _by_words(old: str, new: str, left: _Left) -> Iterator[Words]:
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    most = int(len(before) + len(after) - 2 * ALIKE * min(len(before), len(after)))
    gaps, steps = shortest([each.strip() for each in before], [each.strip() for each in after], most, left.steps)
    left.steps -= steps
    if gaps is None:
        yield from _whole(old, new)
        return
    for gap in gaps:
        yield from _whole("".join(before[gap.a : gap.b]), "".join(after[gap.c : gap.d]))
        if gap.same:
            yield Words("same", "".join(after[gap.d : gap.d + gap.same]))


def _whole(old: str, new: str) -> Iterator[Words]:
    if old:
        yield Words("removed", old)
    if new:
        yield Words("added", new)


def _merged(runs: Sequence[Words]) -> Iterator[Words]:
    """Neighbours of a kind as one; between two same runs, what went stands before what came."""
    texts: dict[Kind, list[str]] = {"removed": [], "added": []}
    same: list[str] = []
    for run in runs:
        if run.kind != "same":
            if same:
                yield Words("same", "".join(same))
                same = []
            texts[run.kind].append(run.text)
            continue
        yield from _taken(texts)
        same.append(run.text)
    if same:
        yield Words("same", "".join(same))
    yield from _taken(texts)


def _taken(texts: dict[Kind, list[str]]) -> Iterator[Words]:
    for kind, found in texts.items():
        if found:
            yield Words(kind, "".join(found))
            texts[kind] = []
