"""The token chain: NFC → lower case → stop words of the language → Snowball stem → accents folded, in this order.

Folding before stemming loses matches, because the stemmers know the accented endings.
Stems carry their language ("de:stadt"), so that a word of one language never meets another language's stem by chance.
"""

import re
from functools import lru_cache
from typing import NamedTuple

import Stemmer

from infocus.engines.search.stopwords import STOP_WORDS
from infocus.engines.search.text import compounds, fold, words

ALGORITHMS = {
    "en": "english",
    "es": "spanish",
    "eu": "basque",
    "pt": "portuguese",
    "it": "italian",
    "cs": "czech",
    "ro": "romanian",
    "pl": "polish",
    "de": "german",
    "fr": "french",
}
LANGUAGES = tuple(ALGORITHMS)
OTHER = "xx"
"""Stands for every language without a stemmer: its words count as they are written, without accents."""

_STEMMERS = {code: Stemmer.Stemmer(name, 0) for code, name in ALGORITHMS.items()}
_PASSES = 3
_SHORTEST = 3
"""Letters that a stem keeps."""
# The French stemmer keeps a plural after a vowel: without this "emplois" would not meet "emploi".
_FRENCH_PLURAL = re.compile(r"(?<=..[aiou])s$")
# Romanian is written with a cedilla (ş ţ) in old fonts and with a comma (ș ț) in new ones; the stemmer wants the comma.
_CEDILLA = str.maketrans("şţ", "șț")


class Tokens(NamedTuple):
    """What a text is found by: stems with their language, and all its words folded, in order."""

    stems: list[str]
    words: list[str]


def primary(language: str) -> str:
    """The working language of a BCP 47 tag ("pt-BR" → "pt"), or OTHER for any that has no stemmer."""
    code = language.replace("_", "-").split("-")[0].lower()
    return code if code in ALGORITHMS else OTHER


@lru_cache(maxsize=200_000)
def stem(form: str, language: str) -> str:
    """The index form of a lower-case word in a language of LANGUAGES or OTHER: "städte", "de" → "de:stadt".

    Stemmed until nothing changes, because one pass cuts "ciudades" to "ciudad", but "ciudad" to "ciud".
    """
    stemmer = _STEMMERS.get(language)
    if stemmer is None:
        return f"{OTHER}:{fold(form)}"
    if language == "ro":
        form = form.translate(_CEDILLA)
    for _ in range(_PASSES):
        shorter: str = stemmer.stemWord(form)
        if shorter == form or len(shorter) < _SHORTEST:
            break
        form = shorter
    if language == "fr":
        form = _FRENCH_PLURAL.sub("", form)
    return f"{language}:{fold(form)}"


def is_stop_word(form: str, language: str) -> bool:
    """Whether a lower-case word carries no meaning of its own in the language."""
    return form in STOP_WORDS.get(language, ())


def tokenise(text: str, language: str) -> Tokens:
    """Tokens of a clean text in a language of LANGUAGES or OTHER."""
    stops = STOP_WORDS.get(language, frozenset())
    forms = [word.form for word in words(text)]
    stems = [stem(form, language) for form in forms if form not in stops]
    stems.extend(stem(word.form, language) for word in compounds(text))
    return Tokens(stems, [fold(form) for form in forms])


def variants(form: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The stems of a lower-case query word in each language that gives it a meaning."""
    return tuple(stem(form, language) for language in languages if not is_stop_word(form, language))
