"""The years of what was found as a small drawing: a bar a year, each of which filters by it."""

from collections.abc import Callable
from dataclasses import dataclass

from infocus.library.shapes import Facet

TALL, STEP = 40, 10
MOST = 40
LABELLED = 5
"""So many years are all named under their bars; of more, the first and the last."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A year's bar in the drawing's own units, with the address that chooses the year, or no longer."""

    year: int
    count: int
    x: int
    y: int
    height: int
    url: str
    selected: bool


@dataclass(frozen=True, slots=True)
class Years:
    """The drawing, the years to choose a span from, and the span that is chosen (empty when it is none)."""

    bars: tuple[Bar, ...]
    width: int
    choices: tuple[int, ...]
    first: str = ""
    last: str = ""

    @property
    def named(self) -> tuple[int, ...]:
        """The years that stand under the drawing."""
        years = tuple(bar.year for bar in self.bars)
        return years if len(years) <= LABELLED else (years[0], years[-1])


def years_of(facet: Facet, toggle: Callable[[str, bool], str]) -> Years | None:
    """The newest ``MOST`` years of a filter, without a gap; ``None`` for a filter without years.

    ``toggle`` gives the address with a year chosen or, when it is, without it.
    """
    counts = {int(each.value): each for each in facet.values if each.value.isdecimal() and len(each.value) == 4}
    if not counts:
        return None
    span = range(max(min(counts), max(counts) - MOST + 1), max(counts) + 1)
    most = max(each.count for each in counts.values()) or 1
    bars = []
    for number, year in enumerate(span):
        found = counts.get(year)
        count, selected = (found.count, found.selected) if found else (0, False)
        height = max(3, round(count / most * TALL)) if count else 0
        x = number * STEP
        bars.append(Bar(year, count, x, TALL - height, height, toggle(str(year), selected), selected))
    chosen = sorted(year for year, each in counts.items() if each.selected)
    whole = bool(chosen) and chosen[-1] - chosen[0] == len(chosen) - 1
    ends = (str(chosen[0]), str(chosen[-1])) if whole else ("", "")
    return Years(tuple(bars), len(span) * STEP, tuple(sorted({*span, *counts})), *ends)
