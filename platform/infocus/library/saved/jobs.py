"""The worker's part: every minute, when the index has moved on, look what newly answers saved searches."""

from datetime import timedelta
from typing import Any

from infocus.core import outbox
from infocus.core.db import db, unit_of_work
from infocus.core.schedule import periodic
from infocus.engines.bound import engines
from infocus.engines.search.port import SearchUnavailable
from infocus.library import asked
from infocus.library.saved import alerts, services
from infocus.library.shapes import SearchForm
from infocus.library.views.places import form_of

ROUND = "library.saved"


@periodic("library.saved", timedelta(minutes=1))
def begin_round() -> None:
    """Put a round into the outbox when there is something to look at, so that other work has its turn in between."""
    until = _index_cursor()
    if until and alerts.due(until, limit=1):
        with unit_of_work():
            outbox.enqueue(ROUND, {"until": until}, key=ROUND)


@outbox.job(ROUND)
def look_on(payload: dict[str, Any]) -> None:
    """One slice of a round: ask, then store and tell in one unit of work; the next slice is a row of its own."""
    until = min(int(payload["until"]), _index_cursor())
    db.session.rollback()
    try:
        found = alerts.look(until, read_search)
    except SearchUnavailable:
        return  # the next round asks again
    with unit_of_work():
        for finding in found:
            alerts.keep(finding)
        if len(found) == alerts.SLICE or any(finding.reached < until for finding in found):
            outbox.enqueue(ROUND, {"until": until})


@periodic("library.saved.purge", timedelta(hours=1))
def purge() -> None:
    """Delete what was removed for good."""
    with unit_of_work():
        services.purge()


def read_search(search: str) -> SearchForm:
    """The question that a kept query string asks."""
    return form_of(asked.values_of(search))


def _index_cursor() -> int:
    """Up to where the index of this host has read the change log; 0 while it is being built."""
    try:
        return engines().search.cursor
    except SearchUnavailable:
        return 0
