"""DOCX, read straight from its XML: tracked insertions, content controls, text boxes and footnotes are text too.

(A library that walks paragraphs and runs leaves these four out; ECMA-376 part 1 names the elements.)
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

from infocus.engines.extraction.archive import Archive, open_archive
from infocus.engines.extraction.parsers.docx_styles import heading_styles
from infocus.engines.extraction.port import Item, Limits, Reason, Unreadable
from infocus.engines.extraction.sections import Sections

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

_BREAKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
# A fallback repeats the text of the drawing beside it; deleted and moved-away text is not in the document any more.
_SKIPPED = {FALLBACK, f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}instrText"}
CONTAINERS = {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"}
_OUTLINE = re.compile(r"[0-5]")


def read(path: Path, limits: Limits) -> Iterator[Item]:
    """Sections by heading. Raises `Unreadable`."""
    with open_archive(path, limits) as archive:
        yield from _Reader(archive).sections().items()


def body_of(archive: Archive) -> tuple[Element, dict[str, str]]:
    """The body of the text, and the parts it refers to by kind. Raises `Unreadable`."""
    main = main_part(archive)
    document = archive.xml(main)
    body = None if document is None else document.find(f"{W}body")
    if body is None:
        raise Unreadable(Reason.BROKEN, "no document body")
    return body, dict(archive.relations(main).values())


class _Reader:
    def __init__(self, archive: Archive) -> None:
        self._body, related = body_of(archive)
        self._headings = heading_styles(archive.xml(related.get("styles", "")), W)
        self._notes = {
            kind: notes_of(archive.xml(related.get(f"{kind}s", "")), kind) for kind in ("footnote", "endnote")
        }
        self._sections = Sections()

    def sections(self) -> Sections:
        self._block(self._body)
        return self._sections

    def _block(self, parent: Element) -> None:
        for element in parent:
            if element.tag == f"{W}p":
                self._paragraph(element)
            elif element.tag == f"{W}tbl":
                for row in _rows(element):
                    self._sections.paragraph(row)
            elif element.tag in CONTAINERS:
                self._block(element)

    def _paragraph(self, paragraph: Element) -> None:
        text = text_of(paragraph)
        if self._is_heading(paragraph):
            self._sections.heading(text)
        else:
            self._sections.paragraph(text)
        for kind, notes in self._notes.items():
            for reference in paragraph.iter(f"{W}{kind}Reference"):
                self._sections.paragraph(notes.get(reference.get(f"{W}id", ""), ""))

    def _is_heading(self, paragraph: Element) -> bool:
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return False
        outline = properties.find(f"{W}outlineLvl")
        if outline is not None:
            return _OUTLINE.fullmatch(outline.get(f"{W}val", "")) is not None
        style = properties.find(f"{W}pStyle")
        return style is not None and style.get(f"{W}val", "") in self._headings


def main_part(archive: Archive) -> str:
    """The name of the part that holds the document."""
    for kind, target in archive.relations("").values():
        if kind == "officeDocument":
            return target
    return "word/document.xml"


def text_of(element: Element) -> str:
    """The text below an element; paragraphs inside it (a text box) on lines of their own."""
    pieces: list[str] = []
    _collect(element, pieces)
    return "".join(pieces)


def _collect(element: Element, pieces: list[str]) -> None:
    for child in element:
        if child.tag == f"{W}t":
            pieces.append(child.text or "")
        elif child.tag in _BREAKS:
            pieces.append(_BREAKS[child.tag])
        elif child.tag not in _SKIPPED:
            if child.tag == f"{W}p":
                pieces.append("\n")
            _collect(child, pieces)


def _rows(table: Element) -> Iterator[str]:
    """Each row as its cells joined by " | "; a table inside a cell becomes part of the cell."""
    for row in within(table, f"{W}tr"):
        cells = (" ".join(text_of(cell).split()) for cell in within(row, f"{W}tc"))
        yield " | ".join(cell for cell in cells if cell)


def within(parent: Element, tag: str) -> Iterator[Element]:
    """Children of a kind, also those inside a content control or a tracked change."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in CONTAINERS:
            yield from within(child, tag)


def all_notes(archive: Archive, related: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Kind of note → id → text; `related` names the parts."""
    return {kind: notes_of(archive.xml(related.get(f"{kind}s", "")), kind) for kind in ("footnote", "endnote")}


def notes_of(root: Element | None, kind: str) -> dict[str, str]:
    """Footnotes or endnotes by their ids."""
    if root is None:
        return {}
    return {note.get(f"{W}id", ""): text_of(note) for note in root.iter(f"{W}{kind}") if note.get(f"{W}type") is None}
