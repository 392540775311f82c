"""Dates as people state them: a year, a month or a day, and where that was read."""

import re
from dataclasses import dataclass
from datetime import date

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class StatedDate:
    """``value`` is ``2017``, ``2017-09`` or ``2017-09-13``; ``source``: who states it; ``confirmed``: no hearsay."""

    value: str
    source: str = ""
    confirmed: bool = True

    def __post_init__(self) -> None:
        match = _SHAPE.fullmatch(self.value)
        if not match:
            raise ValueError("a date is 2017, 2017-09 or 2017-09-13")
        year, month, day = match.groups()
        date(int(year), int(month or 1), int(day or 1))

    def __composite_values__(self) -> tuple[str, str, bool]:
        return self.value, self.source, self.confirmed

    @property
    def precision(self) -> str:
        """``year``, ``month`` or ``day``."""
        return {4: "year", 7: "month", 10: "day"}[len(self.value)]

    @property
    def year(self) -> int:
        """The year as a number."""
        return int(self.value[:4])

    @property
    def first_day(self) -> date:
        """The first day it can mean."""
        year, month, day = (*self.value.split("-"), "1", "1")[:3]
        return date(int(year), int(month), int(day))
