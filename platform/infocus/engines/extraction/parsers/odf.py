"""OpenDocument: a text by its headings (ODT), a presentation by its slides (ODP). OASIS ODF 1.3 names the elements."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from infocus.engines.extraction.archive import Archive, open_archive
from infocus.engines.extraction.cleaning import clean, clean_line
from infocus.engines.extraction.port import Item, Limits, Page, Progress, Reason, Unreadable
from infocus.engines.extraction.sections import Sections

_NAMESPACE = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TEXT, TABLE, DRAW = (_NAMESPACE % name for name in ("office", "text", "table", "drawing"))
PRESENTATION = _NAMESPACE % "presentation"
MANIFEST = _NAMESPACE % "manifest"

# Deleted text that tracking keeps, remarks in the margin, and generated numbers are not what the document says.
SKIPPED = {f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{TEXT}note-citation", f"{OFFICE}forms"}
_LINES = {f"{TEXT}p", f"{TEXT}h"}
_MAX_SPACES = 100


def read(path: Path, limits: Limits) -> Iterator[Item]:
    """Sections of a text or slides of a presentation. Raises `Unreadable`."""
    with open_archive(path, limits) as archive:
        body = body_of(archive)
        slides = list(body.iter(f"{DRAW}page"))
        if slides:
            yield Progress(len(slides))
            yield from (_slide(slide, number) for number, slide in enumerate(slides, start=1))
        else:
            sections = Sections()
            _block(body, sections)
            yield from sections.items()


def body_of(archive: Archive) -> Element:
    """The body of a text or presentation. Raises `Unreadable`."""
    refuse_encrypted(archive)
    content = archive.xml("content.xml")
    body = None if content is None else content.find(f"{OFFICE}body")
    if body is None:
        raise Unreadable(Reason.BROKEN, "no body")
    return body


def refuse_encrypted(archive: Archive) -> None:
    """Raise `Unreadable` ("encrypted") when the manifest says so."""
    manifest = archive.xml("META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter(f"{MANIFEST}encryption-data"), None) is not None:
        raise Unreadable(Reason.ENCRYPTED, "encryption data in the manifest")


def _block(parent: Element, sections: Sections) -> None:
    for element in parent:
        if element.tag == f"{TEXT}h":
            sections.heading(text_of(element))
        elif element.tag == f"{TEXT}p":
            sections.paragraph(text_of(element))
        elif element.tag == f"{TABLE}table-row":
            sections.paragraph(_row(element))
        elif element.tag not in SKIPPED:
            _block(element, sections)


def _slide(slide: Element, number: int) -> Page:
    title = ""
    lines: list[str] = []
    for element in slide:
        text = _row_or_text(element)
        if element.get(f"{PRESENTATION}class") == "title" and not title:
            title = text
        elif element.tag not in SKIPPED:
            lines.append(text)
    text = clean("\n".join(line.strip() for line in (title, *lines) if line.strip()))
    return Page(number, str(number), text, clean_line(title), scanned=not text)


def _row_or_text(element: Element) -> str:
    rows = [_row(row) for row in element.iter(f"{TABLE}table-row")]
    return "\n".join(rows) if rows else text_of(element)


def _row(row: Element) -> str:
    """The cells joined by " | "."""
    cells = (" ".join(text_of(cell).split()) for cell in row if cell.tag == f"{TABLE}table-cell")
    return " | ".join(cell for cell in cells if cell)


def text_of(element: Element) -> str:
    """The text below an element."""
    pieces: list[str] = []
    _collect(element, pieces)
    return "".join(pieces)


def _collect(element: Element, pieces: list[str]) -> None:
    if element.tag in SKIPPED:
        return
    pieces.append(element.text or "")
    for child in element:
        if child.tag in _LINES or child.tag == f"{TEXT}line-break":
            pieces.append("\n")
        elif child.tag == f"{TEXT}tab":
            pieces.append("\t")
        elif child.tag == f"{TEXT}s":
            count = child.get(f"{TEXT}c", "1")
            pieces.append(" " * (min(int(count), _MAX_SPACES) if count.isdecimal() else 1))
        _collect(child, pieces)
        pieces.append(child.tail or "")
