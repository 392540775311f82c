"""Did you mean: words near a misspelt one, from what the reader may read and nothing else."""

import numpy as np

from infocus.engines.search.distance import distance, one_slip
from infocus.engines.search.querying import Group, Kind, Parsed
from infocus.engines.search.text import clean, fold, words
from infocus.engines.search.whoosh_index.matching import match_group
from infocus.engines.search.whoosh_index.snapshot import Mask, Snapshot

_SHORTEST = 4
"""Letters of a word from which on it is worth mending."""
_LONG = 7
"""Letters from which on two slips may be mended, as long as the first three letters are right."""
_SCAN = 2_000
_MOST_WORDS = 4


def suggest(snapshot: Snapshot, text: str, parsed: Parsed, readable: Mask) -> str | None:
    """The query with each word nobody readable has replaced by the nearest that somebody has; None when all is well."""
    text = clean(text)
    mended: dict[str, str] = {}
    for group in parsed.positive:
        form = _plain_word(group)
        if form and len(mended) < _MOST_WORDS and not (match_group(snapshot, group).present & readable).any():
            better = _nearest(snapshot, fold(form), readable)
            if better:
                mended[form] = better
    if not mended:
        return None
    for word in reversed(list(words(text))):
        if word.form in mended:
            text = text[: word.start] + mended[word.form] + text[word.end :]
    return text


def _plain_word(group: Group) -> str | None:
    term = group.terms[0]
    plain = len(group.terms) == 1 and term.kind is Kind.WORD and len(term.forms[0]) >= _SHORTEST
    return term.forms[0] if plain and term.forms[0].isalpha() else None


def _nearest(snapshot: Snapshot, word: str, readable: Mask) -> str | None:
    candidates = {near for near in one_slip(word) if near and snapshot.has("text", near)}
    if len(word) >= _LONG:
        known = (term for term, _ in snapshot.terms("text", word[:3], _SCAN) if abs(len(term) - len(word)) <= 2)
        candidates.update(term for term in known if distance(word, term) <= 2)
    ranked = [(distance(word, term), -readers_count(snapshot, term, readable), term) for term in candidates]
    found = [item for item in ranked if item[1]]
    return as_written(snapshot, min(found)[2], readable) if found else None


def readers_count(snapshot: Snapshot, term: str, mask: Mask) -> int:
    """In how many of the masked documents a folded word is."""
    return int(np.count_nonzero(mask[snapshot.postings("text", term).ids]))


def as_written(snapshot: Snapshot, term: str, mask: Mask) -> str:
    """A folded word as one of the masked documents writes it, with its accents, in lower case."""
    documents = snapshot.postings("text", term).ids
    row = snapshot.row(int(documents[mask[documents]][0]))
    return next((word.form for word in words(f"{row.text}\n{row.summary}") if fold(word.form) == term), term)
