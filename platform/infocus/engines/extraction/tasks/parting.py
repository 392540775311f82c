"""Cut the text of a file into its parts."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

from infocus.engines.extraction.cleaning import clean_line
from infocus.engines.extraction.cutting import cut
from infocus.engines.extraction.kinds import ACCEPTED, DOCX, MARKDOWN, ODT, PDF
from infocus.engines.extraction.outline import Block, Heading, Paragraph, escaped
from infocus.engines.extraction.port import Limits, Page, Part, Progress, Reason, Truncated, Unreadable

_PARSERS = "infocus.engines.extraction.parsers"
_OUTLINES = {DOCX: f"{_PARSERS}.docx_outline", ODT: f"{_PARSERS}.odt_outline", MARKDOWN: f"{_PARSERS}.markdown_outline"}


def run(path: Path, limits: Limits, options: Mapping[str, str]) -> Iterator[Part | Progress]:
    """How many parts there are, then each. `options["media_type"]` chooses the parser."""
    media_type = options["media_type"]
    if media_type == PDF:
        parts = import_module(f"{_PARSERS}.pdf_outline").parts(path, limits)
    elif media_type in _OUTLINES:
        parts = list(cut(import_module(_OUTLINES[media_type]).outline(path, limits), limits))
    else:
        parts = list(cut(_from_pages(path, limits, media_type), limits))
    if not parts:
        raise Unreadable(Reason.EMPTY, "no text")
    yield Progress(len(parts))
    yield from parts


def _from_pages(path: Path, limits: Limits, media_type: str) -> list[Block]:
    """Any other file: the pages its reader gives, under their headings."""
    blocks: list[Block] = []
    last = ""
    for page in import_module(ACCEPTED[media_type].parser).read(path, limits):
        if isinstance(page, Progress | Truncated) or not isinstance(page, Page):
            continue
        if page.heading and page.heading != last:
            blocks.append(Heading(1, page.heading))
        lines = page.text.split("\n")
        if clean_line(lines[0]) == page.heading:
            lines = lines[1:]
        blocks += [Paragraph(escaped(line), line) for line in lines if line.strip()]
        last = page.heading
    return blocks
