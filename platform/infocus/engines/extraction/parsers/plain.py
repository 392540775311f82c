"""Plain text and CSV: pages at form feeds, else cut at paragraphs."""

from collections.abc import Iterator
from pathlib import Path

from infocus.engines.extraction.port import Item, Limits
from infocus.engines.extraction.sections import Sections
from infocus.engines.extraction.source import read_text


def read(path: Path, limits: Limits) -> Iterator[Item]:
    """The text in pages of a section's length."""
    text, cut = read_text(path, limits)
    sections = Sections()
    for sheet in text.split("\f"):
        for line in sheet.splitlines():
            sections.paragraph(line)
        sections.break_page()
    yield from sections.items(cut)
