"""Blocks of a paper as data for typst: Markdown becomes runs, lists become trees, so that the PDF's tags say lists."""

from collections.abc import Iterable
from typing import Any

from infocus.engines.writing.flow import Grid, Kind, Line, Run, flow, runs
from infocus.engines.writing.port import Block, Facts, Heading, NewPage, Prose, Table

Data = dict[str, Any]


def as_data(blocks: Iterable[Block]) -> list[Data]:
    """The blocks in order, ready for JSON."""
    return [_block(block) for block in blocks]


def _block(block: Block) -> Data:
    match block:
        case Heading(level, text, language):
            return {"kind": "heading", "level": level, "text": text, "language": language}
        case Prose(markdown, language):
            return {"kind": "prose", "parts": prose(markdown), "language": language}
        case Table(heads, rows, caption, shares):
            width = len(heads)
            cells = [[_runs(runs(cell)) for cell in (*row, *[""] * width)[:width]] for row in rows]
            return {"kind": "table", "heads": list(heads), "rows": cells, "caption": caption, "shares": list(shares)}
        case Facts(pairs):
            return {"kind": "facts", "pairs": [[name, value] for name, value in pairs if value]}
        case NewPage():
            return {"kind": "page"}


def prose(markdown: str) -> list[Data]:
    """Paragraphs, quotes, headings, grids; lists as trees of items."""
    parts: list[Data] = []
    open_lists: list[Data] = []
    for piece in flow(markdown):
        if isinstance(piece, Line) and piece.kind in {Kind.BULLET, Kind.NUMBER}:
            _item(parts, open_lists, piece)
            continue
        open_lists.clear()
        if isinstance(piece, Grid):
            parts.append({"kind": "grid", "rows": [[_runs(cell) for cell in row] for row in piece.rows]})
        else:
            parts.append({"kind": piece.kind.value, "level": piece.depth, "runs": _runs(piece.runs)})
    return parts


def _item(parts: list[Data], open_lists: list[Data], line: Line) -> None:
    """Hang an item, or a further paragraph of one, into the lists that are open."""
    del open_lists[line.depth + 1 :]
    if line.more and open_lists:
        open_lists[-1]["items"][-1]["more"].append(_runs(line.runs))
        return
    ordered = line.kind == Kind.NUMBER
    if len(open_lists) > line.depth and (open_lists[-1]["ordered"] != ordered or line.start is not None):
        open_lists.pop()
    if len(open_lists) <= line.depth:
        made: Data = {"kind": "list", "ordered": ordered, "start": line.start or 1, "items": []}
        (open_lists[-1]["items"][-1]["inside"] if open_lists else parts).append(made)
        open_lists.append(made)
    open_lists[-1]["items"].append({"runs": _runs(line.runs), "more": [], "inside": []})


def _runs(found: Iterable[Run]) -> list[Data]:
    names = ("strong", "emphasis", "struck", "code")
    return [
        {"text": run.text, "href": run.href} | {name: True for name in names if getattr(run, name)} for run in found
    ]
