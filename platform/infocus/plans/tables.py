"""Which tables of a plan list actions or risks, and what their rows say. Nothing is lost: the rest is "more"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from infocus.core.text import folded
from infocus.engines.extraction.port import Rows
from infocus.plans.headwords import name_of
from infocus.plans.models import RowKind

ACTION_CELLS = ("what", "who", "cost", "funding", "start", "end", "indicator", "more")
RISK_CELLS = ("what", "likelihood", "impact", "measure", "who", "more")
CELLS = {RowKind.ACTION: ACTION_CELLS, RowKind.RISK: RISK_CELLS}
_FEWEST = 2
"""So many cells beside "what" make a table of actions; one more makes a risk."""
_MOST_HEADS = 3
"""A head stands in one of the first rows: above it may be a title, and one more."""
_SPAN = re.compile(r"\s+(?:–|—|-|to|until|bis|do|à|au|al|ate|até|pana la|până la)\s+|\s*[–—]\s*|/(?=\d{4})")
_HEAD_OF_FICHE = re.compile(r"^[^\W\d_]+\s+\d{1,3}\s*[:.–-]\s*")

Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row as the file says it."""

    kind: RowKind
    cells: Cells


def rows_in(table: Rows, heading: str) -> list[FoundRow]:
    """The rows of an action or risk table, none when it is another; ``heading`` is the section's.

    A table of two columns that says of one action who, how much and when (a fiche) is one row, named by the heading.
    """
    for at in range(min(_MOST_HEADS, len(table) - 1)):
        heads, below = table[at], table[at + 1 :]
        kind = _kind([name_of(head) for head in heads])
        while kind and len(below) > 1 and _goes_on(heads, below[0]):
            heads = tuple(lower or upper for upper, lower in zip(heads, below[0], strict=True))
            below = below[1:]
        names = [name_of(head) for head in heads]
        kind = kind and _kind(names)
        if kind:
            return _rows(kind, names, heads, below)
    return _fiche(table, heading)


def _goes_on(heads: Sequence[str], row: Sequence[str]) -> bool:
    """Whether a head has a second line: a cell merged downwards comes again in it, and the others name cells, too."""
    if len(row) != len(heads) or not any(row):
        return False
    again = [bool(cell) and cell == head for head, cell in zip(heads, row, strict=True)]
    open_ = not any(row[at] for at, head in enumerate(heads) if name_of(head) in {"what", "risk"})
    named = all(name_of(cell) for at, cell in enumerate(row) if cell and not again[at])
    return named and (any(again) or open_)


def _kind(names: Sequence[str]) -> RowKind | None:
    found = set(names)
    if "risk" in found and found & {"likelihood", "impact", "measure", "what"}:
        return RowKind.RISK
    if {"likelihood", "impact"} <= found and "what" in found:
        return RowKind.RISK
    if "what" in found and len(found & {"who", "cost", "funding", "start", "end", "period", "indicator"}) >= _FEWEST:
        return RowKind.ACTION
    return None


def _rows(kind: RowKind, names: Sequence[str], heads: Sequence[str], rows: Rows) -> list[FoundRow]:
    found: list[FoundRow] = []
    group = ""
    for row in rows:
        if tuple(row) == tuple(heads):  # printed again on the next page
            continue
        filled = [cell for cell in row if cell]
        if len(filled) == 1 and len(names) > _FEWEST:  # a line across the table names what follows
            group = filled[0]
            continue
        cells = _cells(kind, names, heads, row)
        if group:
            cells["more"] = "\n".join(filter(None, (group, cells.get("more", ""))))
        if cells:
            found.append(FoundRow(kind, cells))
    return found


def _cells(kind: RowKind, names: Sequence[str], heads: Sequence[str], row: Sequence[str]) -> Cells:
    cells: Cells = {}
    more: list[str] = []
    for name, head, text in zip(names, heads, row, strict=False):
        name = _in_kind(kind, name, names)
        if not text:
            continue
        if name == "period":
            cells.update(_period(text, cells))
        elif name in CELLS[kind] and name not in cells:
            cells[name] = text
        else:
            more.append(f"{head}: {text}" if head else text)
    if more:
        cells["more"] = "\n".join(more)
    return cells


def _in_kind(kind: RowKind, name: str, names: Sequence[str]) -> str:
    """A risk's "risk" is what it is about; a "what" beside it (an action, Maßnahme) is what is done about it."""
    if kind == RowKind.RISK:
        if name == "risk":
            return "what"
        if name == "what" and "risk" in names:
            return "measure"
    return name


def _period(text: str, cells: Cells) -> Cells:
    start, *rest = _SPAN.split(text, maxsplit=1)
    if not rest:
        return {"start": text} if "start" not in cells else {"end": text}
    return {"start": start.strip(), "end": rest[0].strip()}


def _fiche(table: Rows, heading: str) -> list[FoundRow]:
    if any(len(row) != 2 for row in table):
        return []
    names = [name_of(row[0]) for row in table]
    if len(set(names) & {"who", "cost", "funding", "start", "end", "period", "indicator"}) <= _FEWEST:
        return []
    cells = _cells(RowKind.ACTION, names, [row[0] for row in table], [row[1] for row in table])
    named = cells.get("what", "")
    if not named or named.isdecimal():
        cells["what"] = _HEAD_OF_FICHE.sub("", heading) or named
    return [FoundRow(RowKind.ACTION, {"what": cells.pop("what"), **cells})]


def together(rows: Sequence[FoundRow]) -> list[int]:
    """For each row, the place of the row it tells more of (a fiche of an action in the overview), or its own."""
    seen: dict[tuple[RowKind, str], int] = {}
    return [
        seen.setdefault((row.kind, folded(row.cells.get("what", "")) or f"#{at}"), at) for at, row in enumerate(rows)
    ]
