"""The shortest way from one sequence to another (E. Myers, An O(ND) difference algorithm, 1986), up to a bound."""

from collections.abc import Sequence
from typing import NamedTuple


class Gap(NamedTuple):
    """``old[a:b]`` became ``new[c:d]``; ``same`` elements follow that are alike in both."""

    a: int
    b: int
    c: int
    d: int
    same: int


def shortest(old: Sequence[str], new: Sequence[str], most: int, steps: int) -> tuple[list[Gap] | None, int]:
    """The gaps in order, and the steps it took; ``None`` when it takes more than ``most`` edits, or than ``steps``."""
    trace, taken = _trace(old, new, most, steps)
    if trace is None:
        return None, taken
    return _gaps(_matches(trace, len(old), len(new)), len(old), len(new)), taken


def _trace(old: Sequence[str], new: Sequence[str], most: int, steps: int) -> tuple[list[list[int]] | None, int]:
    """How far each diagonal reaches after 0, 1, 2 … edits; row ``d`` holds diagonal k at k + d + 1."""
    n, m, taken = len(old), len(new), 0
    rows: list[list[int]] = []
    reach: list[int] = []
    for d in range(most + 1):
        taken += d + 1
        if taken > steps:
            return None, taken
        row = [-1] * (2 * d + 4)
        for k in range(-d, d + 1, 2):
            left, right = (reach[k - 1 + d], reach[k + 1 + d]) if d else (-1, 0)
            x = right if k == -d or (k != d and left < right) else left + 1
            y = x - k
            while x < n and y < m and old[x] == new[y]:
                x, y = x + 1, y + 1
            row[k + d + 1] = x
            if x >= n and y >= m:
                return [*rows, row], taken
        rows.append(row)
        reach = row
    return None, taken


def _matches(rows: list[list[int]], n: int, m: int) -> list[tuple[int, int, int]]:
    """Runs that stayed as (place in old, place in new, length), backwards along the trace."""
    runs: list[tuple[int, int, int]] = []
    x, y = n, m
    for d in range(len(rows) - 1, -1, -1):
        k = x - y
        if d:
            reach = rows[d - 1]
            left, right = reach[k - 1 + d], reach[k + 1 + d]
            down = k == -d or (k != d and left < right)
            came_x = right if down else left
            came_y = came_x - (k + 1 if down else k - 1)
            begin = came_x if down else came_x + 1
        else:
            came_x = came_y = begin = 0
        if x > begin:
            runs.append((begin, begin - k, x - begin))
        x, y = came_x, came_y
    return runs[::-1]


def _gaps(runs: list[tuple[int, int, int]], n: int, m: int) -> list[Gap]:
    gaps: list[Gap] = []
    a = c = 0
    for i, j, length in runs:
        gaps.append(Gap(a, i, c, j, length))
        a, c = i + length, j + length
    if a < n or c < m:
        gaps.append(Gap(a, n, c, m, 0))
    return gaps
