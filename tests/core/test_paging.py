"""Keyset paging: every row once, whatever is added meanwhile; and cursors that are not ours."""

import base64
import json

import pytest
from sqlalchemy import select

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.errors import Invalid
from infocus.core.outbox import OutboxRow
from infocus.core.paging import decode_cursor, encode_cursor, instant, keyset


def _add(number: int) -> None:
    with unit_of_work():
        db.session.add_all(OutboxRow(kind="tests.paging", payload={}) for _ in range(number))


def _page(cursor: str | None, limit: int = 3):
    return keyset(
        select(OutboxRow),
        [OutboxRow.run_after, OutboxRow.id],
        lambda row: [row.run_after.isoformat(), row.id],
        cursor=cursor,
        limit=limit,
        parse=lambda values: (instant(values[0]), values[1]),
    )


def test_every_row_comes_once_while_others_are_added(session) -> None:
    _add(10)
    before = {row.id for row in session.scalars(select(OutboxRow))}
    seen: list[str] = []
    cursor: str | None = None
    while True:
        page = _page(cursor)
        seen += [row.id for row in page.items]
        cursor = page.next
        if cursor is None:
            break
        _add(2)  # newer: they belong before what was read
    assert len(seen) == len(set(seen))
    assert before <= set(seen)


def test_the_last_page_has_no_next(session) -> None:
    _add(3)
    assert _page(None, limit=3).next is None
    assert _page(None, limit=2).next is not None
    assert len(_page(None, limit=0).items) == 1


WRONG_VALUES: tuple[object, ...] = (
    {}, 5, None, [], ["a"], ["a", 5], ["a", None], ["a", "b", "c"], ["\0", "b"], ["\ud800", "b"], ["a", ["b"]],
    ["yesterday", "b"], ["2017-09-13T10:00:00", "b"], ["0001-01-01T00:00:00+14:00", "b"],
    ["9999-12-31T23:59:59-14:00", "b"],
)  # fmt: skip


def _as_cursor(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode()


HOSTILE = ["x", "%%%", "é", "a" * 4_000, _as_cursor("[" * 3_000), *(_as_cursor(json.dumps(v)) for v in WRONG_VALUES)]


@pytest.mark.parametrize("cursor", HOSTILE)
def test_a_cursor_that_is_not_ours_is_refused(session, cursor: str) -> None:
    with pytest.raises(Invalid) as error:
        _page(cursor)
    assert set(error.value.fields) == {"cursor"}


def test_a_cursor_comes_back_as_it_was() -> None:
    values = [clock.now().isoformat(), "0" * 26]
    assert decode_cursor(encode_cursor(values), 2) == values
