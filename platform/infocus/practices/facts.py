"""What lists narrow practices by, read from their content once, when it is stored: cost, time taken, the place."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from infocus.core.dates import StatedDate

EURO = "EUR"


class Cost(StrEnum):
    """The sum of the stated amounts in euro; nothing is converted, so that other currencies stand by themselves."""

    UNDER_10K = "under-10k"
    TO_100K = "10k-100k"
    TO_1M = "100k-1m"
    OVER_1M = "over-1m"
    OTHER = "other-currency"
    NOT_STATED = "not-stated"


class Took(StrEnum):
    """From the stated beginning to the stated end."""

    UNDER_1 = "under-1"
    TO_3 = "1-3"
    OVER_3 = "over-3"
    GOING = "going"
    NOT_STATED = "not-stated"


_UP_TO = ((10_000, Cost.UNDER_10K), (100_000, Cost.TO_100K), (1_000_000, Cost.TO_1M))


@dataclass(frozen=True, slots=True)
class Facts:
    """The columns of one content; the place in degrees, both or neither."""

    cost: Cost
    took: Took
    latitude: float | None
    longitude: float | None


def facts_of(content: Mapping[str, Any]) -> Facts:
    """What the columns of a practice with this content hold; never raises, whatever old content says."""
    place = (content.get("latitude"), content.get("longitude"))
    placed = all(isinstance(each, (int, float)) for each in place)
    latitude, longitude = place if placed else (None, None)
    return Facts(cost_of(content), took_of(content), latitude, longitude)


def cost_of(content: Mapping[str, Any]) -> Cost:
    """The band of the euro amounts; ``OTHER`` as soon as one stands in another currency.

    Amounts are read with the section "resources": where that has a narrower audience than the record, a filter would
    tell everybody what only some may read, and nothing is stated.
    """
    if (content.get("section_visibility") or {}).get("resources"):
        return Cost.NOT_STATED
    stated = [row for row in content.get("amounts") or () if isinstance(row.get("value"), (int, float))]
    if not stated:
        return Cost.NOT_STATED
    if any((row.get("currency") or EURO) != EURO for row in stated):
        return Cost.OTHER
    total = sum(row["value"] for row in stated)
    return next((band for most, band in _UP_TO if total < most), Cost.OVER_1M)


def took_of(content: Mapping[str, Any]) -> Took:
    """How long it took; to the month where both dates name one, else by the years alone."""
    started, ended = _stated(content.get("started")), _stated(content.get("ended"))
    if started is None:
        return Took.NOT_STATED
    if ended is None:
        return Took.GOING
    by_years = "year" in {started.precision, ended.precision}
    months = 12 * (ended.year - started.year)
    if not by_years:
        months += ended.first_day.month - started.first_day.month
    if months < 0:
        return Took.NOT_STATED
    return Took.UNDER_1 if months < 12 else Took.TO_3 if months <= 36 else Took.OVER_3


def _stated(text: object) -> StatedDate | None:
    try:
        return StatedDate(text) if isinstance(text, str) and text else None
    except ValueError:
        return None
