"""How fiches of practices head their sections, in the ten languages, and which field of a practice a heading means.

A phrase counts where a heading has words like it (typing errors, endings), and where those words are enough of the
heading: "How we did it" heads a section, "How Porto wrote one letter to fifty investors" is a title.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from infocus.core.text import folded
from infocus.practices.fiches.phrases import PHRASES

ALIKE = 86.0
"""Per cent by which words are the same word (rapidfuzz's ratio); shorter ones than ``SHORT`` must be the same."""
SHORT = 5
SMALL = 3
"""Words up to so many letters (articles, prepositions) do not count as what a heading says."""
HEADING = 0.34
LINE = 0.6
"""What share of its letters says the field: of what the file sets as a heading, and of a line that only looks so."""
MOST_LETTERS = 140
ANY_LANGUAGE = ""


@dataclass(frozen=True, slots=True)
class _Match:
    at: int
    letters: int
    share: float


def field_of(heading: str, language: str, share: float = HEADING) -> str:
    """The field a heading means ("how", "resources", also "title" and "timescale"), or an empty string.

    The text's own language and English are tried first, then the other eight.
    """
    if len(heading) > MOST_LETTERS:
        return ""
    words = folded(heading).split()
    for table in (_table(language), _table(ANY_LANGUAGE)):
        best: tuple[int, int, str] | None = None
        for field, phrases in table.items():
            for phrase in phrases:
                match = _match(words, phrase)
                if match is not None and match.share >= share:
                    found = (match.at, -match.letters, field)
                    best = min(best, found) if best else found
        if best:
            return best[2]
    return ""


def _table(language: str) -> Mapping[str, Sequence[Sequence[str]]]:
    return _TABLES.get(language, _TABLES[ANY_LANGUAGE])


def _match(words: Sequence[str], phrase: Sequence[str]) -> _Match | None:
    """Where a heading says a phrase first."""
    for at in range(len(words) - len(phrase) + 1):
        window = words[at : at + len(phrase)]
        if all(map(_same, window, phrase)):
            said = sum(len(word) for word in window)
            other = sum(len(word) for word in (*words[:at], *words[at + len(phrase) :]) if len(word) > SMALL)
            return _Match(at, said, said / (said + other))
    return None


def _same(word: str, wanted: str) -> bool:
    if word == wanted:
        return True
    short = min(len(word), len(wanted)) < SHORT
    return not short and fuzz.ratio(word, wanted, score_cutoff=ALIKE) >= ALIKE


def _phrases(languages: Sequence[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    return {
        field: tuple(tuple(phrase.split()) for each in languages for phrase in _folded(by_language.get(each, "")))
        for field, by_language in PHRASES.items()
    }


def _folded(text: str) -> Iterator[str]:
    return (found for phrase in text.split("|") if (found := folded(phrase)))


_LANGUAGES = tuple(dict.fromkeys(each for by_language in PHRASES.values() for each in by_language))
_TABLES = {each: _phrases(tuple(dict.fromkeys((each, "en")))) for each in _LANGUAGES} | {
    ANY_LANGUAGE: _phrases(_LANGUAGES)
}
