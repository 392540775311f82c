"""PPTX, read from its XML: one page a slide with its title, text, tables, diagrams and the speaker's notes."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from infocus.engines.extraction.archive import Archive, open_archive
from infocus.engines.extraction.cleaning import clean, clean_line
from infocus.engines.extraction.port import Item, Limits, Page, Progress, Reason, Unreadable

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
R_ID_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

_TITLES = {"title", "ctrTitle"}
# Placeholders that repeat on every slide and say nothing of it.
_FURNITURE = {"dt", "ftr", "sldNum", "hdr", "sldImg"}


def read(path: Path, limits: Limits) -> Iterator[Item]:
    """The slides in the order of the show. Raises `Unreadable`."""
    with open_archive(path, limits) as archive:
        slides = _slides(archive)
        yield Progress(len(slides))
        for number, slide in enumerate(slides, start=1):
            yield _page(archive, slide, number)


def _slides(archive: Archive) -> list[str]:
    main = next((part for kind, part in archive.relations("").values() if kind == "officeDocument"), "")
    presentation = archive.xml(main or "ppt/presentation.xml")
    if presentation is None:
        raise Unreadable(Reason.BROKEN, "no presentation part")
    related = archive.relations(main or "ppt/presentation.xml")
    wanted = (item.get(R_ID) or item.get(R_ID_STRICT) or "" for item in presentation.iter(f"{P}sldId"))
    slides = [related[identity][1] for identity in wanted if identity in related]
    if not slides:
        raise Unreadable(Reason.EMPTY, "no slide")
    return slides


def _page(archive: Archive, part: str, number: int) -> Page:
    slide = archive.xml(part)
    if slide is None:
        return Page(number, str(number), "", scanned=True)
    title, blocks = _shapes(slide)
    for kind, target in archive.relations(part).values():
        if kind == "diagramData":
            blocks.extend(_paragraphs(archive.xml(target)))
        elif kind == "notesSlide":
            blocks.extend(_notes(archive.xml(target)))
    text = clean("\n".join(block for block in (title, *blocks) if block))
    return Page(number, str(number), text, clean_line(title), scanned=not text)


def _shapes(slide: Element) -> tuple[str, list[str]]:
    """The title, and the text of every other shape and table in document order."""
    title = ""
    blocks: list[str] = []
    for element in _walk(slide):
        if element.tag == f"{P}sp":
            role = _role(element)
            text = "\n".join(_paragraphs(element))
            if role in _TITLES and not title:
                title = text
            elif role not in _FURNITURE:
                blocks.append(text)
        elif element.tag == f"{A}tr":
            cells = (" ".join(" ".join(_paragraphs(cell)).split()) for cell in element.iter(f"{A}tc"))
            blocks.append(" | ".join(cell for cell in cells if cell))
    return title, blocks


def _walk(element: Element) -> Iterator[Element]:
    """Shapes and table rows; a fallback, which repeats what stands beside it, is passed over."""
    for child in element:
        if child.tag in {f"{P}sp", f"{A}tr"}:
            yield child
        elif child.tag != FALLBACK:
            yield from _walk(child)


def _role(shape: Element) -> str:
    placeholder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return "" if placeholder is None else placeholder.get("type", "body")


def _notes(root: Element | None) -> list[str]:
    if root is None:
        return []
    shapes = (shape for shape in _walk(root) if shape.tag == f"{P}sp" and _role(shape) not in _FURNITURE)
    return [line for shape in shapes for line in _paragraphs(shape)]


def _paragraphs(element: Element | None) -> list[str]:
    if element is None:
        return []
    return [_line(paragraph) for paragraph in element.iter(f"{A}p")]


def _line(paragraph: Element) -> str:
    pieces = []
    for child in paragraph.iter():
        if child.tag == f"{A}t":
            pieces.append(child.text or "")
        elif child.tag == f"{A}br":
            pieces.append("\n")
    return "".join(pieces)
