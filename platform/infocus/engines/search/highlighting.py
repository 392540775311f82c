"""Extracts of a text with what was found marked, as safe HTML: `<mark>` is the only element, all else is escaped."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from infocus.engines.search.text import WORD, compounds, fold, lower
from infocus.engines.search.tokens import stem

EXTRACT = 260
"""Characters of an extract."""
_MOST_SPANS = 2_000
_LEAD = 60
"""Characters shown before the first marked word."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to mark: words as folded, stems by language, beginnings of words (folded)."""

    words: frozenset[str]
    stems: Mapping[str, frozenset[str]]
    prefixes: tuple[str, ...] = ()
    _judged: dict[str, "_Judged"] = field(default_factory=dict, repr=False, compare=False)

    def judged(self, language: str) -> Mapping[str, bool]:
        """Whether a word as written in texts of this language is wanted: texts repeat words, each is judged once."""
        return self._judged.setdefault(language, _Judged(self, language))

    def takes(self, form: str, language: str) -> bool:
        """Whether a lower-case word of a text in this language is one of those wanted."""
        folded = fold(form)
        if folded in self.words or (self.prefixes and folded.startswith(self.prefixes)):
            return bool(form)
        return stem(form, language) in self.stems.get(language, ())


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
    joined: list[Span] = []
    for start, end in sorted(found)[:_MOST_SPANS]:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def mark(text: str, language: str, wanted: Wanted) -> str:
    """The whole of a short clean text (a title, a summary), marked."""
    return _render(text, spans(text, language, wanted), 0, len(text))


def extract(text: str, language: str, wanted: Wanted) -> str:
    """The part of a clean text with the most marked words, cut between words, with … where it goes on."""
    marked = spans(text, language, wanted)
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
