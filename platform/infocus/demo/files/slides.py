"""PPTX with python-pptx: a slide a heading, native tables and boxes, and what the speaker says as notes."""

import textwrap
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pptx
from PIL import Image, ImageDraw, ImageFont
from pptx.enum.shapes import MSO_SHAPE
from pptx.presentation import Presentation
from pptx.slide import Slide
from pptx.util import Cm, Pt

from infocus.demo.content.records import Document
from infocus.demo.files import archives
from infocus.demo.files.blocks import Bars, Block, Flow, Heading, Listing, Note, Paragraph, Quote, Table, read
from infocus.demo.files.notices import notice

_SMALL = (256, 192)
_TITLE, _TEXT, _ONLY_TITLE = 0, 1, 5


def write(document: Document, path: Path) -> None:
    """Write ``document`` to ``path``; the same words give the same bytes."""
    deck = pptx.Presentation()
    day = datetime.fromisoformat(document.date)
    properties = deck.core_properties
    properties.title, properties.author, properties.last_modified_by = (
        document.title,
        document.organisation,
        document.organisation,
    )
    properties.language, properties.created, properties.modified = document.language, day, day
    first = deck.slides.add_slide(deck.slide_layouts[_TITLE])
    _title(first, document.title)
    first.placeholders[1].text_frame.text = f"{document.subtitle}\n{document.organisation}\n{notice(document.language)}"
    first.notes_slide.notes_text_frame.text = document.notes or notice(document.language)
    for heading, blocks in _by_slide(document.body):
        _add_slide(deck, heading, blocks)
    deck.save(str(path))
    archives.settle(path, {"docProps/thumbnail.jpeg": _preview(document.title)})


def _preview(title: str) -> bytes:
    """What a program puts into the file as its preview: the first slide, small."""
    image = Image.new("RGB", _SMALL, "white")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, _SMALL[0] - 1, 10), fill=(29, 63, 155))
    for at, line in enumerate(textwrap.wrap(title, 20)[:4]):
        pen.text((16, 36 + 26 * at), line, fill=(20, 20, 30), font=ImageFont.load_default(20))
    pen.line((16, 160, 120, 160), fill=(120, 126, 140), width=3)
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=85)
    return buffer.getvalue()


def _by_slide(body: str) -> Iterator[tuple[str, list[Block]]]:
    heading, blocks = "", list[Block]()
    for block in read(body):
        if isinstance(block, Heading):
            if heading:
                yield heading, blocks
            heading, blocks = block.text, []
        else:
            blocks.append(block)
    if heading:
        yield heading, blocks


def _add_slide(deck: Presentation, heading: str, blocks: list[Block]) -> None:
    drawn = [block for block in blocks if isinstance(block, Table | Flow | Bars)]
    slide = deck.slides.add_slide(deck.slide_layouts[_ONLY_TITLE if drawn else _TEXT])
    _title(slide, heading)
    lines = list(_lines(blocks))
    if not drawn:
        frame = slide.placeholders[1].text_frame
        frame.text = "\n".join(lines)
        for paragraph in frame.paragraphs:
            paragraph.font.size = Pt(20)
    elif lines:
        frame = slide.shapes.add_textbox(Cm(1.5), Cm(15.2), Cm(22), Cm(3)).text_frame
        frame.word_wrap = True
        frame.text = "\n".join(lines)
    for block in drawn:
        _draw(slide, block)
    spoken = [block.text for block in blocks if isinstance(block, Note)]
    if spoken:
        slide.notes_slide.notes_text_frame.text = "\n".join(spoken)


def _title(slide: Slide, text: str) -> None:
    shape = slide.shapes.title
    if shape is None:
        raise ValueError("the layout has no title")
    shape.text_frame.text = text


def _lines(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph | Quote):
            yield block.text
        elif isinstance(block, Listing):
            yield from block.items


def _draw(slide: Slide, block: Table | Flow | Bars) -> None:
    match block:
        case Table(rows=rows):
            _table(slide, rows)
        case Bars(caption, values):
            _table(slide, ((caption, ""), *((label, f"{value:g}") for label, value in values)))
        case Flow(steps=steps):
            width = 22 / len(steps)
            for index, step in enumerate(steps):
                left = Cm(1.5 + index * width)
                shape = slide.shapes.add_shape(MSO_SHAPE.PENTAGON, left, Cm(7), Cm(width - 0.4), Cm(4))
                shape.text_frame.word_wrap = True
                shape.text_frame.text = step
                shape.text_frame.paragraphs[0].font.size = Pt(14)


def _table(slide: Slide, rows: tuple[tuple[str, ...], ...]) -> None:
    frame = slide.shapes.add_table(len(rows), len(rows[0]), Cm(1.5), Cm(4.5), Cm(22), Cm(1.1 * len(rows)))
    for index, cells in enumerate(rows):
        for column, text in enumerate(cells):
            cell = frame.table.cell(index, column)
            cell.text_frame.text = text
            cell.text_frame.paragraphs[0].font.size = Pt(13)
