"""What changed in the text from one version of a file to another, page by page."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from sqlalchemy import select

from infocus.core.db import db
from infocus.core.differences import Words, rising, word_changes
from infocus.library.models import DocumentPage, DocumentVersion

AT_A_TIME = 8
"""Changed pages shown at once."""
ALIKE = 0.25
"""Pages that share fewer of their words are not an older and a newer one."""
MOST_PAIRS = 40_000
MOST_LETTERS = 60_000
"""Letters of both texts that are compared for one view: the work of a view is bounded whatever the file holds."""


@dataclass(frozen=True, slots=True)
class PageChange:
    """One changed page: its number in the older and in the newer version (``None``: it is in one only), the words."""

    old: int | None
    new: int | None
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """Some changed pages from ``start`` on (from 0) of ``total``; ``next`` is where the following ones start."""

    pages: Sequence[PageChange]
    start: int
    total: int
    next: int | None


def changes_between(old: DocumentVersion, new: DocumentVersion, start: int = 0) -> Changes:
    """The changed pages from ``start`` on. Pages with the same text are matched wherever they moved to in order."""
    before, after = _texts(old.id), _texts(new.id)
    pairs = [pair for pair in matched(before, after) if _differ(pair, before, after)]
    shown: list[PageChange] = []
    letters = 0
    for a, b in pairs[start : start + AT_A_TIME]:
        left, right = (before[a] if a is not None else ""), (after[b] if b is not None else "")
        letters += len(left) + len(right)
        if shown and letters > MOST_LETTERS:
            break
        number = [None if each is None else each + 1 for each in (a, b)]
        shown.append(PageChange(number[0], number[1], word_changes(left[:MOST_LETTERS], right[:MOST_LETTERS])))
    reached = start + len(shown)
    return Changes(shown, start, len(pairs), reached if reached < len(pairs) else None)


def matched(before: Sequence[str], after: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Pages by index, in order: those of the same text, between them those that are alike, the rest alone."""
    pairs: list[tuple[int | None, int | None]] = []
    a = b = 0
    for i, j in [*_anchors(before, after), (len(before), len(after))]:
        for c, d in [*_alike(before[a:i], after[b:j]), (i - a, j - b)]:
            reached = sum(each is not None for each, _ in pairs), sum(each is not None for _, each in pairs)
            pairs += [(step, None) for step in range(reached[0], a + c)]
            pairs += [(None, step) for step in range(reached[1], b + d)]
            if a + c < i or b + d < j:
                pairs.append((a + c, b + d))
        if i < len(before) or j < len(after):
            pairs.append((i, j))
        a, b = i + 1, j + 1
    return pairs


def _alike(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs, both rising, that share the most words; stretches of very many pages are paired in their order."""
    if len(before) * len(after) > MOST_PAIRS:
        return [(at, at) for at in range(min(len(before), len(after)))]
    old, new = [set(text.split()) for text in before], [set(text.split()) for text in after]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, j in product(reversed(range(len(old))), reversed(range(len(new)))):
        best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + _shared(old[i], new[j]))
    pairs, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        together = _shared(old[i], new[j])
        if together and best[i][j] == best[i + 1][j + 1] + together:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _shared(old: set[str], new: set[str]) -> float:
    """The share of words two pages have in common; 0 below ``ALIKE``: another page then."""
    share = len(old & new) / max(len(old | new), 1)
    return share if share >= ALIKE else 0.0


def _anchors(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Pages whose text is in both versions just once, in the same order."""
    first, second = Counter(before), Counter(after)
    once = {text: at for at, text in enumerate(before) if text.strip() and first[text] == second[text] == 1}
    found = [(once[text], at) for at, text in enumerate(after) if text in once]
    return rising(sorted(found))


def _differ(pair: tuple[int | None, int | None], before: Sequence[str], after: Sequence[str]) -> bool:
    a, b = pair
    if a is None or b is None:
        return bool((after[b] if b is not None else before[a] if a is not None else "").strip())
    return before[a].split() != after[b].split()


def _texts(version_id: str) -> list[str]:
    query = select(DocumentPage.text).where(DocumentPage.version_id == version_id).order_by(DocumentPage.number)
    return list(db.session.scalars(query))
