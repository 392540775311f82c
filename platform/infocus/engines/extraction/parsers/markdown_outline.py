"""The outline of a Markdown file: its headings; the text below them stays as it is written, save for tables."""

import re
from pathlib import Path

from infocus.engines.extraction.outline import Block, Heading, Paragraph, Table
from infocus.engines.extraction.port import Limits
from infocus.engines.extraction.source import read_text

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_RULE = re.compile(r"\s*\|?[\s:|-]*-[\s:|-]*\|?\s*")
_ITEM = re.compile(r"\s*([-*+]|\d{1,9}[.)])\s")


def outline(path: Path, limits: Limits) -> list[Block]:
    """The blocks in order."""
    text, _ = read_text(path, limits)
    blocks: list[Block] = []
    chunk: list[str] = []
    fence = ""
    for line in [*text.splitlines(), ""]:
        mark = _FENCE.match(line)
        heading = None if fence or mark else _HEADING.fullmatch(line)
        if mark:
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        if heading or (not line.strip() and not fence):
            blocks += _chunk(chunk)
            chunk = []
        if heading:
            blocks.append(Heading(len(heading[1]), heading[2]))
        elif line.strip() or fence:
            chunk.append(line)
    return blocks + _chunk(chunk)


def _chunk(lines: list[str]) -> list[Block]:
    if not lines:
        return []
    if len(lines) > 1 and "|" in lines[0] and _RULE.fullmatch(lines[1]):
        return [Table(tuple(_cells(line) for line in (lines[0], *lines[2:])))]
    text = "\n".join(lines)
    return [Paragraph(text, text, item=_ITEM.match(text) is not None)]


def _cells(line: str) -> tuple[str, ...]:
    inner = line.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return tuple(cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", inner))
