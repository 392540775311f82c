"""Tables drawn with lines: which lines belong together, the cells between them, and the words in each."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from infocus.engines.extraction.parsers.pdf_cells import cell_text
from infocus.engines.extraction.parsers.pdf_letters import Box, Word, in_lines
from infocus.engines.extraction.parsers.pdf_rows import gaps_in
from infocus.engines.extraction.parsers.pdf_rules import NEAR, Rule, Rules
from infocus.engines.extraction.port import Rows

_MOST_CROSSINGS = 400_000
_MOST_CELLS = 5_000
"""A drawing has more; a page of a hundred lines in twenty columns has fewer."""
FEWEST = 2
"""A table has so many rows and columns with text, or more."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on a page: its cells, where its columns begin and the last ends, and the words that are in it."""

    rows: Rows
    columns: tuple[float, ...]
    box: Box
    words: tuple[Word, ...]


def ruled(rules: Rules, words: Sequence[Word], before: Grid | None = None) -> list[Grid]:
    """The tables between lines; one drawn within another is part of it. `before`: the table that may go on."""
    found: list[Grid] = []
    for part in sorted(_connected(rules), key=_size, reverse=True):
        inside = any(_within(part, grid.box) for grid in found)
        grid = None if inside else _grid(part, words, before)
        if grid is not None:
            found.append(grid)
    return found


def _connected(rules: Rules) -> list[Rules]:
    """Lines that touch, together."""
    across, down = rules.across, rules.down
    if len(across) * len(down) > _MOST_CROSSINGS:
        return []
    roots = list(range(len(across) + len(down)))
    for i, rule in enumerate(across):
        for j, other in enumerate(down, start=len(across)):
            if _touch(rule, other):
                _unite(roots, i, j)
    parts: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for at, rule in enumerate((*across, *down)):
        parts.setdefault(_root(roots, at), ([], []))[at >= len(across)].append(rule)
    return [Rules(tuple(a), tuple(d)) for a, d in parts.values() if a and d]


def _touch(rule: Rule, other: Rule) -> bool:
    return rule.begin - NEAR <= other.at <= rule.end + NEAR and other.begin - NEAR <= rule.at <= other.end + NEAR


def _root(roots: list[int], at: int) -> int:
    while roots[at] != at:
        roots[at] = roots[roots[at]]
        at = roots[at]
    return at


def _unite(roots: list[int], one: int, other: int) -> None:
    """Join two sets; the earlier stays the root."""
    first, second = sorted((_root(roots, one), _root(roots, other)))
    roots[second] = first


def _size(part: Rules) -> float:
    box = _box(part)
    return (box.right - box.left) * box.height


def _box(part: Rules) -> Box:
    xs = [x for rule in part.across for x in (rule.begin, rule.end)] + [rule.at for rule in part.down]
    ys = [y for rule in part.down for y in (rule.begin, rule.end)] + [rule.at for rule in part.across]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _within(part: Rules, box: Box) -> bool:
    inner = _box(part)
    return box.holds(inner.left + NEAR, inner.bottom + NEAR) and box.holds(inner.right - NEAR, inner.top - NEAR)


def _grid(part: Rules, words: Sequence[Word], before: Grid | None) -> Grid | None:
    box = _box(part)
    xs = _steps([rule.at for rule in part.down] + [box.left, box.right])
    ys = _steps([rule.at for rule in part.across] + [box.bottom, box.top])[::-1]
    width, height = len(xs) - 1, len(ys) - 1
    if width < FEWEST or width * height > _MOST_CELLS:
        return None
    roots = _merged(part, xs, ys)
    squares = _by_square(words, xs, ys)
    if height <= FEWEST and len(set(map(partial(_root, roots), roots))) == len(roots):
        rows = [
            row for at in range(height) for row in _parted([squares.get(at * width + c, []) for c in range(width)], xs)
        ]
    else:
        cells: dict[int, list[Word]] = {}
        for at, inner in squares.items():
            cells.setdefault(_root(roots, at), []).extend(inner)
        texts = {root: cell_text(inner, _room(roots, root, xs)) for root, inner in cells.items()}
        rows = [tuple(_texts(roots, texts, row, width)) for row in range(height)]
    return _accepted(rows, xs, box, [word for inner in squares.values() for word in inner], before)


