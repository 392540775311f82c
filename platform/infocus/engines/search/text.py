"""Words in a text: where they begin and end, and how they are written plainly. Knows no language."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

MAX_WORD = 64
"""Characters of a word that count; longer ones (base64, rubbish of a scan) are cut."""

# A word keeps combining marks and the invisible characters (soft hyphen, joiners) that files put inside words.
# Possessive (++): without it a long word that no hyphen follows is tried in exponentially many ways.
_WORD = "[^\\W_](?:[^\\W_]++|[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]++)*+"
WORD = re.compile(_WORD)
# "start-up", and "speciali-\nsation" broken at the end of a printed line; four parts are enough.
COMPOUND = re.compile(f"{_WORD}(?:[-\u2010\u2011](?:\r?\n)?{_WORD}){{1,3}}")

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_MARKS = dict.fromkeys(range(0x300, 0x370))
_LETTERS = str.maketrans(
    {"ß": "ss", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "n"}
)


class Word(NamedTuple):
    """A word of a text: its characters `start` to `end`, and its lower-case form."""

    start: int
    end: int
    form: str


def clean(text: str) -> str:
    """Composed (NFC) text without lone surrogates and NUL: what is indexed, stored and searched for."""
    text = text.encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
    return unicodedata.normalize("NFC", text)


def lower(word: str) -> str:
    """A word's lower-case form, without invisible characters; ligatures and full-width letters become plain ones."""
    if word.isascii():
        return word.lower()[:MAX_WORD]
    plain = unicodedata.normalize("NFKC", word.translate(_INVISIBLE))
    return plain.replace("İ", "i").lower()[:MAX_WORD]


def fold(word: str) -> str:
    """A lower-case word without accents: é → e, ß → ss, ł → l, ø → o, æ → ae, ș and ş → s."""
    if word.isascii():
        return word
    bare = unicodedata.normalize("NFD", word).translate(_MARKS)
    return unicodedata.normalize("NFC", bare.translate(_LETTERS))[:MAX_WORD]


def words(text: str) -> Iterator[Word]:
    """The words of a clean text, in order. Apostrophes and hyphens separate: "l'emploi" is two words."""
    for match in WORD.finditer(text):
        form = lower(match[0])
        if form:
            yield Word(match.start(), match.end(), form)


def compounds(text: str) -> Iterator[Word]:
    """Hyphenated words of a clean text written as one: "start-up" as "startup"."""
    if "-" not in text and "\u2010" not in text and "\u2011" not in text:
        return
    for match in COMPOUND.finditer(text):
        form = "".join(lower(part) for part in WORD.findall(match[0]))[:MAX_WORD]
        yield Word(match.start(), match.end(), form)
