"""Lists of records for programs: any kind, the same filters, the newest change first."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.sql.base import ExecutableOption

from infocus.api.schemas.records import RecordQuery
from infocus.core.actor import Actor
from infocus.core.ids import is_id
from infocus.core.paging import Page, keyset
from infocus.meetings.models import Meeting
from infocus.networks.models import Network, Partner
from infocus.records.models import Record
from infocus.records.queries import made_in, visible
from infocus.records.terms import has_term
from infocus.reviews.models import Review

R = TypeVar("R", bound=Record)
Years = Callable[[Sequence[str]], ColumnElement[bool]]


def records(
    actor: Actor,
    kind: type[R],
    asked: RecordQuery,
    *also: ColumnElement[bool],
    load: Sequence[ExecutableOption] = (),
) -> Page[R]:
    """One page of what the actor may read of a kind, the filters leave, and ``also`` holds for.

    ``load`` says what is shown with each row. Raises ``Invalid`` for a cursor that is not ours.
    """
    query = _narrowed(visible(actor, kind), kind, asked).where(*also).options(*load)
    columns = [Record.updated_at, Record.id]
    return keyset(query, columns, _key, cursor=asked.cursor, limit=asked.limit, parse=_place)


def _narrowed(query: Select[R], kind: type[R], asked: RecordQuery) -> Select[R]:
    partners = select(Partner.id)
    conditions: dict[str, Callable[[list[str]], ColumnElement[bool]]] = {
        "network": lambda slugs: Record.network_id.in_(select(Network.id).where(Network.slug.in_(slugs))),
        "partner": lambda slugs: Record.partner_id.in_(partners.where(Partner.slug.in_(slugs))),
        "country": lambda codes: Record.partner_id.in_(partners.where(Partner.country.in_(codes))),
        "theme": lambda codes: has_term("work_areas", codes),
        "sector": lambda codes: has_term("ecosystems", codes),
        "state": Record.state.in_,
        "language": Record.language.in_,
        "year": _STATED.get(kind, made_in),
    }
    for name, condition in conditions.items():
        values = getattr(asked, name)
        if values:
            query = query.where(condition(values))
    return query


# What takes place has its own year; all else that of its making.
_STATED: dict[type[Any], Years] = {
    Meeting: lambda years: func.substr(Meeting.starts, 1, 4).in_(years),
    Review: lambda years: func.substr(Review.held_on, 1, 4).in_(years),
}


def _key(row: Record) -> tuple[str, str]:
    return row.updated_at.isoformat(), row.id


def _place(values: list[str]) -> tuple[datetime, str]:
    """The place a cursor names. Raises ``ValueError`` for one that is not ours."""
    moment = datetime.fromisoformat(values[0])
    if moment.tzinfo is None or not is_id(values[1]):
        raise ValueError("not a cursor of this list")
    return moment, values[1]
