"""Which documents meet a parsed query, and how well."""

from collections.abc import Iterator

import numpy as np

from infocus.engines.search.language import query_languages
from infocus.engines.search.querying import Group, Kind, Parsed, Term
from infocus.engines.search.text import fold
from infocus.engines.search.tokens import is_stop_word, variants
from infocus.engines.search.whoosh_index.phrases import phrase_documents
from infocus.engines.search.whoosh_index.postings import Postings
from infocus.engines.search.whoosh_index.scoring import PLAIN, STEMS, TITLE, FieldWeight, Found, nothing, score
from infocus.engines.search.whoosh_index.snapshot import Mask, Snapshot

KEYWORDS = 3
"""Words up to which a query is taken for keywords, which must all be there; more are taken for a question."""
MAX_EXPANSIONS = 64
"""Words that a `begin*` stands for at most: the most frequent."""
MAX_SCAN = 4_000
"""Words of the dictionary that are looked at for them."""


def match(snapshot: Snapshot, parsed: Parsed, *, whole: bool) -> Found:
    """Documents that meet the query, with their scores.

    With `whole`, required groups and enough of the others have to be met; without, any one will do.
    What is negated never matches. A query with nothing wanted finds everything, at score 0.
    """
    found = nothing(snapshot)
    groups = parsed.positive
    if not groups:
        found.present[:] = True
    met = np.zeros(snapshot.size, np.int16)
    required = np.ones(snapshot.size, np.bool_)
    for group in groups:
        one = match_group(snapshot, group)
        found.scores[:] += one.scores
        found.present[:] |= one.present
        if group.required:
            required &= one.present
        else:
            met += one.present
    if whole:
        found.present[:] &= required & (met >= _enough(sum(not group.required for group in groups)))
    for group in parsed.negative:
        found.present[:] &= ~match_group(snapshot, group).present
    return found


def _enough(words: int) -> int:
    """Keywords are all meant; of a question a quarter is enough: the ranking does the rest (docs/search.md)."""
    return words if words <= KEYWORDS else max(1, words // 4)


def without_stop_words(parsed: Parsed, text: str, reader: tuple[str, ...]) -> Parsed:
    """Leave out the function words of the query's language, unless it has no others."""
    languages = query_languages(text, reader)

    def is_idle(group: Group) -> bool:
        return not group.required and all(
            term.kind is Kind.WORD and any(is_stop_word(term.forms[0], code) for code in languages)
            for term in group.terms
        )

    telling = tuple(group for group in parsed.groups if group.negative or not is_idle(group))
    return Parsed(telling, parsed.note) if any(not group.negative for group in telling) else parsed


def match_group(snapshot: Snapshot, group: Group) -> Found:
    """Documents that have one of the group's terms; the best of them counts."""
    found = nothing(snapshot)
    for term in group.terms:
        one = match_term(snapshot, term)
        np.maximum(found.scores, one.scores, out=found.scores)
        found.present[:] |= one.present
    return found


def match_term(snapshot: Snapshot, term: Term) -> Found:
    """Documents that have a term."""
    if term.kind is Kind.PHRASE:
        return _match_phrase(snapshot, term)
    if term.kind is Kind.COMPOUND:
        return _match_compound(snapshot, term)
    if term.kind is Kind.PREFIX:
        return _match_prefix(snapshot, term)
    return _match_word(snapshot, term.forms[0], title_only=term.title_only)


def _fields(fields: tuple[FieldWeight, ...], *, title_only: bool) -> Iterator[FieldWeight]:
    return (field for field in fields if field.name in TITLE or not title_only)


def _match_word(snapshot: Snapshot, form: str, *, title_only: bool) -> Found:
    return score(snapshot, _word_lists(snapshot, form, title_only=title_only))


def _word_lists(snapshot: Snapshot, form: str, *, title_only: bool) -> Iterator[tuple[FieldWeight, Postings]]:
    stems = variants(form, snapshot.tongues)
    for field in _fields(STEMS, title_only=title_only):
        yield from ((field, snapshot.postings(field.name, stem)) for stem in stems)
    plain = fold(form)
    yield from ((field, snapshot.postings(field.name, plain)) for field in _fields(PLAIN, title_only=title_only))


def _match_prefix(snapshot: Snapshot, term: Term) -> Found:
    """All words that begin so, scored as one; the word itself may match by its stem too."""
    start = fold(term.forms[-1])
    lists: list[tuple[FieldWeight, Postings]] = []
    for field in _fields(PLAIN, title_only=term.title_only):
        words = sorted(snapshot.terms(field.name, start, MAX_SCAN), key=lambda item: -item[1])
        lists += ((field, snapshot.postings(field.name, word)) for word, _ in words[:MAX_EXPANSIONS])
    return score(snapshot, lists)


def _match_compound(snapshot: Snapshot, term: Term) -> Found:
    """A hyphenated word: written as one, or all its parts."""
    *parts, whole = term.forms
    joined = _match_word(snapshot, whole, title_only=term.title_only)
    split = _all_of(snapshot, tuple(parts), title_only=term.title_only)
    return Found(np.maximum(joined.scores, split.scores), joined.present | split.present)


def _match_phrase(snapshot: Snapshot, term: Term) -> Found:
    every = _all_of(snapshot, term.forms, title_only=term.title_only)
    words = tuple(fold(form) for form in term.forms)
    present: Mask = np.zeros(snapshot.size, np.bool_)
    for field in _fields(PLAIN, title_only=term.title_only):
        present[phrase_documents(snapshot, field.name, words)] = True
    plain = score(snapshot, ((field, snapshot.postings(field.name, words[0])) for field in PLAIN))
    return Found(np.where(present, np.maximum(every.scores, plain.scores), 0.0), present)


def _all_of(snapshot: Snapshot, forms: tuple[str, ...], *, title_only: bool) -> Found:
    found = Found(np.zeros(snapshot.size), np.ones(snapshot.size, np.bool_))
    for form in dict.fromkeys(forms):
        one = _match_word(snapshot, form, title_only=title_only)
        found.scores[:] += one.scores
        found.present[:] &= one.present
    return Found(np.where(found.present, found.scores, 0.0), found.present)
