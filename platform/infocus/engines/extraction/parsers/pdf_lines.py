"""The lines of a PDF as they are set: text, size, weight and place of each, page by page, and its tables."""

import ctypes
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from infocus.engines.extraction.cleaning import clean
from infocus.engines.extraction.parsers.pdf_grid import Grid
from infocus.engines.extraction.parsers.pdf_letters import Letter, indexes_of, letters_of, upright
from infocus.engines.extraction.parsers.pdf_tables import tables_of
from infocus.engines.extraction.pdfium import joined
from infocus.engines.extraction.port import Limits

BOLD = 600


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print. `size` is that of its letters in points, `top` its distance from the page's lower edge.

    `left` is where it begins, `text` not cleaned yet: a word cut by the end of the line keeps its mark. A `table`
    stands in the place of its lines and has no text of its own.
    """

    text: str
    size: float
    bold: bool
    top: float
    bottom: float
    left: float
    table: Grid | None = None

    @property
    def plain(self) -> str:
        """The text as it is read."""
        return clean(joined(self.text))


def all_lines(pdf: pypdfium2.PdfDocument, count: int, limits: Limits) -> list[list[Line]]:
    """The lines and tables of so many pages, each in the file's order; a page that cannot be loaded has none."""
    pages: list[list[Line]] = []
    for index in range(count):
        before = [line.table for line in pages[-1] if line.table] if pages else []
        pages.append(_lines_of(pdf, index, limits, before[-1] if before else None))
    return pages


def _lines_of(pdf: pypdfium2.PdfDocument, index: int, limits: Limits, before: Grid | None) -> list[Line]:
    try:
        page = pdf[index]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        return []
    try:
        turned = upright(page)
        letters = letters_of(text_page, turned, limits.max_page_characters)
        return list(_lines(text_page, letters, tables_of(page, turned, letters, before)))
    finally:
        text_page.close()
        page.close()


def _lines(text_page: pypdfium2.PdfTextPage, letters: Sequence[Letter], tables: Sequence[Grid]) -> Iterator[Line]:
    within = {at: table for table in tables for at in indexes_of(table.words)}
    given: set[int] = set()
    begun: list[int] = []
    for at, letter in enumerate([*letters, Letter("\n", None)]):
        table = within.get(at)
        if table is None and letter.character not in "\r\n":
            if begun or letter.character > " ":
                begun.append(at)
            continue
        if begun:
            yield _line(text_page, letters, begun)
            begun = []
        if table is not None and id(table) not in given:
            given.add(id(table))
            yield Line("", 0.0, False, table.box.top, table.box.bottom, table.box.left, table)


def _line(text_page: pypdfium2.PdfTextPage, letters: Sequence[Letter], indexes: Sequence[int]) -> Line:
    first = indexes[0]
    box = letters[first].box
    top, bottom, left = (box.top, box.bottom, box.left) if box else (0.0, 0.0, 0.0)
    weight = raw.FPDFText_GetFontWeight(text_page, first)
    text = "".join(letters[at].character for at in indexes).encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    return Line(text, _size(text_page, first), weight >= BOLD or _is_named_bold(text_page, first), top, bottom, left)


def _size(text_page: pypdfium2.PdfTextPage, at: int) -> float:
    """The size as drawn: some programs set all type at size 1 and scale it."""
    size = float(raw.FPDFText_GetFontSize(text_page, at))
    matrix = raw.FS_MATRIX()
    if raw.FPDFText_GetMatrix(text_page, at, matrix):
        size *= math.hypot(matrix.c, matrix.d)
    return round(2 * size) / 2


def _is_named_bold(text_page: pypdfium2.PdfTextPage, at: int) -> bool:
    """Many fonts say their weight in their name only."""
    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(128)
    length = raw.FPDFText_GetFontInfo(text_page, at, buffer, len(buffer), flags)
    return 0 < length <= len(buffer) and b"bold" in buffer.value.lower()
