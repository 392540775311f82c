"""Lighting up a search in the text of a page: which words, where, and on which pages of a document."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from infocus.engines.search.highlighting import Span, Wanted, spans
from infocus.engines.search.language import query_languages
from infocus.engines.search.querying import Kind, parse
from infocus.engines.search.text import fold
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
    forms = {form for term in terms if term.kind is not Kind.PREFIX for form in term.forms}
    telling = {form for form in forms if not any(is_stop_word(form, code) for code in languages)} or forms
    prefixes = tuple(sorted({fold(term.forms[-1]) for term in terms if term.kind is Kind.PREFIX}))
    if not telling and not prefixes:
        return None
    stems = {
        code: frozenset(stem for form in telling for stem in variants(form, (code,))) for code in (*LANGUAGES, OTHER)
    }
    return Wanted(frozenset(map(fold, telling)), stems, prefixes)


def lit(text: str, language: str, marks: Wanted) -> list[Span]:
    """Where the wanted words are in a page's text, in order."""
    return spans(text, primary(language), marks)


def hits_by_page(pages: Iterable[PageText], marks: Wanted) -> dict[int, int]:
    """Page number → how many words are lit on it, for pages with any; each different word is looked at once."""
    known: dict[str, dict[str, int]] = {}
    found: dict[int, int] = {}
    for page in pages:
        language = primary(page.language)
        judged = known.setdefault(language, {})
        count = 0
        for word in _WORD.findall(page.text):
            if word not in judged:
                judged[word] = len(spans(word, language, marks))
            count += judged[word]
        if count:
            found[page.number] = count
    return found
