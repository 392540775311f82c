"""The letters of a page of a PDF with their places, upright as the page is read, and the words they make."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

WIDE = 0.7
"""A gap of so much of a line's height is more than a blank between two words."""
HYPHEN = "\x02"
"""PDFium's mark of a hyphen at the end of a line."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points from the lower left corner of the page as it is read."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        """Half of its height."""
        return (self.bottom + self.top) / 2

    @property
    def height(self) -> float:
        """From the lower to the upper edge."""
        return self.top - self.bottom

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top


@dataclass(frozen=True, slots=True)
class Upright:
    """Turns points of the file's own plane as the page is turned when it is shown."""

    turn: int
    width: float
    height: float

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The box of two corners."""
        if not self.turn and left <= right and bottom <= top:  # most are, and there are many
            return Box(left, bottom, right, top)
        (x0, y0), (x1, y1) = self._point(left, bottom), self._point(right, top)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def _point(self, x: float, y: float) -> tuple[float, float]:
        if self.turn == 90:
            return y, self.height - x
        if self.turn == 180:
            return self.width - x, self.height - y
        if self.turn == 270:
            return self.width - y, x
        return x, y


def upright(page: pypdfium2.PdfPage) -> Upright:
    """How a page is turned; `width` and `height` are those of the page as it is read."""
    return Upright(page.get_rotation(), *page.get_size())


@dataclass(frozen=True, slots=True)
class Letter:
    """A character of the text page at its index; a blank that nobody printed has no box."""

    character: str
    box: Box | None


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a gap; `indexes` are theirs in the text page."""

    text: str
    box: Box
    indexes: range


def letters_of(text_page: pypdfium2.PdfTextPage, turned: Upright, most: int) -> list[Letter]:
    """The letters in the file's order, at most so many."""
    found: list[Letter] = []
    box = raw.FS_RECTF()
    for at in range(min(text_page.count_chars(), most)):
        code = raw.FPDFText_GetUnicode(text_page, at)
        placed = code > 32 and raw.FPDFText_GetLooseCharBox(text_page, at, box)
        found.append(Letter(chr(code), turned.box(box.left, box.bottom, box.right, box.top) if placed else None))
    return found


def words_of(letters: Sequence[Letter]) -> list[Word]:
    """The words in the file's order; one that the end of a line cuts is two, the first with the mark."""
    words: list[Word] = []
    first, last = -1, None
    for at, letter in enumerate([*letters, Letter(" ", None)]):
        box = letter.box
        if (
            last is not None
            and letter.character != HYPHEN
            and (box is None or letters[at - 1].character == HYPHEN or _apart(last, box))
        ):
            words.append(_word(letters, first, at))
            last = None
        if box is not None:
            first, last = (first if last else at), box
    return words


def _apart(last: Box, box: Box) -> bool:
    """Whether a letter stands so far right of the last, or left of it, that it begins another word."""
    gap = box.left - last.right
    if -box.height <= gap <= WIDE * box.height:
        return False
    return abs(last.middle - box.middle) < max(last.height, box.height) / 2


def _word(letters: Sequence[Letter], first: int, end: int) -> Word:
    boxes = [each.box for each in letters[first:end] if each.box]
    text = "".join([each.character for each in letters[first:end]])
    return Word(text, _around(boxes), range(first, end))


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        min([each.left for each in boxes]),
        min([each.bottom for each in boxes]),
        max([each.right for each in boxes]),
        max([each.top for each in boxes]),
    )


def in_lines(words: Sequence[Word]) -> list[list[Word]]:
    """Words on one height together, from the top downwards, each line from left to right."""
    lines: list[list[Word]] = []
    levels = 0.0  # of the words of the last line, added up
    for word in sorted(words, key=lambda each: -each.box.middle):
        line = lines[-1] if lines else []
        if line and levels / len(line) - word.box.middle < min(word.box.height, line[0].box.height) / 2:
            line.append(word)
            levels += word.box.middle
        else:
            lines.append([word])
            levels = word.box.middle
    return [sorted(line, key=lambda each: each.box.left) for line in lines]


def around(words: Sequence[Word]) -> Box:
    """The smallest box around words."""
    return _around([word.box for word in words])


def indexes_of(words: Sequence[Word]) -> Iterator[int]:
    """The letters of words."""
    for word in words:
        yield from word.indexes
