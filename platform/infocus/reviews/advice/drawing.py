"""The drawing of the follow-up: a line for each recommendation, from its answer to its date or to the day it was done.

Lengths are in units of the drawing's view box, which is 640 wide; words go in the first 130.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from infocus.core import clock
from infocus.reviews.advice.models import Recommendation
from infocus.reviews.advice.queries import FOLLOWED, last_day
from infocus.reviews.vocabulary import Progress

LEFT, RIGHT, TOP, STEP = 130, 626, 44, 36
MOST_MONTHS = 60
MOST_LABELS = 8
Placer = Callable[[date], float]


@dataclass(frozen=True, slots=True)
class Line:
    """One recommendation. ``kind``: ``done`` and ``due`` end at ``end``, ``open`` nowhere, ``closed`` is a cross."""

    row: Recommendation
    y: int
    kind: str
    start: float = 0
    end: float = 0


@dataclass(frozen=True, slots=True)
class Drawing:
    """Months (their place and first day), today's place, the lines; ``height`` of the view box."""

    months: Sequence[tuple[float, date]]
    now: float
    lines: Sequence[Line]
    height: int
    first: date
    last: date


def drawn(rows: Sequence[Recommendation]) -> Drawing | None:
    """The drawing of these recommendations in their order; ``None`` before the first answer."""
    days = [day for row in rows for day in _days(row)]
    if not days:
        return None
    today = clock.now().date()
    first, last = _month(min(days)), _next_month(max(days))
    if first <= today <= last + timedelta(days=93):
        last = max(last, _next_month(today))
    last = min(last, date(first.year + MOST_MONTHS // 12, first.month, 1))

    def place(day: date) -> float:
        share = (min(max(day, first), last) - first).days / (last - first).days
        return round(LEFT + share * (RIGHT - LEFT), 1)

    lines = [_line(row, TOP + STEP * number, place) for number, row in enumerate(rows)]
    now = place(today) if first <= today <= last else 0
    return Drawing(_months(first, last, place), now, lines, TOP + STEP * len(rows) - 14, first, last)


def end_of(row: Recommendation) -> date | None:
    """The day it was done, else the day it is due."""
    if row.progress in {Progress.DONE, Progress.DROPPED} and row.checked_at is not None:
        return row.checked_at.date()
    return last_day(row.due)


def _days(row: Recommendation) -> list[date]:
    if row.answered_at is None:
        return []
    end = end_of(row) if row.answer in FOLLOWED else None
    return [row.answered_at.date(), *([end] if end else [])]


def _line(row: Recommendation, y: int, place: Placer) -> Line:
    if row.answered_at is None:
        return Line(row, y, "")
    start, end = place(row.answered_at.date()), end_of(row)
    if row.answer not in FOLLOWED or row.progress == Progress.DROPPED:
        return Line(row, y, "closed", start if row.answer not in FOLLOWED or end is None else place(end))
    if end is None:
        return Line(row, y, "open", start)
    kind = "done" if row.progress == Progress.DONE else "due"
    return Line(row, y, kind, min(start, place(end)), place(end))


def _months(first: date, last: date, place: Placer) -> list[tuple[float, date]]:
    found, month = [], first
    while month < last:
        found.append(month)
        month = _next_month(month)
    step = -(-len(found) // MOST_LABELS)
    return [(place(day), day) for day in found[::step]]


def _month(day: date) -> date:
    return day.replace(day=1)


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
