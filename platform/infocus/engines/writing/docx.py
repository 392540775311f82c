"""DOCX with python-docx: real headings, lists and tables, which Word's navigation and a screen reader find."""

from io import BytesIO

import docx
from docx.document import Document as Word
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Emu

from infocus.engines.writing.docx_look import caption, describe, tongue
from infocus.engines.writing.docx_text import Lists, add_runs
from infocus.engines.writing.flow import Grid, Kind, Line, Run, flow, runs, safe
from infocus.engines.writing.port import Facts, Heading, NewPage, Paper, Prose, Table

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MOST_COLUMNS = 63
"""Word opens no table that is wider."""


def write(paper: Paper) -> bytes:
    """The bytes of a DOCX file that holds ``paper``."""
    writer = _Writer(paper)
    for block in paper.blocks:
        writer.add(block)
    return writer.done()


class _Writer:
    def __init__(self, paper: Paper) -> None:
        self._word: Word = docx.Document()
        describe(self._word, paper)
        self._lists = Lists(self._word)
        self._word.add_heading(safe(paper.title), level=0)
        if paper.subtitle:
            self._word.add_paragraph(safe(paper.subtitle), style="Subtitle")

    def done(self) -> bytes:
        """The file."""
        kept = BytesIO()
        self._word.save(kept)
        return kept.getvalue()

    def add(self, block: Heading | Prose | Table | Facts | NewPage) -> None:
        """Write one block at the end."""
        before = len(self._word.element.body)
        match block:
            case Heading(level, text):
                self._word.add_heading(safe(text), level=min(max(level, 1), 6))
            case Prose(markdown):
                self._prose(markdown)
            case Table(heads, rows, said, shares):
                caption(self._word, said)
                self._grid([tuple(runs(cell) for cell in row) for row in (heads, *rows)], shares)
            case Facts(pairs):
                self._facts([(name, value) for name, value in pairs if value])
            case NewPage():
                self._word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        language = getattr(block, "language", "")
        if language:
            tongue(list(self._word.element.body)[before - 1 : -1], language)

    def _prose(self, markdown: str) -> None:
        for piece in flow(markdown):
            if isinstance(piece, Grid):
                self._grid(list(piece.rows))
            else:
                self._line(piece)

    def _line(self, line: Line) -> None:
        if line.kind == Kind.HEADING:
            paragraph = self._word.add_heading(level=min(line.depth + 2, 6))  # inside a section: below its heading
        elif line.kind in {Kind.BULLET, Kind.NUMBER}:
            paragraph = self._lists.item(line)
        else:
            style = {Kind.QUOTE: "Quote", Kind.CODE: "No Spacing"}.get(line.kind)
            paragraph = self._word.add_paragraph(style=style)
        add_runs(paragraph, line.runs)

    def _grid(self, rows: list[tuple[tuple[Run, ...], ...]], shares: tuple[float, ...] = ()) -> None:
        width = min(max(map(len, rows), default=0), MOST_COLUMNS)
        if not width:
            return
        table = self._word.add_table(rows=len(rows), cols=width, style="Table Grid")
        widths = self._widths(shares) if len(shares) == width else ()
        for column, wide in zip(table.columns, widths, strict=False):
            column.width = wide
        # Asked for row by row, python-docx would count all cells anew each time.
        for number, (element, cells) in enumerate(zip(table.rows, rows, strict=True)):
            placed = element.cells
            for cell, text in zip(placed, cells, strict=False):
                add_runs(cell.paragraphs[0], text, strong=not number)
            for cell, wide in zip(placed, widths, strict=False):
                cell.width = wide
        _name_columns(self._word.element.body.tbl_lst[-1])
        self._word.add_paragraph()

    def _widths(self, shares: tuple[float, ...]) -> tuple[Emu, ...]:
        section = self._word.sections[0]
        room = int(section.page_width or 0) - int(section.left_margin or 0) - int(section.right_margin or 0)
        return tuple(Emu(int(room * share / sum(shares))) for share in shares)

    def _facts(self, pairs: list[tuple[str, str]]) -> None:
        if not pairs:  # Word opens no table without rows
            return
        table = self._word.add_table(rows=len(pairs), cols=2)
        for element, (name, value) in zip(table.rows, pairs, strict=True):
            left, right = element.cells
            left.paragraphs[0].add_run(safe(name)).bold = True
            right.paragraphs[0].add_run(safe(value))
        self._word.add_paragraph()


def _name_columns(table: BaseOxmlElement) -> None:
    """The first row is repeated on every page and read out as the names of the columns; no row breaks."""
    for number, row in enumerate(table.iterchildren(qn("w:tr"))):
        properties = row.get_or_add_trPr()
        for name in ("w:cantSplit", "w:tblHeader") if number == 0 else ("w:cantSplit",):
            mark = OxmlElement(name)
            mark.set(qn("w:val"), "true")
            properties.append(mark)