def _by_square(words: Sequence[Word], xs: Sequence[float], ys: Sequence[float]) -> dict[int, list[Word]]:
    """The words by the square of the grid their middle lies in, counted row by row."""
    found: dict[int, list[Word]] = {}
    downwards = [-y for y in ys]
    for word in words:
        column, row = _step(xs, (word.box.left + word.box.right) / 2), _step(downwards, -word.box.middle)
        if column is not None and row is not None:
            found.setdefault(row * (len(xs) - 1) + column, []).append(word)
    return found


def _parted(cells: Sequence[Sequence[Word]], xs: Sequence[float]) -> Iterator[tuple[str, ...]]:
    """A head and what is below it, with lines between the columns only: its rows are parted by wider gaps."""
    lines = in_lines([word for inner in cells for word in inner])
    columns = {word.indexes.start: at for at, inner in enumerate(cells) for word in inner}
    inner = [_by_column(line, columns) for line in lines]
    for band in gaps_in(lines, inner, len(cells)):
        texts = [[word for at in band for word in inner[at].get(column, ())] for column in range(len(cells))]
        yield tuple(cell_text(words, right - left) for words, (left, right) in zip(texts, pairwise(xs), strict=True))


def _by_column(line: Sequence[Word], columns: Mapping[int, int]) -> dict[int, list[Word]]:
    found: dict[int, list[Word]] = {}
    for word in line:
        found.setdefault(columns[word.indexes.start], []).append(word)
    return found


def _steps(values: Sequence[float]) -> list[float]:
    """Places in order, those that are near each other once."""
    steps: list[float] = []
    for value in sorted(values):
        if not steps or value - steps[-1] > NEAR:
            steps.append(value)
    return steps


def _step(steps: Sequence[float], value: float) -> int | None:
    """Between which two steps a value lies."""
    at = bisect_right(steps, value) - 1
    return at if 0 <= at < len(steps) - 1 else None


def _merged(part: Rules, xs: Sequence[float], ys: Sequence[float]) -> list[int]:
    """Squares of the grid with no line between them are one cell; the first square stands for it."""
    width, height = len(xs) - 1, len(ys) - 1
    roots = list(range(width * height))
    for row in range(height):
        for column in range(width):
            at = row * width + column
            across, down = (xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2
            if column + 1 < width and not _drawn(part.down, xs[column + 1], down):
                _unite(roots, at, at + 1)
            if row + 1 < height and not _drawn(part.across, ys[row + 1], across):
                _unite(roots, at, at + width)
    return roots


def _drawn(rules: Sequence[Rule], at: float, through: float) -> bool:
    return any(abs(rule.at - at) <= NEAR and rule.begin <= through <= rule.end for rule in rules)


def _room(roots: list[int], root: int, xs: Sequence[float]) -> float:
    """How wide the cell is in the row it begins in."""
    width = len(xs) - 1
    first = root % width
    last = first
    while last + 1 < width and _root(roots, root + last + 1 - first) == root:
        last += 1
    return xs[last + 1] - xs[first]


def _texts(roots: list[int], texts: dict[int, str], row: int, width: int) -> Iterator[str]:
    """A row: a merged cell fills what it spans once across, and again in each row downwards."""
    last = -1
    for column in range(width):
        root = _root(roots, row * width + column)
        yield texts.get(root, "") if root != last else ""
        last = root


def _accepted(
    rows: list[tuple[str, ...]], xs: Sequence[float], box: Box, held: Sequence[Word], before: Grid | None
) -> Grid | None:
    """The table without rows in which nobody wrote; none when it is a frame around a text."""
    kept = tuple(row for row in rows if any(row))
    grid = Grid(kept, tuple(xs), box, tuple(held))
    filled = sum(any(row[column] for row in rows) for column in range(len(xs) - 1))
    rest = before is not None and bool(kept) and goes_on(before, grid)
    return grid if rest or min(filled, len(kept)) >= FEWEST else None


def goes_on(table: Grid, following: Grid) -> bool:
    """Whether a table at the top of a page is the rest of the one at the foot of the page before.

    They have as many columns, and most begin at the same place: those set to the right begin where their longest does.
    """
    if len(table.columns) != len(following.columns):
        return False
    pairs = zip(table.columns[:-1], following.columns[:-1], strict=True)
    near = sum(abs(one - other) <= 2 * NEAR for one, other in pairs)
    return near * 3 >= 2 * (len(table.columns) - 1)
