"""The query language: words, "phrases", -without, OR, title:word, begin*. Anything typed has a meaning; nothing raises.

Signs that make no sense are dropped and the query is read as words; everything is capped, so that no query runs long.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from infocus.engines.search.port import Note
from infocus.engines.search.text import clean, compounds, words

MAX_CHARACTERS = 1_000
MAX_GROUPS = 32
MAX_ALTERNATIVES = 8
MAX_WILDCARDS = 4
MIN_PREFIX = 2
"""Letters before a `*`; fewer are read as a word."""

_PIECE = re.compile(r'(?P<sign>-)?(?P<title>title:)?(?:"(?P<phrase>[^"]*)"|(?P<plain>[^\s"]+))', re.IGNORECASE)
_QUOTES = str.maketrans("“”„«»", '"""""')


class Kind(StrEnum):
    """What a term asks for."""

    WORD = "word"
    PREFIX = "prefix"
    PHRASE = "phrase"
    COMPOUND = "compound"
    """A hyphenated word: its `forms` are the parts and, last, the whole written as one."""


@dataclass(frozen=True, slots=True)
class Term:
    """Lower-case, accented word forms to look for, in the title only or anywhere."""

    kind: Kind
    forms: tuple[str, ...]
    title_only: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Terms of which one must do. A required group has to be met; a negative one must not be."""

    terms: tuple[Term, ...]
    required: bool = False
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query as groups; with none it asks for everything."""

    groups: tuple[Group, ...] = ()
    note: Note | None = None
    said: tuple[str, ...] = ()
    """The words in the order they were typed, when nothing but words was typed."""

    @property
    def positive(self) -> tuple[Group, ...]:
        """The groups that say what is wanted."""
        return tuple(group for group in self.groups if not group.negative)

    @property
    def negative(self) -> tuple[Group, ...]:
        """The groups that say what is not."""
        return tuple(group for group in self.groups if group.negative)


def parse(text: str) -> Parsed:
    """Read a query. Every text gives a Parsed, with a note when it was shortened or its signs were dropped."""
    note = Note.SHORTENED if len(text) > MAX_CHARACTERS else None
    text = clean(text[:MAX_CHARACTERS]).translate(_QUOTES)
    if text.count('"') % 2:
        return _as_words(text, Note.READ_AS_WORDS)
    reader = _Reader()
    for match in _PIECE.finditer(text):
        reader.take(match)
    if reader.broken or reader.alternative:
        return _as_words(text, Note.READ_AS_WORDS)
    if len(reader.groups) > MAX_GROUPS or reader.shortened:
        note = Note.SHORTENED
    return Parsed(tuple(reader.groups[:MAX_GROUPS]), note, _said(text, reader.groups))


def _said(text: str, groups: list[Group]) -> tuple[str, ...]:
    """The words of a query without any signs, in order."""
    plain = all(_is_plain(group) for group in groups)
    return tuple(word.form for word in words(text)) if plain else ()


def _is_plain(group: Group) -> bool:
    words_only = all(term.kind in {Kind.WORD, Kind.COMPOUND} and not term.title_only for term in group.terms)
    return words_only and len(group.terms) == 1 and not group.negative


def as_words(text: str, negative: tuple[Group, ...] = ()) -> Parsed:
    """The same text with every sign taken for nothing: plain words. What was unwanted stays so."""
    unwanted = {form for group in negative for term in group.terms for form in term.forms}
    read = _as_words(clean(text[:MAX_CHARACTERS]), None)
    return Parsed((*(group for group in read.groups if group.terms[0].forms[0] not in unwanted), *negative))


def _as_words(text: str, note: Note | None) -> Parsed:
    forms = dict.fromkeys(word.form for word in words(text))
    groups = [Group((Term(Kind.WORD, (form,)),)) for form in forms]
    return Parsed(tuple(groups[:MAX_GROUPS]), note)


class _Reader:
    """Takes the pieces of a query in order and gathers its groups."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self.alternative = False
        self.negate = False
        self.broken = False
        self.shortened = False
        self.wildcards = 0

    def take(self, match: re.Match[str]) -> None:
        """Take one piece: an operator, or words with their signs."""
        plain = match["plain"] or ""
        if plain in {"OR", "AND", "NOT"} and not match["sign"]:
            self._operator(plain)
            return
        negative = bool(match["sign"]) or self.negate
        terms = self._terms(match)
        self.negate = False
        if self.alternative and terms:
            self.alternative = False
            self._widen(terms, negative)
        else:
            for term in terms:
                required = term.kind is Kind.PHRASE or term.title_only
                self.groups.append(Group((term,), required and not negative, negative))

    def _operator(self, name: str) -> None:
        if name == "OR":
            self.broken = self.broken or not self.groups or self.alternative
            self.alternative = bool(self.groups)
        elif name == "NOT":
            self.negate = True

    def _widen(self, terms: tuple[Term, ...], negative: bool) -> None:
        last = self.groups[-1]
        if negative or last.negative or len(terms) > 1:
            self.broken = True
        elif len(last.terms) < MAX_ALTERNATIVES:
            self.groups[-1] = Group((*last.terms, *terms), required=True)
        else:
            self.shortened = True

    def _terms(self, match: re.Match[str]) -> tuple[Term, ...]:
        title_only = match["title"] is not None
        if match["phrase"] is not None:
            forms = tuple(word.form for word in words(match["phrase"]))
            kind = Kind.PHRASE if len(forms) > 1 else Kind.WORD
            return (Term(kind, forms, title_only),) if forms else ()
        plain = match["plain"]
        forms = tuple(word.form for word in words(plain))
        whole = [word.form for word in compounds(plain)]
        if len(forms) > 1 and len(whole) == 1 and len(whole[0]) == sum(map(len, forms)):
            return (Term(Kind.COMPOUND, (*forms, whole[0]), title_only),)
        terms = [Term(Kind.WORD, (form,), title_only) for form in forms]
        if terms and plain.endswith("*") and len(forms[-1]) >= MIN_PREFIX:
            terms[-1] = self._prefix(terms[-1])
        return tuple(terms)

    def _prefix(self, term: Term) -> Term:
        self.wildcards += 1
        if self.wildcards > MAX_WILDCARDS:
            self.shortened = True
            return term
        return Term(Kind.PREFIX, term.forms, term.title_only)
