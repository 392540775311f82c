"""DOCX with python-docx: real headings, lists, tables, captions, and figures as pictures with their text."""

from datetime import datetime
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from infocus.demo.content.records import Document
from infocus.demo.files import archives, pictures
from infocus.demo.files.blocks import Bars, Block, Break, Flow, Heading, Listing, Paragraph, Quote, Table, read
from infocus.demo.files.notices import notice


def write(document: Document, path: Path) -> None:
    """Write ``document`` to ``path``; the same words give the same bytes."""
    word = docx.Document()
    _describe(word, document)
    word.add_paragraph(document.organisation)
    word.add_heading(document.title, level=0)
    word.add_paragraph(document.subtitle, style="Subtitle")
    word.add_paragraph(notice(document.language), style="Intense Quote")
    for block in read(document.body):
        _add(word, block)
    word.save(str(path))
    archives.settle(path)


def _describe(word: WordDocument, document: Document) -> None:
    day = datetime.fromisoformat(document.date)
    properties = word.core_properties
    properties.title, properties.subject = document.title, document.subtitle
    properties.author = properties.last_modified_by = document.organisation
    properties.language = document.language
    properties.created = properties.modified = day
    properties.comments = notice(document.language)
    normal = word.styles["Normal"]
    normal.font.size = Pt(11)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), document.language)
    normal.element.get_or_add_rPr().append(language)


def _add(word: WordDocument, block: Block) -> None:
    match block:
        case Heading(level, text):
            word.add_heading(text, level=level)
        case Paragraph(text):
            word.add_paragraph(text)
        case Quote(text):
            word.add_paragraph(text, style="Quote")
        case Listing(items, ordered):
            for item in items:
                word.add_paragraph(item, style="List Number" if ordered else "List Bullet")
        case Table():
            _add_table(word, block)
        case Flow(caption, steps):
            _add_picture(word, pictures.flow(steps), caption, f"{caption}: {' → '.join(steps)}")
        case Bars(caption, values):
            told = ", ".join(f"{label} {value:g}" for label, value in values)
            _add_picture(word, pictures.bars(tuple(value for _, value in values)), caption, f"{caption}: {told}")
        case Break():
            word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _add_table(word: WordDocument, block: Table) -> None:
    if block.caption:
        word.add_paragraph(block.caption, style="Caption")
    table = word.add_table(rows=len(block.rows), cols=len(block.rows[0]), style="Light Grid Accent 1")
    for row, cells in zip(table.rows, block.rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    word.add_paragraph()


def _add_picture(word: WordDocument, image: bytes, caption: str, alternative: str) -> None:
    word.add_picture(BytesIO(image), width=Cm(14))
    word.element.body.xpath(".//wp:docPr")[-1].set("descr", alternative)
    word.add_paragraph(alternative, style="Caption")
