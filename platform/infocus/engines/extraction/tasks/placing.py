"""Find the place of each character on a page of a PDF, as the page is drawn."""

import ctypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

from infocus.engines.extraction.cleaning import JUNK
from infocus.engines.extraction.pdfium import LINE_HYPHEN, keeps_hyphen, open_pdf
from infocus.engines.extraction.port import UNITS, Letters, Limits, Reason, Unreadable

MAX_LETTERS = 50_000
"""A page of small print has 10,000."""
_LONG = 1000.0
"""Points of the two lines by which the page's turn and crop are measured: rounding then is a millionth."""
_FINE = 1_000_000

Place = tuple[int, int, int, int]
_NOWHERE = (0, 0, 0, 0)


def run(path: Path, limits: Limits, options: Mapping[str, Any]) -> Iterator[Letters]:
    """The characters of the page `options["number"]` (from 1), words put together as they are when it is read."""
    pdf = open_pdf(path)
    number = options["number"]
    if not 1 <= number <= len(pdf):
        raise Unreadable(Reason.NO_SUCH_PAGE, f"page {number} of {len(pdf)}")
    try:
        page = pdf[number - 1]
        width, height = (max(1, round(side)) for side in page.get_size())
        characters, places = _characters(page, min(MAX_LETTERS, limits.max_page_characters))
    except pypdfium2.PdfiumError as error:
        raise Unreadable(Reason.BROKEN, str(error)) from error
    kept = [(at, character) for at, character in _joined("".join(characters)) if not JUNK.match(character)]
    text, sides = "".join(each for _, each in kept), tuple(side for at, _ in kept for side in places[at])
    yield Letters(number, width, height, text, sides)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """How points of the file's own plane fall on the page as it is drawn: one linear step, turn and crop included."""

    left: float
    top: float
    across: tuple[float, float]
    along: tuple[float, float]

    def place(self, box: raw.FS_RECTF) -> Place:
        """The smallest upright rectangle around a box, within the page."""
        corners = [self._point(x, y) for x in (box.left, box.right) for y in (box.bottom, box.top)]
        (left, right), (top, bottom) = ((min(side), max(side)) for side in zip(*corners, strict=True))
        return left, top, right, bottom

    def _point(self, x: float, y: float) -> tuple[int, int]:
        across = self.left + x * self.across[0] + y * self.along[0]
        down = self.top + x * self.across[1] + y * self.along[1]
        return _within(across), _within(down)


def _within(value: float) -> int:
    return round(UNITS * min(1.0, max(0.0, value)))


def _sheet(page: pypdfium2.PdfPage) -> _Sheet:
    left, top = _drawn(page, 0.0, 0.0)
    right, up = _drawn(page, _LONG, 0.0), _drawn(page, 0.0, _LONG)
    across, along = (((end[0] - left) / _LONG, (end[1] - top) / _LONG) for end in (right, up))
    return _Sheet(left, top, across, along)


def _drawn(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[float, float]:
    """Where a point of the file's plane is drawn, in widths and heights of the page."""
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, _FINE, _FINE, 0, x, y, across, down)
    return across.value / _FINE, down.value / _FINE


def _characters(page: pypdfium2.PdfPage, most: int) -> tuple[list[str], list[Place]]:
    """The characters in reading order and their places; halves of a character become one."""
    sheet, text_page = _sheet(page), page.get_textpage()
    characters: list[str] = []
    places: list[Place] = []
    high = ""
    box = raw.FS_RECTF()
    for at in range(min(text_page.count_chars(), most)):
        character = chr(raw.FPDFText_GetUnicode(text_page, at))
        if "\ud800" <= character < "\udc00":
            high = character
            continue
        if high:
            character = (high + character).encode("utf-16", "surrogatepass").decode("utf-16", "ignore")[:1] or "\0"
            high = ""
        found = raw.FPDFText_GetLooseCharBox(text_page, at, box)
        characters.append(character)
        places.append(sheet.place(box) if found else _NOWHERE)
    text_page.close()
    return characters, places


def _joined(text: str) -> Iterator[tuple[int, str]]:
    """The characters, with their offsets, that stay when words cut by the end of a line are put together."""
    place = 0
    for match in LINE_HYPHEN.finditer(text):
        yield from enumerate(text[place : match.start()], place)
        if keeps_hyphen(match[1]):
            yield match.start(), "-"
        place = match.start(1)
    yield from enumerate(text[place:], place)
