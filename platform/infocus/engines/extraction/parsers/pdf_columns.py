"""Tables set in columns without lines between them: words that stand below each other, three columns or more."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from infocus.engines.extraction.parsers.pdf_cells import BULLET, cell_text
from infocus.engines.extraction.parsers.pdf_grid import FEWEST, Grid
from infocus.engines.extraction.parsers.pdf_letters import WIDE, Word, around, in_lines
from infocus.engines.extraction.parsers.pdf_rows import Band, bands_of
from infocus.engines.extraction.parsers.pdf_rules import Rule

FEWEST_COLUMNS = 3
"""Two columns are as well a page of text in two columns, or a list."""
_FEWEST_ROWS = 3
"""Without any line drawn, two rows are no table yet."""
_MOST_COLUMNS = 40
_MOST_LINES = 800
"""So many lines are looked at for tables, one tried twice counted twice: a page has 60, a hostile one thousands."""
_FARTHEST = 3.0
"""Line heights between two lines of a table, at most."""
_LARGER = 1.25
"""A line so much higher than the head's is a heading."""
_FULL, _OFTEN = 0.8, 0.7
"""Text in columns fills so much of the width in so many of its lines; a table's cells do not."""
_PROSE = 6
_LEADER = re.compile(r"[.·…_\s]{3,}$")
_HALF = 0.5
_SELDOM = 8
"""A column without a head that says something in fewer than every so many rows is none."""

Span = list[float]


@dataclass(slots=True)
class _Block:
    """Lines of words with the columns they keep."""

    columns: list[Span]
    lines: list[list[Word]]


def aligned(words: Sequence[Word], rules: Sequence[Rule]) -> Iterator[Grid]:
    """The tables among words that are in no ruled table; `rules` are lines across that may part rows."""
    lines = in_lines(words)
    at = taken = looked = 0
    while at < len(lines) and looked < _MOST_LINES:
        if FEWEST_COLUMNS <= len(_pieces(lines[at])) <= _MOST_COLUMNS:
            block = _block(lines, at, taken, rules)
            looked += len(block.lines)
            grid, used = _grid(block, rules)
            if grid is not None:
                yield grid
                at = taken = lines.index(block.lines[used - 1]) + 1
                continue
        at += 1


def _pieces(line: Sequence[Word]) -> list[list[Word]]:
    """Words of a line that only blanks part, together."""
    pieces = [[line[0]]]
    for last, word in pairwise(line):
        if word.box.left - last.box.right > WIDE * min(last.box.height, word.box.height):
            pieces.append([])
        pieces[-1].append(word)
    return pieces


def _span(piece: Sequence[Word]) -> Span:
    return [piece[0].box.left, max(word.box.right for word in piece)]


def _block(lines: Sequence[list[Word]], head: int, first: int, rules: Sequence[Rule]) -> _Block:
    """From a line of three pieces or more downwards, then upwards, as long as the columns are kept."""
    block = _Block([_span(piece) for piece in _pieces(lines[head])], [lines[head]])
    for at in range(head + 1, len(lines)):
        if not _near(lines[at - 1], lines[at], lines[head]):
            break
        names = len(_pieces(lines[at])) == 1 and _between_rules(lines, at, rules)
        if not _takes(block, lines[at], may_part=at == head + 1) and not names:
            break
        block.lines.append(lines[at])
    for at in range(head - 1, first - 1, -1):
        pieces = _pieces(lines[at])
        if len(pieces) < 2 or not _near(lines[at], lines[at + 1], lines[head]) or _reaches_out(block, lines[at]):
            break
        block.lines.insert(0, lines[at])
    return block


def _near(above: Sequence[Word], line: Sequence[Word], head: Sequence[Word]) -> bool:
    upper, lower, height = around(above), around(line), head[0].box.height
    return upper.bottom - lower.top < _FARTHEST * height and lower.height < _LARGER * height


def _takes(block: _Block, line: Sequence[Word], *, may_part: bool) -> bool:
    """Whether a line keeps the columns, which then grow by it; right below the head it may still make more of them."""
    spans = [_span(piece) for piece in _pieces(line)]
    columns = [part for column in block.columns for part in (_parted(column, spans) if may_part else [[*column]])]
    for span in spans:
        met = [column for column in columns if _meet(column, span)]
        if len(met) > 1:
            return False
        if not met and may_part and len(spans) >= min(FEWEST_COLUMNS, len(columns)):
            columns = sorted([*columns, span])
            continue
        grown = met[0] if met else min(columns, key=lambda each: min(abs(each[0] - span[1]), abs(span[0] - each[1])))
        grown[:] = [min(grown[0], span[0]), max(grown[1], span[1])]
    if any(right[0] <= left[1] for left, right in pairwise(columns)):
        return False
    block.columns = columns
    return True


