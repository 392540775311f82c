"""The parts of a PDF with its tables: headings by bookmarks, larger or bold numbered lines; else a part a page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import pypdfium2

from infocus.engines.extraction.cleaning import clean_line
from infocus.engines.extraction.cutting import FEWEST, HEADING_CHARACTERS, cut
from infocus.engines.extraction.outline import Block, Heading, Table, depth_of, numbered
from infocus.engines.extraction.parsers.pdf_grid import goes_on
from infocus.engines.extraction.parsers.pdf_lines import Line, all_lines
from infocus.engines.extraction.parsers.pdf_paragraphs import blocks_of
from infocus.engines.extraction.parsers.pdf_tables import put_together
from infocus.engines.extraction.pdfium import open_pdf
from infocus.engines.extraction.port import Limits, Part, Rows

MAX_BOOKMARKS = 5000
LARGER = 1.12
"""A line so much larger than the text is a heading."""
REPEATED = 3
"""A line at the edge of so many pages, or of a fifth of them, is a running head."""
MOST_LEVELS = 4
_DIGITS = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its number and its lines without running heads."""

    number: int
    lines: tuple[Line, ...]


def parts(path: Path, limits: Limits) -> list[Part]:
    """The parts in order. Raises `Unreadable`."""
    pdf = open_pdf(path)
    count = min(len(pdf), limits.max_pages)
    sheets = _continued(_without_edges(all_lines(pdf, count, limits)))
    usual = _usual_size(sheets)
    levels = _by_bookmarks(pdf, sheets) or _by_look(sheets, usual) or _by_number(sheets)
    if not levels:
        return [_whole(sheet) for sheet in sheets]
    return list(cut(list(_blocks(sheets, levels, usual)), limits))


def _usual_size(sheets: Sequence[Sheet]) -> float:
    """The size in which most letters are set."""
    letters: Counter[float] = Counter()
    for sheet in sheets:
        for line in sheet.lines:
            letters[line.size] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0


Place = tuple[int, int]
"""Page and line."""


