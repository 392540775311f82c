"""Extracts of a text with what was found marked, as safe HTML: `<mark>` is the only element, all else is escaped."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape

from infocus.engines.search.querying import Kind, Parsed
from infocus.engines.search.text import WORD, compounds, fold, lower, words
from infocus.engines.search.tokens import stem, variants

EXTRACT = 260
"""Characters of an extract."""
_MOST_SPANS = 2_000
_LEAD = 60
"""Characters shown before the first marked word."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to mark: words as folded, stems by language, beginnings of words (folded), folded words in a row."""

    words: frozenset[str]
    stems: Mapping[str, frozenset[str]]
    prefixes: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    _judged: dict[str, "_Judged"] = field(default_factory=dict, repr=False, compare=False)
    _first: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    def judged(self, language: str) -> Mapping[str, bool]:
        """Whether a word as written in texts of this language is wanted: texts repeat words, each is judged once."""
        return self._judged.setdefault(language, _Judged(self, language))

    def takes(self, form: str, language: str) -> bool:
        """Whether a lower-case word of a text in this language is one of those wanted."""
        folded = fold(form)
        if folded in self.words or (self.prefixes and folded.startswith(self.prefixes)):
            return bool(form)
        return folded[:1] in self._initials(language) and stem(form, language) in self.stems[language]

    def _initials(self, language: str) -> frozenset[str]:
        """The first letters of the wanted stems: no stemmer changes a word's first letter, and most words differ."""
        found = self._first.get(language)
        if found is None:
            stems = self.stems.get(language, frozenset[str]())
            found = self._first[language] = frozenset(each.partition(":")[2][:1] for each in stems)
        return found


def wanted(parsed: Parsed, languages: Iterable[str]) -> Wanted:
    """What to mark for a query in texts of these languages."""
    plain: set[str] = set()
    stems: dict[str, set[str]] = {language: set() for language in languages}
    prefixes: set[str] = set()
    phrases: list[tuple[str, ...]] = []
    for term in (term for group in parsed.positive for term in group.terms):
        if term.kind is Kind.PREFIX:
            prefixes.add(fold(term.forms[-1]))
        elif term.kind is Kind.PHRASE:
            phrases.append(tuple(map(fold, term.forms)))
        else:
            plain.update(map(fold, term.forms))
            for language, found in stems.items():
                found.update(stem for form in term.forms for stem in variants(form, (language,)))
    frozen = {language: frozenset(found) for language, found in stems.items()}
    return Wanted(frozenset(plain), frozen, tuple(sorted(prefixes)), tuple(dict.fromkeys(phrases)))


class _Judged(dict[str, bool]):
    """Words as written and whether they are wanted, filled as they are met."""

    def __init__(self, wanted: Wanted, language: str) -> None:
        super().__init__()
        self._wanted, self._language = wanted, language

    def __missing__(self, written: str) -> bool:
        self[written] = verdict = self._wanted.takes(lower(written), self._language)
        return verdict


def spans(text: str, language: str, wanted: Wanted) -> list[Span]:
    """Where the wanted words are in a clean text: in order, apart from one another, at most a few thousand."""
    judged = wanted.judged(language)
    found: list[Span] = [match.span() for match in WORD.finditer(text) if judged[match[0]]]
    found += [(word.start, word.end) for word in compounds(text) if wanted.takes(word.form, language)]
    found += _in_a_row(text, wanted.phrases)
    joined: list[Span] = []
    for start, end in sorted(found)[:_MOST_SPANS]:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _in_a_row(text: str, phrases: tuple[tuple[str, ...], ...]) -> list[Span]:
    """Where the words of a phrase follow one another, each place as one span."""
    if not phrases:
        return []
    every = [(word.start, word.end, fold(word.form)) for word in words(text)]
    forms = [form for _, _, form in every]
    return [
        (every[at][0], every[at + len(phrase) - 1][1])
        for phrase in phrases
        for at, form in enumerate(forms)
        if form == phrase[0] and tuple(forms[at : at + len(phrase)]) == phrase
    ]


def mark(text: str, marked: list[Span]) -> str:
    """The whole of a short clean text (a title, a summary), marked."""
    return _render(text, marked, 0, len(text))


def extract(text: str, marked: list[Span]) -> str:
    """The part of a clean text with the most marked words, cut between words, with … where it goes on."""
    start, end = _window(text, marked)
    before = "… " if start else ""
    after = " …" if end < len(text) else ""
    return before + _render(text, marked, start, end) + after


def _window(text: str, marked: list[Span]) -> Span:
    if len(text) <= EXTRACT:
        return 0, len(text)
    start = 0
    if marked:
        first = max(range(len(marked)), key=lambda i: (_variety(text, marked, i), -i))
        start = max(0, min(marked[first][0] - _LEAD, len(text) - EXTRACT))
    end = min(len(text), start + EXTRACT)
    return _word_start(text, start), _word_end(text, end)


def _variety(text: str, marked: list[Span], first: int) -> tuple[int, int]:
    """How many different words, and how many in all, are marked in the window that begins with this one."""
    limit = marked[first][0] - _LEAD + EXTRACT
    inside = [text[start:end].lower() for start, end in marked[first : first + 40] if end <= limit]
    return len(set(inside)), len(inside)


def _word_start(text: str, position: int) -> int:
    if position == 0:
        return 0
    space = text.find(" ", position, position + _LEAD)
    return position if space < 0 else space + 1


def _word_end(text: str, position: int) -> int:
    if position == len(text):
        return position
    space = text.rfind(" ", position - _LEAD, position)
    return position if space < 0 else space


def _render(text: str, marked: list[Span], start: int, end: int) -> str:
    pieces: list[str] = []
    place = start
    for left, right in marked:
        if left < place or right > end:
            continue
        pieces += [escape(text[place:left]), "<mark>", escape(text[left:right]), "</mark>"]
        place = right
    pieces.append(escape(text[place:end]))
    return "".join(pieces)
