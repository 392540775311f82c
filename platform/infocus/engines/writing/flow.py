"""Markdown as a flow of lines and grids, for a writer that has paragraphs and tables but knows no Markdown."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

_markdown = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable(["table", "strikethrough"])
_SAFE = re.compile(r"(https?|mailto):", re.IGNORECASE)
_SIGNS = re.compile(r"([!-/:-@\[-`{-~])")
# XML 1.0 has no place for these; an office file that held one would not open.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Kind(StrEnum):
    """What a line is."""

    TEXT = "text"
    BULLET = "bullet"
    NUMBER = "number"
    QUOTE = "quote"
    HEADING = "heading"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look; ``href`` is http, https or mailto, or empty. LF is a line break."""

    text: str
    strong: bool = False
    emphasis: bool = False
    struck: bool = False
    code: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, an item of a list, or a heading.

    ``depth`` is that of the list (from 0) or the heading's level (from 1). ``start`` is the number with which a list
    begins, on its first item only; ``more`` says that the line goes on an item that began before.
    """

    runs: tuple[Run, ...]
    kind: Kind = Kind.TEXT
    depth: int = 0
    start: int | None = None
    more: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; the first row names the columns."""

    rows: tuple[tuple[tuple[Run, ...], ...], ...]


def safe(text: str) -> str:
    """The text without what XML cannot hold."""
    return _NO_XML.sub("", text)


def literal(text: str) -> str:
    """Words as Markdown that says just them, in one line: no sign of theirs is a list, a link or bold."""
    return _SIGNS.sub(r"\\\1", " ".join(safe(text).split()))


def flow(markdown: str) -> list[Line | Grid]:
    """The pieces of a Markdown text in order. HTML in it is text; a link to anything but web and mail is its words."""
    return list(_Walk(_markdown.parse(safe(markdown))).pieces())


def runs(markdown: str) -> tuple[Run, ...]:
    """One line of Markdown (a cell): its runs, paragraphs joined by line breaks."""
    found: list[Run] = []
    for piece in flow(markdown):
        if isinstance(piece, Line):
            found += ([Run("\n")] if found else []) + list(piece.runs)
    return tuple(found)


@dataclass(slots=True)
class _List:
    kind: Kind
    start: int | None
    fresh: bool = False


class _Walk:
    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._lists: list[_List] = []
        self._quotes = 0
        self._heading = 0

    def pieces(self) -> Iterator[Line | Grid]:
        """What the tokens hold."""
        table: list[list[tuple[Run, ...]]] | None = None
        for token in self._tokens:
            if token.type == "table_open":
                table = []
            elif token.type == "table_close" and table is not None:
                yield Grid(tuple(tuple(row) for row in table))
                table = None
            elif token.type == "tr_open" and table is not None:
                table.append([])
            elif token.type == "inline" and table:
                table[-1].append(tuple(_inline(token.children or ())))
            elif token.type == "inline":
                yield self._line(tuple(_inline(token.children or ())))
            elif token.type in {"fence", "code_block"}:
                yield Line((Run(token.content.rstrip("\n"), code=True),), Kind.CODE)
            else:
                self._step(token)

    def _step(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open":
                self._lists.append(_List(Kind.BULLET, None))
            case "ordered_list_open":
                self._lists.append(_List(Kind.NUMBER, int(token.attrGet("start") or 1)))
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._lists[-1].fresh = True
            case "blockquote_open":
                self._quotes += 1
            case "blockquote_close":
                self._quotes -= 1
            case "heading_open":
                self._heading = int(token.tag[1:])
            case "heading_close":
                self._heading = 0

    def _line(self, found: tuple[Run, ...]) -> Line:
        if self._heading:
            return Line(found, Kind.HEADING, self._heading)
        if self._lists:
            inner = self._lists[-1]
            line = Line(found, inner.kind, len(self._lists) - 1, inner.start, more=not inner.fresh)
            inner.fresh, inner.start = False, None
            return line
        return Line(found, Kind.QUOTE if self._quotes else Kind.TEXT)


_LOOKS: dict[str, dict[str, Any]] = {
    f"{name}_{end}": {look: end == "open"}
    for name, look in (("strong", "strong"), ("em", "emphasis"), ("s", "struck"))
    for end in ("open", "close")
}
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def _inline(tokens: Sequence[Token]) -> Iterator[Run]:
    look = Run("")
    for token in tokens:
        if token.type in _LOOKS:
            look = replace(look, **_LOOKS[token.type])
        elif token.type == "link_open":
            href = str(token.attrGet("href") or "")
            look = replace(look, href=href if _SAFE.match(href) else "")
        elif token.type == "link_close":
            look = replace(look, href="")
        elif token.type in _BREAKS:
            yield replace(look, text=_BREAKS[token.type])
        elif token.content:
            yield replace(look, text=token.content, code=token.type == "code_inline")