def _without_edges(pages: Sequence[list[Line]]) -> list[Sheet]:
    """Pages without page numbers and the lines that come back at the edge of page after page."""
    edges = [_edge(lines) for lines in pages]
    marks = Counter(mark for edge in edges for mark in {_mark(line) for line in edge})
    often = max(REPEATED, len(pages) // 5)
    sheets = []
    for number, (lines, edge) in enumerate(zip(pages, edges, strict=True), start=1):
        running = {id(line) for line in edge if _is_running(line, marks, often)}
        sheets.append(Sheet(number, tuple(line for line in lines if id(line) not in running)))
    return sheets


def _edge(lines: Sequence[Line]) -> list[Line]:
    """The first and last lines of a page; a table is none, whatever it says."""
    return [line for line in (*lines[:2], *lines[-2:]) if line.table is None]


def _continued(sheets: Sequence[Sheet]) -> list[Sheet]:
    """A table that goes on at the top of the next page stands as one where it begins."""
    pages = [list(sheet.lines) for sheet in sheets]
    last: list[Line] = []  # the lines of the page that ends with a table: that of the last page, or farther back
    for lines in pages:
        if last and lines and last[-1].table and lines[0].table and goes_on(last[-1].table, lines[0].table):
            rows = put_together(last[-1].table.rows, lines[0].table.rows)
            last[-1] = replace(last[-1], table=replace(last[-1].table, rows=rows))
            del lines[0]
            if not lines:
                continue
        last = lines
    return [Sheet(sheet.number, tuple(lines)) for sheet, lines in zip(sheets, pages, strict=True)]


def _mark(line: Line) -> tuple[str, float]:
    return _DIGITS.sub("0", line.plain), line.size


def _is_running(line: Line, edges: Counter[tuple[str, float]], often: int) -> bool:
    return not _LETTER.search(line.plain) or edges[_mark(line)] >= often


def _by_bookmarks(pdf: pypdfium2.PdfDocument, sheets: Sequence[Sheet]) -> dict[Place, int]:
    """Lines that a bookmark names on its page; nothing when fewer than half of the bookmarks are found."""
    wanted: dict[int, list[tuple[str, int]]] = {}
    for bookmark in islice(pdf.get_toc(max_depth=6), MAX_BOOKMARKS):
        destination = bookmark.get_dest()
        index = destination.get_index() if destination else None
        title = _folded(bookmark.get_title() or "")
        if index is not None and title:
            wanted.setdefault(index + 1, []).append((title, bookmark.level + 1))
    found: dict[Place, int] = {}
    for sheet in sheets:
        for title, level in wanted.get(sheet.number, ()):
            at = next((at for at, _ in enumerate(sheet.lines) if _begins(sheet, at, title)), None)
            if at is not None:
                found.setdefault((sheet.number, at), min(level, 6))
    total = sum(map(len, wanted.values()))
    return found if len(found) >= max(FEWEST, total / 2) else {}


def _folded(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _begins(sheet: Sheet, at: int, title: str) -> bool:
    """Whether a heading begins with this line; a long one goes on in the next lines of its size."""
    line = sheet.lines[at]
    text = _folded(line.plain)
    following = at + 1
    while text and len(text) < len(title) and following < min(at + 4, len(sheet.lines)):
        if sheet.lines[following].size != line.size:
            break
        text += _folded(sheet.lines[following].plain)
        following += 1
    return text == title or (text.endswith(title) and len(text) - len(title) <= 6)


def _by_look(sheets: Sequence[Sheet], usual: float) -> dict[Place, int]:
    """Short lines that are larger than the text, or bold and numbered; the larger, the higher."""
    found = {
        (sheet.number, at): line
        for sheet in sheets
        for at, line in enumerate(sheet.lines)
        if len(line.plain) <= HEADING_CHARACTERS and _LETTER.search(line.plain) and _stands_out(line, usual)
    }
    if len(found) < FEWEST:
        return {}
    sizes = sorted({line.size for line in found.values()}, reverse=True)
    return {place: _level(line, sizes) for place, line in found.items()}


def _stands_out(line: Line, usual: float) -> bool:
    if line.size >= LARGER * usual:
        return True
    return line.bold and line.size >= usual and bool(numbered(line.plain)[0]) and line.plain[-1] not in ".;,"


def _level(line: Line, sizes: Sequence[float]) -> int:
    number, _ = numbered(line.plain)
    return depth_of(number) if number else min(sizes.index(line.size) + 1, MOST_LEVELS)


def _by_number(sheets: Sequence[Sheet]) -> dict[Place, int]:
    """Lines that only their number makes headings: they begin at 1 and go on upwards."""
    found: dict[Place, int] = {}
    last = 0
    for sheet in sheets:
        for at, line in enumerate(sheet.lines):
            number, title = numbered(line.plain)
            first = number.split(".")[0]
            if not first.isdecimal() or not title[:1].isupper() or len(title) > 100 or title[-1] in ".;,":
                continue
            if last <= int(first) <= last + 1:
                found[sheet.number, at] = depth_of(number)
                last = int(first)
    return found if len(found) > FEWEST else {}


def _blocks(sheets: Sequence[Sheet], levels: dict[Place, int], usual: float) -> Iterator[Block]:
    below: list[tuple[int, Line]] = []
    for sheet in sheets:
        at = 0
        while at < len(sheet.lines):
            level = levels.get((sheet.number, at))
            if level is None:
                below.append((sheet.number, sheet.lines[at]))
                at += 1
                continue
            yield from blocks_of(below)
            below = []
            end = _end_of_heading(sheet, at, levels, usual)
            text = clean_line(" ".join(line.plain for line in sheet.lines[at:end]))
            yield Heading(level, text, page=sheet.number)
            at = end
    yield from blocks_of(below)


def _end_of_heading(sheet: Sheet, at: int, levels: dict[Place, int], usual: float) -> int:
    """A heading of two lines is one: the second has the same look and no number of its own."""
    first = sheet.lines[at]
    end = at + 1
    while end < min(at + 3, len(sheet.lines)):
        line = sheet.lines[end]
        near = first.bottom - line.top < first.size
        goes_on = (sheet.number, end) in levels or line.size > usual
        if not goes_on or line.size != first.size or numbered(line.plain)[0] or not near:
            break
        first, end = line, end + 1
    return end


def _whole(sheet: Sheet) -> Part:
    pieces: list[str | Rows] = []
    for block in blocks_of([(sheet.number, line) for line in sheet.lines]):
        if isinstance(block, Table):
            pieces.append(block.rows)
        elif pieces and isinstance(pieces[-1], str):
            pieces[-1] += f"\n\n{block.markdown}"
        else:
            pieces.append(block.markdown)
    return Part("", "", 1, sheet.number, tuple(pieces), whole_page=True)
