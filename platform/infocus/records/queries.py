"""Reads over all kinds of records, always for an actor."""

import re
from collections.abc import Sequence
from datetime import MAXYEAR, UTC, datetime
from functools import cache
from typing import TypeVar

from sqlalchemy import ColumnElement, Select, false, inspect, or_, select, true
from sqlalchemy.orm import lazyload, selectinload
from sqlalchemy.sql.base import ExecutableOption

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.ids import is_id
from infocus.core.permissions import Permission, allows
from infocus.records.models import Record
from infocus.records.policy import readable

R = TypeVar("R", bound=Record)
FOUR_DIGITS = re.compile(r"[0-9]{4}")


def get_record(actor: Actor, record_id: str | None, kind: type[R]) -> R:
    """One record of a kind (``Record`` for any). Raises ``NotFound``: there is none, or the actor may not read it."""
    record = db.session.get(kind, record_id) if record_id and is_id(record_id) else None
    if record is None or not isinstance(record, kind) or not allows(actor, Permission.READ_RECORD, record):
        raise NotFound
    return record


def visible(actor: Actor, kind: type[R]) -> Select[R]:
    """``select(kind)`` of what the actor may read."""
    return select(kind).where(of_kind(kind), readable(actor))


def rows_of_list() -> tuple[ExecutableOption, ...]:
    """Options for lists that show a record's own fields and its partner, and judge no right by row.

    Each partner is read once instead of with every row; networks come from the page that is asking.
    """
    return lazyload(Record.audience), lazyload(Record.author), lazyload(Record.network), selectinload(Record.partner)


@cache
def of_kind(kind: type[Record]) -> ColumnElement[bool]:
    """That a record is of this kind, said of the common table: its indexes begin with the type."""
    return true() if kind is Record else Record.type == inspect(kind).polymorphic_identity


def made_in(years: Sequence[str]) -> ColumnElement[bool]:
    """The condition that a record was made in one of these calendar years (UTC); what is no year matches nothing."""
    known = [int(year) for year in years if FOUR_DIGITS.fullmatch(year) and 0 < int(year) < MAXYEAR]
    spans = ((datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)) for year in known)
    return or_(false(), *((Record.created_at >= first) & (Record.created_at < after) for first, after in spans))
