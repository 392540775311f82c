"""Markdown: sections at its headings. The text stays as written, since that is what people quote."""

import re
from collections.abc import Iterator
from pathlib import Path

from infocus.engines.extraction.port import Item, Limits
from infocus.engines.extraction.sections import Sections
from infocus.engines.extraction.source import read_text

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(.*?)[ \t#]*")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


def read(path: Path, limits: Limits) -> Iterator[Item]:
    """The sections in order."""
    text, cut = read_text(path, limits)
    yield from _sections(text.splitlines()).items(cut)


def _sections(lines: list[str]) -> Sections:
    sections = Sections()
    fence = ""
    waiting = ""  # the line before, which an underline would make a heading
    for line in lines:
        mark = _FENCE.match(line)
        heading = None if fence or mark else _HEADING.fullmatch(line)
        if not fence and waiting and _UNDERLINE.fullmatch(line):
            sections.heading(waiting)
            waiting = ""
            continue
        sections.paragraph(waiting)
        waiting = ""
        if mark:
            fence = _after(fence, mark.group(1))
            sections.paragraph(line)
        elif heading:
            sections.heading(heading.group(1))
        elif fence:
            sections.paragraph(line)
        else:
            waiting = line.strip()
    sections.paragraph(waiting)
    return sections


def _after(fence: str, mark: str) -> str:
    """The open fence after a fence line: a longer or equal mark of the same kind closes it."""
    if not fence:
        return mark
    return "" if mark[0] == fence[0] and len(mark) >= len(fence) else fence
