"""Figures of a practice as drawings: one indicator over years, or several of one unit beside each other.

A drawing is numbers for an SVG (components/figure.html); the table below says the same. One figure is no drawing.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

WIDTH, HEIGHT = 640, 234
TOP, BOTTOM = 28, 204
LEAST, MOST_BARS = 2, 12
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure: its rectangle, where its value and its name stand, in units of the drawing."""

    name: str
    value: float
    x: float
    y: float
    width: float
    height: float
    middle: float
    value_y: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars from one line of zero, in the order they come; lying bars where the names are words."""

    kind: Literal["years", "names"]
    title: str
    unit: str
    bars: tuple[Bar, ...]
    zero: float
    height: float
    width: float = WIDTH


def charts(rows: Sequence[Row]) -> list[Chart]:
    """The drawings of a table of figures; every figure is in one at most."""
    whole = [row for row in rows if row.get("value") is not None and row.get("name")]
    series: dict[tuple[str, str], dict[int, Row]] = defaultdict(dict)
    for row in whole:
        if row.get("year"):
            series[_plain(row["name"]), _plain(row.get("unit"))].setdefault(int(row["year"]), row)
    drawn = [over_years(list(years.values())) for years in series.values() if len(years) >= LEAST]
    told = {key for key, years in series.items() if len(years) >= LEAST}
    alike: dict[tuple[str, Any], list[Row]] = defaultdict(list)
    for row in whole:
        if (_plain(row["name"]), _plain(row.get("unit"))) not in told and row.get("unit"):
            alike[_plain(row["unit"]), row.get("year")].append(row)
    return drawn + [beside(group) for group in alike.values() if LEAST <= len(group) <= MOST_BARS]


def over_years(rows: Sequence[Row]) -> Chart:
    """Upright bars, a year each, years without a figure left empty where there is room for them."""
    ordered = sorted(rows, key=lambda row: int(row["year"]))
    first, last = int(ordered[0]["year"]), int(ordered[-1]["year"])
    gaps = last - first + 1 <= MOST_BARS
    places = [int(row["year"]) - first if gaps else index for index, row in enumerate(ordered)]
    step = WIDTH / ((last - first + 1) if gaps else len(ordered))
    low, high = _span([float(row["value"]) for row in ordered])
    scale = (BOTTOM - TOP) / (high - low)
    zero = TOP + high * scale
    bars = []
    for place, row in zip(places, ordered, strict=True):
        value = float(row["value"])
        tall, middle = abs(value) * scale, (place + 0.5) * step
        y = zero - tall if value >= 0 else zero
        wide = min(step * 0.6, 96)
        above = y - 8 if value >= 0 else y + tall + 18
        bars.append(Bar(str(row["year"]), value, *map(_short, (middle - wide / 2, y, wide, tall, middle, above))))
    first_row, tall_enough = ordered[0], HEIGHT + (18 if low < 0 else 0)
    return Chart("years", first_row["name"], first_row.get("unit") or "", tuple(bars), _short(zero), tall_enough)


def beside(rows: Sequence[Row]) -> Chart:
    """Lying bars with their names above, in the order of the table: no ranking."""
    low, high = _span([float(row["value"]) for row in rows])
    scale = (WIDTH - 170) / (high - low)
    zero = -low * scale + (80 if low < 0 else 0)
    bars = []
    for index, row in enumerate(rows):
        value, top = float(row["value"]), index * 52
        long = abs(value) * scale
        x = zero if value >= 0 else zero - long
        end = zero + (long if value >= 0 else 0) + 10
        bars.append(Bar(row["name"], value, *map(_short, (x, top + 24, long, 16, end, top + 38))))
    year = rows[0].get("year")
    return Chart("names", str(year or ""), rows[0].get("unit") or "", tuple(bars), _short(zero), len(rows) * 52)


def _span(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(0.0, *values), max(0.0, *values)
    return (low, high) if high > low else (0.0, 1.0)


def _short(number: float) -> float:
    return round(number, 1)


def _plain(text: object) -> str:
    return " ".join(str(text or "").casefold().split())
