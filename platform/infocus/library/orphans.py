"""Files of the store that no row speaks of: what a process left that ended between keeping a file and committing it.

A storage key is kept in a column whose name ends in ``key``; every such column of every table counts, so that a new
table is known from its first day on.
"""

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice

import structlog
from sqlalchemy import ColumnElement, String, select

from infocus.core import clock
from infocus.core.db import Base, db
from infocus.core.schedule import periodic
from infocus.engines.bound import engines
from infocus.engines.storage.port import is_key

log = structlog.get_logger()
SAFE_AGE = timedelta(days=2)
"""Younger files may belong to something that is just being stored; nothing takes nearly as long."""
AT_ONCE = 500
MANY = 100
"""So many orphans, and more of them than of known files, are no left-overs: the database is not the store's own."""


class NotOurStore(Exception):
    """Most files are unknown: a restored or another database. Nothing was removed; a person has to say so."""

    def __init__(self, orphans: int, known: int) -> None:
        super().__init__(f"{orphans} files of the store are in no row, {known} are: nothing was removed")


def sweep_orphans(*, even_most: bool = False) -> int:
    """Remove files older than ``SAFE_AGE`` that no row speaks of; returns how many.

    Raises ``NotOurStore`` when most of the store would go, unless that is meant.
    """
    known = _known()
    orphans, spoken_of = [], 0
    for key in engines().storage.keys(clock.now() - SAFE_AGE):
        if key in known:
            spoken_of += 1
        else:
            orphans.append(key)
    if not even_most and len(orphans) > max(MANY, spoken_of):
        raise NotOurStore(len(orphans), spoken_of)
    removed = 0
    for batch in _batches(orphans):
        again = _known(batch)  # a key that moved from one table to another while they were read
        for key in batch:
            if key not in again:
                engines().storage.delete(key)
                removed += 1
    return removed


@periodic("library.orphans", timedelta(days=1))
def sweep() -> None:
    """Once a day."""
    try:
        removed = sweep_orphans()
    except NotOurStore as error:
        log.warning("files_unknown", why=str(error))
        return
    finally:
        db.session.rollback()
    if removed:
        log.info("orphans_removed", files=removed)


def kept_keys() -> Iterator[str]:
    """Every storage key a row speaks of."""
    for column in key_columns():
        yield from (key for key in db.session.scalars(select(column).where(column.is_not(None))) if is_key(key))


def key_columns() -> list[ColumnElement[str]]:
    """The columns that may hold a storage key."""
    return [
        column
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if column.name.endswith("key") and isinstance(column.type, String)
    ]


def _known(among: list[str] | None = None) -> set[str]:
    db.session.rollback()
    if among is None:
        return set(kept_keys())
    return {key for column in key_columns() for key in db.session.scalars(select(column).where(column.in_(among)))}


def _batches(keys: list[str]) -> Iterator[list[str]]:
    left = iter(keys)
    while batch := list(islice(left, AT_ONCE)):
        yield batch
