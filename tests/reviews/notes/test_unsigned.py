"""Somebody with the whole database, its log lines and its queue looks for the writer of an unsigned note."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import text as sql

from infocus.core.db import db, unit_of_work
from infocus.core.ids import new_id
from infocus.reviews.notes.models import Note
from infocus.reviews.notes.services.writing import NoteValues, rewrite_note, write_note
from infocus.reviews.room import queries
from infocus.reviews.vocabulary import Mode, Seating
from tests.reviews.tables import Table, new_key
from tests.support.logs import all_told

FRIEND, HOST, EXPERT = Seating.FRIEND, Seating.HOST, Seating.EXPERT


def cells() -> set[tuple[str, str, str]]:
    """Every cell of the database: table, column, value."""
    db.session.rollback()
    return set(_cells())


def _cells() -> Iterator[tuple[str, str, str]]:
    for name in sorted(db.metadata.tables):
        for row in db.session.execute(sql(f"select * from {name}")).mappings():
            yield from ((name, column, str(value)) for column, value in row.items())


def marks(table: Table, who: str) -> list[str]:
    """What could lead to a person: their ids, name, address, partner."""
    person, actor = table.people[who], table.actor(who)
    partner = actor.partner_in(table.network.id)
    return [person.id, person.name, *([partner] if partner else [])]


def write(table: Table, who: str, signed: str, key: str | None = None, text: str = "The figures are made up.") -> Any:
    with unit_of_work():
        values = NoteValues(kind="concern", text=text, signed=signed)
        return write_note(table.actor(who), table.review_id, key or new_key(), values)


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("signed", ["anonymous", "city"])
def test_what_a_note_leaves_in_the_database_names_nobody(table: Table, mode: Mode, signed: str) -> None:
    table.start(mode)
    if mode is Mode.GUIDED:
        table.move(to="notes")
    before, key = cells(), new_key()
    with all_told() as told:
        write(table, FRIEND, signed, key)
    left = cells() - before
    known = [mark for mark in marks(table, FRIEND) if signed == "anonymous" or mark != marks(table, FRIEND)[-1]]
    assert left
    found = [(cell, mark) for cell in left for mark in [*known, key, "critical-friend"] if mark in cell[2]]
    assert found == []
    assert told == []
    assert {name for name, _column, _value in left} <= {"review_notes", "review_log", "review_rooms", "outbox"}
    if mode is Mode.GUIDED:
        assert {name for name, _column, _value in left} == {"review_notes"}
        assert not [value for _name, _column, value in left if _is_time(value)]


def test_when_notes_appear_their_writers_do_not(table: Table) -> None:
    table.start()
    table.move(to="notes")
    keys = [new_key() for _ in range(6)]
    for key, who in zip(keys, (FRIEND, HOST, EXPERT) * 2, strict=True):
        write(table, who, "anonymous", key)
    before = cells()
    table.move(to="cluster")
    left = cells() - before
    for who in (FRIEND, HOST, EXPERT):
        assert [cell for cell in left for mark in [*marks(table, who), *keys] if mark in cell[2]] == [], who
    entries = [entry for entry in queries.transcript(table.actor(EXPERT), table.review_id) if entry["kind"] == "note"]
    assert len(entries) == 6
    assert all(entry["author"] is None and entry["partner"] is None for entry in entries)
    assert len({entry["at"] for entry in entries}) <= 6
    assert not [key for key in keys if key in json.dumps(entries)]


def test_the_order_and_the_ids_of_notes_do_not_tell_when_they_were_written(table: Table) -> None:
    table.start()
    table.move(to="notes")
    for number in range(24):
        write(table, (FRIEND, HOST)[number % 2], "anonymous", text=f"Note {number:02d}")
    ids = [note.id for note in db.session.query(Note).order_by(Note.text)]
    now = new_id()
    assert ids != sorted(ids)
    assert not [each for each in ids if each[:6] == now[:6]]
    table.move(to="cluster")
    shown = [row.text or "" for row in table.log() if row.kind == "note"]
    assert sorted(shown) == [f"Note {number:02d}" for number in range(24)]
    assert shown != sorted(shown)
    if db.engine.dialect.name == "sqlite":
        stored = db.session.execute(sql("select text from review_notes order by rowid")).scalars().all()
        assert stored == shown


def test_a_name_that_is_taken_off_a_note_is_gone_from_it(table: Table) -> None:
    table.start()
    table.move(to="notes")
    key = new_key()
    before = cells()
    write(table, FRIEND, "name", key)
    assert [cell for cell in cells() - before if table.people[FRIEND].id in cell[2]]
    with unit_of_work():
        values = NoteValues(kind="concern", text="The figures are made up.", signed="anonymous")
        rewrite_note(table.actor(FRIEND), table.review_id, key, values)
    left = cells() - before
    assert not [cell for cell in left for mark in marks(table, FRIEND) if mark in cell[2]]
    assert not [value for _name, _column, value in left if _is_time(value)]


def _is_time(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
