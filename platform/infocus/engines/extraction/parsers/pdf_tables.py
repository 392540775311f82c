"""The tables of a page of a PDF, and those that go on over pages put together."""

from collections.abc import Sequence
from itertools import compress

import pypdfium2

from infocus.engines.extraction.parsers.pdf_columns import aligned
from infocus.engines.extraction.parsers.pdf_grid import Grid, ruled
from infocus.engines.extraction.parsers.pdf_letters import Letter, Upright, words_of
from infocus.engines.extraction.parsers.pdf_rules import rules_of
from infocus.engines.extraction.port import Rows

_MOST_HEADS = 3
_MOST_WORDS = 8_000
"""A page of small print has 2,000; what has more is read as text only."""


def tables_of(
    page: pypdfium2.PdfPage, turned: Upright, letters: Sequence[Letter], before: Grid | None = None
) -> list[Grid]:
    """The tables of a page, those with lines first; no word is in two of them.

    `before` is the last table of the page before: what goes on with its columns may be a single row.
    """
    words = words_of(letters)
    if not 0 < len(words) <= _MOST_WORDS:
        return []
    rules = rules_of(page, turned)
    grids = ruled(rules, words, before)
    held = {word.indexes.start for grid in grids for word in grid.words}
    rest = [word for word in words if word.indexes.start not in held]
    return [*grids, *aligned(rest, rules.across)]


def put_together(rows: Rows, following: Rows) -> Rows:
    """The rows of both without the head that is printed again; a row that the page's end cut becomes one again."""
    heads = 0
    while heads < min(_MOST_HEADS, len(rows), len(following)) and rows[heads] == following[heads]:
        heads += 1
    rest = following[heads:]
    if rest and len(rows) > heads and _is_cut(rows[-1], rest[0]):
        joined = tuple(" ".join(filter(None, pair)) for pair in zip(rows[-1], rest[0], strict=True))
        return (*rows[:-1], joined, *rest[1:])
    return (*rows, *rest)


def _is_cut(row: Sequence[str], rest: Sequence[str]) -> bool:
    """Whether the second begins with an empty cell and only says more where the first says something."""
    return bool(row[0]) and not rest[0] and all(above for above, below in zip(row, rest, strict=True) if below)


def without_empty_columns(rows: Rows) -> Rows:
    """The rows without the columns in which nobody wrote anything."""
    filled = [any(column) for column in zip(*rows, strict=True)]
    return tuple(tuple(compress(row, filled)) for row in rows)
