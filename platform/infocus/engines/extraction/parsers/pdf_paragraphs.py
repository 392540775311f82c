"""Lines of print put together to paragraphs and items of lists, with the tables between them."""

import re
from collections.abc import Iterator, Sequence

from infocus.engines.extraction.cleaning import clean
from infocus.engines.extraction.outline import Paragraph, Table, escaped
from infocus.engines.extraction.parsers.pdf_lines import Line
from infocus.engines.extraction.parsers.pdf_tables import without_empty_columns
from infocus.engines.extraction.pdfium import joined

APART = 0.65
"""Paragraphs are so many line heights apart, or more."""
_BULLET = re.compile(r"\s*[•‣▪●◦–—\-*]\s+")
_ENDS = (".", "!", "?", ":", ";", "…")


def blocks_of(lines: Sequence[tuple[int, Line]]) -> Iterator[Paragraph | Table]:
    """Paragraphs and tables of lines in order, each with its page."""
    between: list[tuple[int, Line]] = []
    for page, line in lines:
        if line.table is None:
            between.append((page, line))
            continue
        yield from _paragraphs(between)
        between = []
        yield Table(without_empty_columns(line.table.rows), page)
    yield from _paragraphs(between)


def _paragraphs(lines: Sequence[tuple[int, Line]]) -> Iterator[Paragraph]:
    """Paragraphs of lines in order; one that a page's end cuts is put together."""
    gathered: list[Line] = []
    begun = 0
    for at, (page, line) in enumerate(lines):
        if gathered and _breaks(gathered[-1], line, same_page=lines[at - 1][0] == page):
            yield from _paragraph(gathered, begun)
            gathered = []
        if not gathered:
            begun = page
        gathered.append(line)
    yield from _paragraph(gathered, begun)


def _breaks(last: Line, line: Line, *, same_page: bool) -> bool:
    if _BULLET.match(line.text) or abs(last.size - line.size) > 1:
        return True
    if not same_page or line.top > last.top:  # the next page, or the next column
        return last.plain.endswith(_ENDS)
    return last.bottom - line.top > APART * max(line.size, 1)


def _paragraph(lines: Sequence[Line], page: int) -> Iterator[Paragraph]:
    # PDFium gives the mark of a cut word at the end of a line: what follows it is put right behind.
    plain = " ".join(clean(joined("\n".join(line.text for line in lines))).split())
    if not plain:
        return
    bullet = _BULLET.match(plain)
    if bullet:
        plain = plain[bullet.end() :]
        yield Paragraph(f"- {escaped(plain)}", plain, page=page, item=True)
    else:
        yield Paragraph(escaped(plain), plain, bold=all(line.bold for line in lines), page=page)
