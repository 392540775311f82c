"""The small Markdown the demo's documents are written in, read into blocks that every format can draw.

``#`` and ``##`` head sections, ``-`` and ``1.`` make lists, ``>`` a quotation, ``|`` rows a table. Ours alone are
``!table CAPTION`` before rows, ``!flow CAPTION: a > b > c``, ``!bars CAPTION: label=3; label=5``, ``!note`` for what a
speaker says, and ``---`` for a new page.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's title; ``level`` is 1 or 2."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, numbered when ``ordered``."""

    items: tuple[str, ...]
    ordered: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """Words set apart."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the first row heads the columns."""

    caption: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """Steps that follow each other, drawn as boxes and arrows."""

    caption: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """Values by label, drawn as bars."""

    caption: str
    values: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What a speaker says to a slide; only slides show it."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A new page."""


Block = Heading | Paragraph | Listing | Quote | Table | Flow | Bars | Note | Break


def read(body: str) -> tuple[Block, ...]:
    """The blocks of ``body``, in order."""
    return tuple(_block(part.strip()) for part in re.split(r"\n\s*\n", body) if part.strip())


def _block(part: str) -> Block:
    if part == "---":
        return Break()
    heading = re.match(r"(#{1,2}) (.+)", part)
    if heading:
        return Heading(len(heading[1]), heading[2])
    if part.startswith("!"):
        return _figure(part)
    if part.startswith("|"):
        return Table("", _rows(part))
    if part.startswith("> "):
        return Quote(part[2:])
    lines = part.split("\n")
    if all(re.match(r"- |\d+\. ", line) for line in lines):
        return Listing(tuple(re.sub(r"^(?:- |\d+\. )", "", line) for line in lines), ordered=lines[0][0].isdigit())
    return Paragraph(" ".join(lines))


def _figure(part: str) -> Block:
    kind, _, rest = part.partition(" ")
    if kind == "!note":
        return Note(rest)
    if kind == "!table":
        caption, _, rows = rest.partition("\n")
        return Table(caption, _rows(rows))
    caption, _, content = rest.partition(": ")
    if kind == "!flow":
        return Flow(caption, tuple(step.strip() for step in content.split(">")))
    if kind == "!bars":
        pairs = (pair.rsplit("=", 1) for pair in content.split(";"))
        return Bars(caption, tuple((label.strip(), float(value)) for label, value in pairs))
    raise ValueError(f"no such figure: {kind}")


def _rows(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(cell.strip() for cell in line.strip().strip("|").split("|")) for line in text.split("\n"))
