"""The outline of an ODT: headings with their levels, paragraphs and lists as Markdown, tables as tables."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from infocus.engines.extraction.archive import open_archive
from infocus.engines.extraction.cleaning import clean
from infocus.engines.extraction.outline import Block, Heading, Paragraph, Table, escaped
from infocus.engines.extraction.parsers.odf import SKIPPED, TABLE, TEXT, body_of, text_of
from infocus.engines.extraction.port import Limits

_INDEXES = {f"{TEXT}table-of-content", f"{TEXT}illustration-index", f"{TEXT}table-index", f"{TEXT}alphabetical-index"}
_MOST_REPEATED = 63


def outline(path: Path, limits: Limits) -> list[Block]:
    """The blocks in reading order; generated indexes and tracked deletions are left out. Raises `Unreadable`."""
    with open_archive(path, limits) as archive:
        return list(_blocks(body_of(archive), 0))


def _blocks(parent: Element, depth: int) -> Iterator[Block]:
    for element in parent:
        if element.tag in SKIPPED or element.tag in _INDEXES:
            continue
        if element.tag == f"{TEXT}h":
            level = element.get(f"{TEXT}outline-level", "1")
            yield Heading(min(int(level), 6) if level.isdecimal() else 1, clean(text_of(element)))
        elif element.tag == f"{TEXT}p":
            yield from _paragraph(element, depth)
        elif element.tag == f"{TABLE}table":
            yield Table(tuple(_rows(element)))
        else:
            yield from _blocks(element, depth + 1 if element.tag == f"{TEXT}list" else depth)


def _paragraph(element: Element, depth: int) -> Iterator[Block]:
    plain = clean(text_of(element))
    if plain and depth:
        indent = "   " * min(depth - 1, 5)
        text = escaped(plain).replace("\n", f"\n{indent}   ")
        yield Paragraph(f"{indent}- {text}", plain, item=True)
    elif plain:
        yield Paragraph(escaped(plain), plain)


def _rows(table: Element) -> Iterator[tuple[str, ...]]:
    for row in table.iter(f"{TABLE}table-row"):
        cells: list[str] = []
        for cell in row:
            if cell.tag == f"{TABLE}table-cell":
                cells.append(clean(text_of(cell)))
            elif cell.tag == f"{TABLE}covered-table-cell":
                count = cell.get(f"{TABLE}number-columns-repeated", "1")
                cells += [""] * (min(int(count), _MOST_REPEATED) if count.isdecimal() else 1)
        yield tuple(cells)
