"""Dates as people write them in tables: 2016, 09/2016, 21.9.2016, 2016-09-21; read as they are stated, no more."""

import re

from infocus.core.dates import StatedDate

_YEAR = r"(?P<y>\d{4})"
_SHAPES = tuple(
    re.compile(shape, re.ASCII)
    for shape in (
        rf"{_YEAR}",
        rf"{_YEAR}[-/.](?P<m>\d{{1,2}})",
        rf"{_YEAR}[-/.](?P<m>\d{{1,2}})[-/.](?P<d>\d{{1,2}})(?:[ T]\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?",
        rf"(?P<m>\d{{1,2}})[-/.] ?{_YEAR}",
        rf"(?P<d>\d{{1,2}})[-/.] ?(?P<m>\d{{1,2}})[-/.] ?{_YEAR}\.?(?: \d{{1,2}}:\d{{2}}(?::\d{{2}})?)?",
    )
)


def stated(text: str) -> str:
    """The date as 2016, 2016-09 or 2016-09-21. Day before month, as in Europe, unless only the other way is a date.

    Raises:
        ValueError: no date, or none there is.
    """
    given = " ".join(text.split())
    for shape in _SHAPES:
        if match := shape.fullmatch(given):
            found = match.groupdict()
            day, month = found.get("d"), found.get("m")
            if day and month and int(month) > 12 >= int(day):
                day, month = month, day
            return StatedDate(
                "-".join([found["y"] or "", *(f"{int(each):02d}" for each in (month, day) if each)])
            ).value
    raise ValueError("no date")
