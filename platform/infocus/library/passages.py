"""A page as passages of the length people read in a hit list: whole sentences, about 150 to 300 words each."""

import re

LEAST = 150
MOST = 300
"""Words of a passage. A page of up to ``MOST`` words stays whole; a sentence longer than that is cut between words."""

# A sentence ends at . ! ? … (with what closes it) before white space and a beginning, or at an empty line.
_END = re.compile(r"(?:[.!?…]+[\"'”’»)\]]*(?=\s+[^\s\d\W]|\s+\d)|\n\s*\n)")
_WORD = re.compile(r"\S+")


def passages(text: str) -> list[str]:
    """The passages of a page, in order; none for a page without words. Joined by a blank they hold every word."""
    text = text.strip()
    if not text:
        return []
    if _words(text) <= MOST:
        return [text]
    found: list[str] = []
    current: list[str] = []
    size = 0
    for sentence in _sentences(text):
        count = _words(sentence)
        if current and (size + count > MOST or size >= LEAST + count // 2):
            found.append(" ".join(current))
            current, size = [], 0
        current.append(sentence)
        size += count
    return _join_tail([*found, " ".join(current)])


def _words(text: str) -> int:
    return sum(1 for _ in _WORD.finditer(text))


def _sentences(text: str) -> list[str]:
    """Sentences, none over ``MOST`` words: lists and tables without full stops are cut between words."""
    pieces: list[str] = []
    start = 0
    for match in [*_END.finditer(text), None]:
        end = match.end() if match else len(text)
        piece, start = text[start:end].strip(), end
        words = list(_WORD.finditer(piece))
        for at in range(0, len(words), MOST):
            last = words[min(at + MOST, len(words)) - 1]
            pieces.append(piece[words[at].start() : last.end()])
    return pieces


def _join_tail(found: list[str]) -> list[str]:
    """A last passage of a few words says little by itself: it goes with the one before where both fit."""
    if len(found) > 1 and _words(found[-1]) < LEAST // 2 and _words(found[-2]) + _words(found[-1]) <= MOST:
        return [*found[:-2], f"{found[-2]} {found[-1]}"]
    return found
