"""Lighting up a search in the text of a page: which words, where, and on which pages of a document."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from infocus.engines.search.highlighting import Span, Wanted, spans
from infocus.engines.search.language import query_languages
from infocus.engines.search.querying import Kind, parse
from infocus.engines.search.text import fold, words
from infocus.engines.search.tokens import LANGUAGES, OTHER, is_stop_word, primary, variants

_WORD = re.compile(r"\w+(?:[-\u2010\u2011]\w+)*")


@dataclass(frozen=True, slots=True)
class PageText:
    """What is needed of a page to look for words in it."""

    number: int
    text: str
    language: str


@lru_cache(maxsize=64)
def wanted(query: str, reader: str = "en") -> Wanted | None:
    """What to light for a query by a reader of that language; ``None`` when the query names nothing to light."""
    languages = query_languages(query, (reader,))
    terms = [term for group in parse(query).positive for term in group.terms]
    forms = {form for term in terms if term.kind not in {Kind.PREFIX, Kind.PHRASE} for form in term.forms}
    telling = {form for form in forms if not any(is_stop_word(form, code) for code in languages)} or forms
    prefixes = tuple(sorted({fold(term.forms[-1]) for term in terms if term.kind is Kind.PREFIX}))
    phrases = tuple(dict.fromkeys(tuple(map(fold, term.forms)) for term in terms if term.kind is Kind.PHRASE))
    if not telling and not prefixes and not phrases:
        return None
    stems = {
        code: frozenset(stem for form in telling for stem in variants(form, (code,))) for code in (*LANGUAGES, OTHER)
    }
    return Wanted(frozenset(map(fold, telling)), stems, prefixes, phrases)


def lit(text: str, language: str, marks: Wanted) -> list[Span]:
    """Where the wanted words are in a page's text, in order."""
    return spans(text, primary(language), marks)


def hits_by_page(pages: Iterable[PageText], marks: Wanted) -> dict[int, int]:
    """Page number → how many hits are lit on it, for pages with any.

    Where no word depends on its neighbours each different word is looked at once: that takes a fifth of the time, so
    only pages that have one of the phrases are looked at in full.
    """
    known: dict[str, dict[str, int]] = {}
    plain: dict[str, str] = {}
    found: dict[int, int] = {}
    phrases = [f" {' '.join(phrase)} " for phrase in marks.phrases]
    for page in pages:
        language, written = primary(page.language), _WORD.findall(page.text)
        if phrases and _has_one(written, phrases, plain):
            count = len(spans(page.text, language, marks))
        else:
            count = _words_lit(written, language, marks, known.setdefault(language, {}))
        if count:
            found[page.number] = count
    return found


def _has_one(written: list[str], phrases: list[str], plain: dict[str, str]) -> bool:
    """Whether words as written have one of the phrases (folded) in a row; ``plain`` keeps how each is folded."""
    for word in written:
        if word not in plain:
            plain[word] = " ".join(fold(part.form) for part in words(word))
    said = f" {' '.join([plain[word] for word in written])} "
    return any(phrase in said for phrase in phrases)


def _words_lit(written: list[str], language: str, marks: Wanted, judged: dict[str, int]) -> int:
    count = 0
    for word in written:
        if word not in judged:
            judged[word] = len(spans(word, language, marks))
        count += judged[word]
    return count
