"""Records that belong to another: who watches the one hears of new others in it (an output of a meeting)."""

from collections.abc import Callable

from infocus.core.db import db
from infocus.records.models import Record

HomeOf = Callable[[str], str | None]
_homes: dict[str, HomeOf] = {}


def belongs(record_type: str) -> Callable[[HomeOf], HomeOf]:
    """Register a feature's function id of a record of this type → id of the record it belongs to."""

    def register(source: HomeOf) -> HomeOf:
        _homes[record_type] = source
        return source

    return register


def home_of(record: Record) -> Record | None:
    """The record this one belongs to, if it does."""
    source = _homes.get(record.type)
    home_id = source(record.id) if source else None
    return db.session.get(Record, home_id) if home_id else None