def _parted(column: Span, spans: Sequence[Span]) -> list[Span]:
    """A column under whose head two stand is two: "Period" above "Start" and "End"."""
    inner = [list(span) for span in spans if _meet(column, span)]
    return inner if len(inner) > 1 else [[*column]]


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _reaches_out(block: _Block, line: Sequence[Word]) -> bool:
    """Whether a line above the head stands outside of the columns, or runs through them."""
    box = around(line)
    return box.left < block.columns[0][0] - 1 or box.right > block.columns[-1][1] + box.height


def _between_rules(lines: Sequence[list[Word]], at: int, rules: Sequence[Rule]) -> bool:
    """Whether lines are drawn right above and right below: then it names the rows that follow."""
    if at + 1 == len(lines):
        return False
    box = around(lines[at])
    above, below = around(lines[at - 1]).middle, around(lines[at + 1]).middle
    heights = [rule.at for rule in rules if rule.begin <= box.left + 1 and box.right - 1 <= rule.end]
    return any(box.middle < each < above for each in heights) and any(below < each < box.middle for each in heights)


def _grid(block: _Block, rules: Sequence[Rule]) -> tuple[Grid | None, int]:
    """The table, and how many of the lines it takes; none for lists of contents, text in columns, single lines."""
    columns = block.columns
    if len(columns) < FEWEST_COLUMNS or _is_contents(block):
        return None, 0
    left, right = columns[0][0], columns[-1][1]
    parting = [
        rule.at for rule in rules if rule.begin < left + (right - left) / 4 and rule.end > right - (right - left) / 4
    ]
    cells = [_in_columns(block, at) for at in range(len(block.lines))]
    bands = bands_of(block.lines, cells, parting)
    if len(bands) >= len(block.lines) >= _PROSE and _is_prose(cells, columns):
        return None, 0
    while bands and len(_filled(bands[-1], cells)) < 2 and not _is_closed(block.lines[bands[-1][-1]], parting):
        bands.pop()
    rows = [_row(band, cells, len(columns), columns) for band in bands]
    if len(rows) < (FEWEST if parting else _FEWEST_ROWS) or not _is_table(rows):
        return None, 0
    used = bands[-1][-1] + 1
    words = tuple(word for line in block.lines[:used] for word in line)
    edges = (*(column[0] for column in columns), right)
    return Grid(tuple(rows), edges, around(words), words), used


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Whether three columns or more say something in row after row; marks before the items of a list are no column."""
    telling = [
        column for column in zip(*rows, strict=True) if not all(BULLET.fullmatch(cell) for cell in column if cell)
    ]
    filled = sum(bool(cell) for column in telling for cell in column)
    often = all(column[0] or sum(map(bool, column)) * _SELDOM >= len(rows) for column in telling)
    return len(telling) >= FEWEST_COLUMNS and often and filled >= _HALF * len(telling) * len(rows)


def _is_closed(line: Sequence[Word], rules: Sequence[float]) -> bool:
    """Whether a line is drawn right below: what stands alone there still belongs to the table."""
    box = around(line)
    return any(box.bottom - box.height < each < box.middle for each in rules)


def _in_columns(block: _Block, at: int) -> dict[int, list[Word]]:
    """The words of a line by column; what runs across stands in the first it touches."""
    found: dict[int, list[Word]] = {}
    for piece in _pieces(block.lines[at]):
        span = _span(piece)
        shares = [min(span[1], column[1]) - max(span[0], column[0]) for column in block.columns]
        met = [number for number, share in enumerate(shares) if share > 0]
        found.setdefault(met[0] if met else shares.index(max(shares)), []).extend(piece)
    return found


def _is_contents(block: _Block) -> bool:
    """Whether dots lead to a number, or the last column is only page numbers that go up: a list of contents."""
    dotted = sum(any(_LEADER.search(word.text) for word in line) for line in block.lines)
    if dotted > len(block.lines) * _HALF:
        return True
    numbers = [line[-1].text for line in block.lines if line[-1].box.right > block.columns[-1][0]]
    pages = [int(number) for number in numbers if number.isdecimal()]
    return len(numbers) > 2 and len(pages) == len(numbers) and pages == sorted(pages)


def _is_prose(cells: Sequence[dict[int, list[Word]]], columns: Sequence[Span]) -> bool:
    for number, (left, right) in enumerate(columns):
        ends = [around(line[number]).right for line in cells if number in line]
        full = sum(end - left >= _FULL * (right - left) for end in ends)
        if full < _OFTEN * len(ends):
            return False
    return True


def _filled(band: Band, cells: Sequence[dict[int, list[Word]]]) -> set[int]:
    return {number for at in band for number in cells[at]}


def _row(band: Band, cells: Sequence[dict[int, list[Word]]], width: int, columns: Sequence[Span]) -> tuple[str, ...]:
    inner = [[word for at in band for word in cells[at].get(number, ())] for number in range(width)]
    rooms = [None if number + 1 == width else columns[number][1] - columns[number][0] for number in range(width)]
    return tuple(cell_text(words, room) for words, room in zip(inner, rooms, strict=True))
