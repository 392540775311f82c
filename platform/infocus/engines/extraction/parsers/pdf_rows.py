"""Which lines of a table in columns are one row: by lines drawn between them, by wider gaps, by words that had room."""

import statistics
from collections.abc import Sequence
from itertools import pairwise

from infocus.engines.extraction.parsers.pdf_cells import fits
from infocus.engines.extraction.parsers.pdf_letters import Word, around

_WIDER = 1.15
"""A distance so much wider than that of a cell's own lines parts two rows."""
_TIGHT = 1.6
"""Lines farther apart than so many line heights are no lines of one cell."""
_FEWEST_RULES = _FEWEST_GAPS = 2
_HALF = 0.5

Band = list[int]
"""The lines of a row."""
Cells = dict[int, list[Word]]


def bands_of(lines: Sequence[Sequence[Word]], cells: Sequence[Cells], rules: Sequence[float]) -> list[Band]:
    """The rows; `cells` are the words of each line by column, `rules` the heights of lines drawn across."""
    levels = [around(line).middle for line in lines]
    parted = {at for at, (above, below) in enumerate(pairwise(levels)) if any(below < each < above for each in rules)}
    ruled = _bands(len(lines), parted)
    if len(parted) >= _FEWEST_RULES and max(map(len, ruled)) <= max(2, _HALF * len(lines)):
        return ruled
    steps = [above - below for above, below in pairwise(levels)]
    inner = [step for at, step in enumerate(steps) if at not in parted]
    tight = min(inner, default=0.0)
    own = tight if tight <= _TIGHT * statistics.median(around(line).height for line in lines) else 0.0
    wide = {at for at, step in enumerate(steps) if not own or step > _WIDER * own}
    # One wide step is that below the head: the rows below it are as tight as the lines of a cell would be.
    even = len(wide - parted) < _FEWEST_GAPS
    rooms = _rooms(cells)
    begun = {at for at in range(len(steps)) if _begins_row(cells[at], cells[at + 1], rooms, even=even)}
    return _bands(len(lines), parted | wide | begun)


def gaps_in(lines: Sequence[Sequence[Word]], cells: Sequence[Cells], width: int) -> list[Band]:
    """The rows of a ruled table whose rows no line parts: a wider gap above a line that fills most of its columns."""
    levels = [around(line).middle for line in lines]
    steps = [above - below for above, below in pairwise(levels)]
    own = min(steps, default=0.0)
    full = {at for at in range(len(steps)) if 0 in cells[at + 1] and len(cells[at + 1]) > _HALF * width}
    return _bands(len(lines), {at for at in full if steps[at] > _WIDER * own})


def _bands(count: int, breaks: set[int]) -> list[Band]:
    bands: list[Band] = [[]]
    for at in range(count):
        bands[-1].append(at)
        if at in breaks and at + 1 < count:
            bands.append([])
    return bands


def _rooms(cells: Sequence[Cells]) -> dict[int, float]:
    """How wide each column is: as its widest line."""
    rooms: dict[int, float] = {}
    for line in cells:
        for number, words in line.items():
            box = around(words)
            rooms[number] = max(rooms.get(number, 0.0), box.right - box.left)
    return rooms


def _begins_row(above: Cells, below: Cells, rooms: dict[int, float], *, even: bool) -> bool:
    """Whether the first column goes on, and what follows had room above: then it is no second line of the same row.

    Where all lines are evenly apart, a line that fills most columns is a row, too.
    """
    both = above.keys() & below.keys()
    if min(above) not in both:
        return False
    roomy = sum(fits(above[number], below[number], rooms[number]) for number in both)
    if even:
        return roomy > 0 or len(below) > _HALF * len(rooms)
    return roomy > _HALF * len(both)
