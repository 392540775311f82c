"""Lists of records for programs: any kind, the same filters as the pages', the newest change first."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, func
from sqlalchemy.sql.base import ExecutableOption

from infocus.api.schemas.records import RecordQuery
from infocus.core.actor import Actor
from infocus.core.ids import is_id
from infocus.core.paging import Page, keyset
from infocus.meetings.models import Meeting
from infocus.records.models import Record
from infocus.records.narrowing import COMMON, Condition, narrowed
from infocus.records.queries import visible
from infocus.reviews.models import Review

R = TypeVar("R", bound=Record)


def records(
    actor: Actor,
    kind: type[R],
    asked: RecordQuery,
    *also: ColumnElement[bool],
    load: Sequence[ExecutableOption] = (),
    own: Mapping[str, Condition] | None = None,
) -> Page[R]:
    """One page of what the actor may read of a kind, the filters leave, and ``also`` holds for.

    ``load`` says what is shown with each row, ``own`` what the kind's own filters mean. Raises ``Invalid`` for a
    cursor that is not ours.
    """
    conditions = {**COMMON, **_STATED.get(kind, {}), **(own or {})}
    query = narrowed(visible(actor, kind), asked, conditions).where(*also).options(*load)
    columns = [Record.updated_at, Record.id]
    return keyset(query, columns, _key, cursor=asked.cursor, limit=asked.limit, parse=_place)


# What takes place has its own year; all else that of its making.
_STATED: dict[type[Any], dict[str, Condition]] = {
    Meeting: {"year": lambda years: func.substr(Meeting.starts, 1, 4).in_(years)},
    Review: {"year": lambda years: func.substr(Review.held_on, 1, 4).in_(years)},
}


def _key(row: Record) -> tuple[str, str]:
    return row.updated_at.isoformat(), row.id


def _place(values: list[str]) -> tuple[datetime, str]:
    """The place a cursor names. Raises ``ValueError`` for one that is not ours."""
    moment = datetime.fromisoformat(values[0])
    if moment.tzinfo is None or not is_id(values[1]):
        raise ValueError("not a cursor of this list")
    return moment, values[1]
