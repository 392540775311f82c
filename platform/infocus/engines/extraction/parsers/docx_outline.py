"""The outline of a DOCX: headings with their levels and numbers, paragraphs and lists as Markdown, tables as tables."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from infocus.engines.extraction.archive import Archive, open_archive
from infocus.engines.extraction.cleaning import clean
from infocus.engines.extraction.outline import Block, Heading, Paragraph, Table, escaped
from infocus.engines.extraction.parsers.docx import CONTAINERS, FALLBACK, W, all_notes, body_of, text_of, within
from infocus.engines.extraction.parsers.docx_numbering import numbering_of, place_of
from infocus.engines.extraction.parsers.docx_styles import Style, paragraph_styles
from infocus.engines.extraction.port import Limits, Rows

_PLAIN = Style(None, contents=False, numbering=None)
_MOST_SPANNED = 63


def outline(path: Path, limits: Limits) -> list[Block]:
    """The blocks in reading order; tracked insertions are text, deletions are not. Raises `Unreadable`."""
    with open_archive(path, limits) as archive:
        return list(_Outline(archive).blocks())


class _Outline:
    def __init__(self, archive: Archive) -> None:
        self._body, related = body_of(archive)
        self._styles = paragraph_styles(archive.xml(related.get("styles", "")), W)
        self._numbering = numbering_of(archive.xml(related.get("numbering", "")), W)
        self._notes = all_notes(archive, related)

    def blocks(self) -> Iterator[Block]:
        """All of the body."""
        yield from self._block(self._body)

    def _block(self, parent: Element) -> Iterator[Block]:
        for element in parent:
            if element.tag == f"{W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{W}tbl":
                yield Table(_rows(element))
            elif element.tag in CONTAINERS and not _is_contents(element):
                yield from self._block(element)

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        plain = clean(text_of(paragraph))
        properties = paragraph.find(f"{W}pPr")
        named = None if properties is None else properties.find(f"{W}pStyle")
        style = self._styles.get("" if named is None else named.get(f"{W}val", ""), _PLAIN)
        if not plain or style.contents:
            return
        level = _outline_level(properties, style)
        direct = None if properties is None else properties.find(f"{W}numPr")
        place = place_of(style.numbering if direct is None else _merged(direct, style.numbering), W)
        if level is not None:
            yield Heading(level, plain, self._numbering.next(place) if place else "")
        elif place:
            mark = "-" if self._numbering.is_bullet(place) else "1."
            indent = "   " * min(place[1], 5)
            text = escaped(plain).replace("\n", f"\n{indent}   ")
            yield Paragraph(f"{indent}{mark} {text}", plain, item=True)
        else:
            yield Paragraph(escaped(plain), plain, bold=_is_bold(paragraph))
        yield from self._noted(paragraph)

    def _noted(self, paragraph: Element) -> Iterator[Block]:
        for kind, notes in self._notes.items():
            for reference in paragraph.iter(f"{W}{kind}Reference"):
                note = clean(notes.get(reference.get(f"{W}id", ""), ""))
                if note:
                    yield Paragraph(escaped(note), note, item=False)


def _outline_level(properties: Element | None, style: Style) -> int | None:
    direct = None if properties is None else properties.find(f"{W}outlineLvl")
    value = "" if direct is None else direct.get(f"{W}val", "")
    if value.isdecimal():
        return int(value) + 1 if int(value) < 6 else None
    return style.level


def _merged(direct: Element, inherited: Element | None) -> Element:
    """A paragraph's own `numPr` may name the level only; the list is then the style's."""
    if inherited is None or direct.find(f"{W}numId") is not None:
        return direct
    merged = Element(f"{W}numPr")
    merged.extend([*direct, *(each for each in inherited if each.tag == f"{W}numId")])
    return merged


def _is_contents(element: Element) -> bool:
    """Whether a content control holds Word's own table of contents."""
    gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(f"{W}val", "") == "Table of Contents"


def _is_bold(paragraph: Element) -> bool:
    """Whether every run that has text says that it is bold."""
    found = False
    for run in paragraph.iter(f"{W}r"):
        if not any((text.text or "").strip() for text in run.iter(f"{W}t")):
            continue
        bold = run.find(f"{W}rPr/{W}b")
        if bold is None or bold.get(f"{W}val", "true") in {"0", "false", "off"}:
            return False
        found = True
    return found


def _rows(table: Element) -> Rows:
    """The cells row by row; a merged cell fills what it spans: once across, and again in each row downwards."""
    above: list[str] = []
    rows: list[tuple[str, ...]] = []
    for row in within(table, f"{W}tr"):
        cells: list[str] = []
        for cell in within(row, f"{W}tc"):
            text = clean(_cell_text(cell))
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is not None and merge.get(f"{W}val") != "restart" and not text and len(cells) < len(above):
                text = above[len(cells)]
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            width = "1" if span is None else span.get(f"{W}val", "1")
            cells += [text] + [""] * (min(int(width), _MOST_SPANNED) - 1 if width.isdecimal() else 0)
        rows.append(tuple(cells))
        above = cells
    return tuple(rows)


def _cell_text(cell: Element) -> str:
    """The paragraphs of a cell on lines of their own."""
    return "\n".join(filter(None, (text_of(each).strip() for each in _paragraphs(cell))))


def _paragraphs(parent: Element) -> Iterator[Element]:
    for element in parent:
        if element.tag == f"{W}p":
            yield element
        elif element.tag != FALLBACK:
            yield from _paragraphs(element)
