"""Going on from what was typed: words and titles of what the reader may read."""

import numpy as np

from infocus.engines.search.text import clean, fold, words
from infocus.engines.search.tokens import LANGUAGES, is_stop_word
from infocus.engines.search.whoosh_index.snapshot import Mask, Snapshot
from infocus.engines.search.whoosh_index.spelling import as_written, readers_count

_LONGEST = 200
"""Characters of what was typed that count."""
_SCAN = 4_000
_TRIED = 64


def complete(snapshot: Snapshot, typed: str, readable: Mask, limit: int) -> tuple[str, ...]:
    """Up to `limit` completions of a beginning of two letters or more: words for up to half of them, then titles."""
    typed = clean(typed[:_LONGEST])
    found = list(words(typed))
    if not found or len(found[-1].form) < 2 or limit < 1:
        return ()
    start = fold(found[-1].form)
    others = [fold(word.form) for word in found[:-1]]
    lead = typed[: found[-1].start].lstrip()
    titles = _titles(snapshot, start, others, readable)
    terms = [lead + word for word in _words(snapshot, start, others, readable, limit)]
    kept = terms[: max(limit - len(titles), (limit + 1) // 2)]
    return tuple(dict.fromkeys([*kept, *titles]))[:limit]


def _frequent(snapshot: Snapshot, field: str, start: str) -> list[str]:
    terms = sorted(snapshot.terms(field, start, _SCAN), key=lambda item: (-item[1], item[0]))
    return [term for term, _ in terms[:_TRIED]]


def _with_all(snapshot: Snapshot, field: str, others: list[str], mask: Mask) -> Mask:
    for word in others:
        mask = mask & snapshot.having(field, (word,))
    return mask


def _words(snapshot: Snapshot, start: str, others: list[str], readable: Mask, limit: int) -> list[str]:
    mask = _with_all(snapshot, "text", others, readable)
    counted = [(readers_count(snapshot, term, mask), term) for term in _frequent(snapshot, "text", start)]
    best = sorted((item for item in counted if item[0]), key=lambda item: (-item[0], item[1]))
    telling = [term for _, term in best if not any(is_stop_word(term, language) for language in LANGUAGES)]
    return [as_written(snapshot, term, mask) for term in telling[:limit]]


def _titles(snapshot: Snapshot, start: str, others: list[str], readable: Mask) -> list[str]:
    mask = _with_all(snapshot, "title_text", others, readable)
    mask = mask & snapshot.having("title_text", _frequent(snapshot, "title_text", start))
    documents = np.flatnonzero(mask)
    newest = documents[np.argsort(-snapshot.updated[documents], kind="stable")]
    _, firsts = np.unique(snapshot.ordinals[newest], return_index=True)
    return [snapshot.row(int(newest[at])).title for at in np.sort(firsts)[:_TRIED]]
