"""Keyset paging: a page is asked for by the last row of the one before, so that depth costs nothing."""

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import Select, literal, tuple_

from infocus.core.db import db
from infocus.core.errors import Invalid

T = TypeVar("T")
MAX_LIMIT = 100


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some rows, and the cursor of the next page if there is one."""

    items: Sequence[T]
    next: str | None = None


def encode_cursor(values: Sequence[str]) -> str:
    """The opaque text that stands for a place in a list."""
    return base64.urlsafe_b64encode(json.dumps(list(values)).encode()).decode().rstrip("=")


def decode_cursor(cursor: str, length: int) -> list[str]:
    """The values of a cursor. Raises ``Invalid`` for one that is not ours."""
    try:
        values = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error, RecursionError):
        values = None
    if not isinstance(values, list) or len(values) != length or not all(_is_sound(v) for v in values):
        raise Invalid({"cursor": "not a cursor of this list"})
    return values


def instant(text: str) -> datetime:
    """The aware instant of a cursor value. Raises ``ValueError`` for anything else."""
    found = datetime.fromisoformat(text)
    if found.tzinfo is None or not 1900 < found.year < 9000:
        raise ValueError("not an instant of ours")
    return found


def _is_sound(value: object) -> bool:
    """Text that every database takes."""
    return isinstance(value, str) and value.isprintable()


def keyset(
    query: Select[Any],
    columns: Sequence[Any],
    key: Callable[[Any], Sequence[str]],
    *,
    cursor: str | None = None,
    limit: int = 20,
    parse: Callable[[list[str]], Sequence[Any]] = tuple,
    ascending: bool = False,
) -> Page[Any]:
    """One page of ``query``, newest (greatest) first by ``columns``, which must be unique together.

    ``ascending``: the smallest first, as a list of names.

    ``key`` gives a row's cursor values as text, ``parse`` turns them back into column values.
    """
    limit = max(1, min(limit, MAX_LIMIT))
    if cursor:
        try:
            values = parse(decode_cursor(cursor, len(columns)))
        except ValueError:
            raise Invalid({"cursor": "not a cursor of this list"}) from None
        bound = [literal(value, column.type) for value, column in zip(values, columns, strict=True)]
        here, there = tuple_(*columns), tuple_(*bound)
        query = query.where(here > there if ascending else here < there)
    order = (column.asc() if ascending else column.desc() for column in columns)
    rows = list(db.session.scalars(query.order_by(*order).limit(limit + 1)).unique())
    more = len(rows) > limit
    return Page(rows[:limit], encode_cursor(key(rows[limit - 1])) if more else None)
