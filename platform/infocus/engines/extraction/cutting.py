"""From an outline to parts: headings found where a file names none, long parts cut, all within the limits."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from infocus.engines.extraction.cleaning import clean, clean_line
from infocus.engines.extraction.outline import Block, Heading, Paragraph, Table, depth_of, numbered
from infocus.engines.extraction.port import Limits, Part, Rows

PART_CHARACTERS = 60_000
"""A part longer than this goes on in another of the same title: 20 pages without a heading."""
CELL_CHARACTERS = 4_000
HEADING_CHARACTERS = 140
FEWEST = 2
"""So many lines that look like headings make an outline; one alone is a coincidence."""


def cut(blocks: list[Block], limits: Limits) -> Iterator[Part]:
    """The parts of an outline."""
    if not any(isinstance(block, Heading) and block.level for block in blocks):
        blocks = _with_guessed(blocks)
    cutter = _Cutter(limits)
    for block in blocks:
        cutter.take(block)
    yield from cutter.parts()


def _with_guessed(blocks: list[Block]) -> list[Block]:
    """Headings where none are named: bold lines with a number, else lines with a number, else bold lines."""
    short = [
        block
        for block in blocks
        if isinstance(block, Paragraph)
        and not block.item
        and 2 < len(block.plain) <= HEADING_CHARACTERS
        and "\n" not in block.plain
        and block.plain[-1] not in ".;,"
    ]
    with_number = [block for block in short if numbered(block.plain)[0]]
    for found in ([b for b in with_number if b.bold], with_number, [b for b in short if b.bold]):
        if len(found) >= FEWEST:
            chosen = set(map(id, found))
            return [_heading(b) if isinstance(b, Paragraph) and id(b) in chosen else b for b in blocks]
    return blocks


def _heading(line: Paragraph) -> Heading:
    number, _ = numbered(line.plain)
    return Heading(depth_of(number) if number else 1, line.plain, page=line.page)


@dataclass(slots=True)
class _Cutter:
    limits: Limits
    _done: list[Part] = field(default_factory=list)
    _number: str = ""
    _title: str = ""
    _level: int = 0
    _page: int | None = None
    _pieces: list[str | Rows] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)
    _size: int = 0
    _is_list: bool = False
    _named: bool = False

    def parts(self) -> Iterator[Part]:
        """What was cut."""
        self._end()
        yield from self._done

    def take(self, block: Block) -> None:
        """The next block of the outline."""
        match block:
            case Heading(level, text, number, page):
                self._heading(level, text, number, page)
            case Paragraph(markdown):
                self._page = self._page or block.page
                self._paragraph(markdown, block.item)
            case Table(rows, page):
                self._page = self._page or page
                self._table(rows)

    def _heading(self, level: int, text: str, number: str, page: int | None) -> None:
        line = clean_line(text)
        if not line:
            return
        if len(self._done) >= self.limits.max_pages - 1:  # more headings than parts are taken: the rest is text
            self._paragraph(f"**{line}**", is_item=False)
            return
        if not level and (self._done or self._named):  # a title within the text is a heading
            level = 1
        if level:
            self._end()
        told, title = (number, line) if number else numbered(line)
        self._number, self._title = told[:20], title
        self._level, self._page, self._named = min(level, 6), self._page if level == 0 else page, True

    def _paragraph(self, markdown: str, is_item: bool) -> None:
        text = clean(markdown) if not is_item else markdown.rstrip()
        while text:
            room = PART_CHARACTERS - self._size
            if room <= 0 or (len(text) > room and self._size):
                self._go_on()
                continue
            piece, text = text[:room], text[room:]
            if self._lines and not (is_item and self._is_list):
                self._lines.append("")
            self._lines.append(piece)
            self._is_list = is_item
            self._size += len(piece)

    def _table(self, rows: Rows) -> None:
        cells = [tuple(clean(cell)[:CELL_CHARACTERS] for cell in row) for row in rows]
        cells = [row for row in cells if any(row)]
        if not cells:
            return
        self._text()
        head, taken = cells[0], [cells[0]]
        for row in cells[1:]:
            size = sum(map(len, row))
            if self._size + size > PART_CHARACTERS and len(taken) > 1:
                self._pieces.append(tuple(taken))
                self._go_on()
                taken = [head]
            taken.append(row)
            self._size += size
        self._pieces.append(tuple(taken))

    def _text(self) -> None:
        if self._lines:
            self._pieces.append("\n".join(self._lines))
        self._lines, self._is_list = [], False

    def _go_on(self) -> None:
        """The part is full: the rest goes into another of the same name."""
        number, title, level, page = self._number, self._title, self._level, self._page
        self._end()
        self._number, self._title, self._level, self._page, self._named = number, title, level, page, True

    def _end(self) -> None:
        self._text()
        if self._pieces or (self._named and self._level):
            self._done.append(Part(self._number, self._title, self._level, self._page, tuple(self._pieces)))
        self._number, self._title, self._level, self._page, self._named = "", "", 0, None, False
        self._pieces, self._size = [], 0
