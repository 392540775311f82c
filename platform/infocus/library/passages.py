"""A page as passages of the length people read in a hit list: whole sentences, about 150 to 300 words each."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from infocus.library.abbreviations import ends_nothing

LEAST = 150
MOST = 300
"""Words of a passage. A page of up to ``MOST`` words stays whole; a sentence longer than that is cut inside."""

# . ! ? … with what closes them, before white space; or an empty line. Possessive, and begun only where the signs begin:
# a line of ten thousand dots is read once.
_STOP = re.compile(r"(?<![.!?…])(?P<signs>[.!?…]++)(?P<close>[\"'”’»)\]]*+)(?=\s)|\n[^\S\n]*\n\s*")
_OPENERS = "\"'“„”«»‘‚([¿¡•▪·*–—-"
_OPENING = re.compile(rf"\s*[{re.escape(_OPENERS)}]*\s*")
_WORD = re.compile(r"\S+")
_LOOK_BACK = 40
"""Characters in which the word before a full stop is looked for."""
_BREAKS = (re.compile(r"\n"), re.compile(r"[;:.,!?…|]\s"))
"""Where a sentence without end is cut, if it can be chosen: at a line's end, else after a sign."""


class _Piece(NamedTuple):
    """A sentence, or a part of one that is too long: its characters, its words, whether a paragraph ends with it."""

    start: int
    end: int
    words: int
    ends_paragraph: bool


def passages(text: str, language: str = "") -> list[str]:
    """The passages of a page in this language (empty: not known), in order; none for a page without words.

    Joined by a blank they hold every word of the page once.
    """
    text = text.strip()
    if not text:
        return []
    if _words(text) <= MOST:
        return [text]
    groups: list[list[_Piece]] = [[]]
    size = 0
    for piece in _pieces(text, language):
        if groups[-1] and _is_full(groups[-1][-1], size, piece.words):
            groups.append([])
            size = 0
        groups[-1].append(piece)
        size += piece.words
    return [text[group[0].start : group[-1].end] for group in _join_tail(groups)]


def _is_full(last: _Piece, size: int, more: int) -> bool:
    """Whether a passage of ``size`` words that ends with ``last`` stays as it is, before ``more`` words."""
    if size + more > MOST:
        return True
    return size >= LEAST if last.ends_paragraph else size >= LEAST + more // 2


def _words(text: str) -> int:
    return sum(1 for _ in _WORD.finditer(text))


def _pieces(text: str, language: str) -> Iterator[_Piece]:
    """The sentences in order, none over ``MOST`` words; white space between them belongs to none."""
    start = 0
    for end, ends_paragraph in [*_borders(text, language), (len(text), True)]:
        words = [(found.start() + start, found.end() + start) for found in _WORD.finditer(text[start:end])]
        start, at = end, 0
        while len(words) - at > MOST:
            cut = _cut(text, words, at)
            yield _Piece(words[at][0], words[cut - 1][1], cut - at, ends_paragraph=False)
            at = cut
        if at < len(words):
            yield _Piece(words[at][0], words[-1][1], len(words) - at, ends_paragraph)


def _cut(text: str, words: Sequence[tuple[int, int]], at: int) -> int:
    """Where the piece that begins with word ``at`` ends, in a list without full stops: after a line or a sign."""
    for sign in _BREAKS:
        for end in range(at + MOST, at + LEAST, -1):
            if sign.search(text, words[end - 1][1] - 1, words[end][0]):
                return end
    return at + MOST


def _borders(text: str, language: str) -> Iterator[tuple[int, bool]]:
    """Where sentences end, and whether a paragraph (as far as can be told: the line) ends with them."""
    for found in _STOP.finditer(text):
        if found["signs"] is None:
            yield found.end(), True
        elif _ends_sentence(text, found, language):
            yield found.end(), text[found.end()] == "\n"


def _ends_sentence(text: str, found: re.Match[str], language: str) -> bool:
    """A sentence ends where another can begin: before a capital, a figure, or a letter that has no capital."""
    opening = _OPENING.match(text, found.end())
    following = text[opening.end() : opening.end() + 1] if opening else ""
    if following.islower():
        return False
    if found["signs"] != "." or found["close"]:
        return True
    before = text[max(0, found.start() - _LOOK_BACK) : found.start()]
    words = before.rpartition("\n")[2].split()
    word = "" if not words or before[-1].isspace() else words[-1].lstrip(_OPENERS)
    alone = len(words) == 1 and (len(before) < _LOOK_BACK or "\n" in before)
    first = alone or (len(words) > 1 and words[-2][-1] in ".!?:;")
    return not ends_nothing(word, following, language, first=first)


def _join_tail(groups: list[list[_Piece]]) -> list[list[_Piece]]:
    """A last passage of a few words says little by itself: it goes with the one before where both fit."""
    if len(groups) > 1:
        last, before = (sum(piece.words for piece in group) for group in (groups[-1], groups[-2]))
        if last < LEAST // 2 and before + last <= MOST:
            return [*groups[:-2], [*groups[-2], *groups[-1]]]
    return groups
