"""What the outline of a text is made of, before it is cut: headings, paragraphs, tables, page by page."""

import re
from dataclasses import dataclass

from infocus.engines.extraction.port import Rows


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` 0 is the document's title. `number` is the file's own where it keeps one apart."""

    level: int
    text: str
    number: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as Markdown; `plain` is the same as it is read, `bold` that all of it is set bold."""

    markdown: str
    plain: str
    bold: bool = False
    page: int | None = None
    item: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table."""

    rows: Rows
    page: int | None = None


Block = Heading | Paragraph | Table

_NUMBER = r"(?:\d{1,2}(?:\.\d{1,2}){0,5}\.?|[IVX]{1,5}[.)]|[A-Z][.)])"
_NUMBERED = re.compile(rf"\s*(?:(?P<number>{_NUMBER})[)\s:–-]\s*)(?P<title>[^\W\d_].*)", re.DOTALL)
_LEADING = re.compile(r"(\s*)(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|=+\s*$|-{2,}\s*$|(?:\d{1,9})(?=[.)](?:\s|$)))")
_MARKS = re.compile(r"([*`\[\]<\\])")


def numbered(text: str) -> tuple[str, str]:
    """A heading's number and the rest: "4.1 Governance" → ("4.1", "Governance"); without a number ("", text)."""
    match = _NUMBERED.fullmatch(text)
    if match is None:
        return "", text
    return match["number"].rstrip(".)"), match["title"].strip()


def depth_of(number: str) -> int:
    """The level a number tells: "4" is 1, "4.1" is 2."""
    return number.count(".") + 1


def escaped(text: str) -> str:
    """Plain text as Markdown that reads the same."""
    text = _MARKS.sub(r"\\\1", text)
    return "\n".join(map(_line, text.split("\n")))


def _line(line: str) -> str:
    match = _LEADING.match(line)
    if match is None:
        return line
    if match[2].isdecimal():
        return f"{match[0]}\\{line[match.end() :]}"
    return f"{match[1]}\\{line[match.start(2) :]}"
