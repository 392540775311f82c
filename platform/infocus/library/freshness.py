"""What the search page says of the index when it does not hold everything: being built, or far behind."""

from dataclasses import dataclass
from time import monotonic

from flask import current_app
from sqlalchemy import func, select

from infocus.core import changes, clock
from infocus.core.changes import Change
from infocus.core.db import db
from infocus.engines.bound import engines
from infocus.engines.search.port import SearchIndex, SearchUnavailable
from infocus.library.readiness import LATE
from infocus.records.entries import sources

SECONDS = 3.0
"""How long the figures of an index that is being built are kept: everybody reads the same while it lasts."""
_KEPT = "infocus.library.freshness"


@dataclass(frozen=True, slots=True)
class Building:
    """The index is being built: ``done`` of ``total`` things are in it."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Behind:
    """So many changes are not in the index, the oldest of them for longer than everyday work takes."""

    changes: int


def freshness() -> Building | Behind | None:
    """What to say of the index now; ``None`` when it holds everything, or nearly. One query when it does.

    An index that cannot be read at all has a page of its own.
    """
    index = engines().search
    try:
        cursor = index.cursor
    except SearchUnavailable:
        return None
    last = changes.last_seq()
    if last <= cursor:
        return None
    if cursor == 0:
        return _kept(index, last)
    oldest = db.session.scalar(select(func.min(Change.at)).where(Change.seq > cursor))
    return Behind(last - cursor) if oldest is not None and clock.now() - oldest >= LATE else None


def _kept(index: SearchIndex, last: int) -> Building:
    until, mark, building = current_app.extensions.get(_KEPT, (0.0, 0, Building(0, 0)))
    if mark != last or monotonic() >= until:
        total = sum(1 for source in sources().values() for _subject in source.ids())
        building = Building(min(index.count(), total), total)
        current_app.extensions[_KEPT] = (monotonic() + SECONDS, last, building)
    return Building(building.done, building.total)
