"""Off the record: heard by who is there, in no table, index, log line or queue; the log shows that there was a gap."""

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text as sql

from infocus.core.db import db, unit_of_work
from infocus.core.errors import NotAllowed, TooLarge
from infocus.reviews.room.errors import PhaseClosed
from infocus.reviews.room.services import off_record, phases, talk
from infocus.reviews.vocabulary import Kind, Mode, Seating
from tests.reviews.tables import Table, new_key
from tests.support.logs import all_told

CHAIR, FRIEND, HOST = Seating.FACILITATOR, Seating.FRIEND, Seating.HOST
SECRET = "The mayor knew of the quicksand"


def leave(table: Table, who: str = CHAIR, *, on: bool = True) -> int:
    with unit_of_work():
        return off_record.set_off_record(table.actor(who), table.review_id, new_key(), on=on).seq


def aside(table: Table, who: str, words: str = SECRET) -> None:
    off_record.say_aside(table.actor(who), table.review_id, words)


def everything(table: Table) -> str:
    """Every cell of every table, as text."""
    db.session.rollback()
    tables = sorted(db.metadata.tables)
    return "\n".join(str(row) for name in tables for row in db.session.execute(sql(f"select * from {name}")))


def test_what_would_be_kept_is_refused_and_goes_back_as_a_draft(table: Table) -> None:
    table.start(Mode.OPEN)
    with unit_of_work():
        seq = talk.say(table.actor(FRIEND), table.review_id, new_key(), "On the record.").seq
    leave(table)
    friend, chair = table.actor(FRIEND), table.actor(CHAIR)
    for attempt in (
        lambda: talk.say(friend, table.review_id, new_key(), "x"),
        lambda: talk.edit(friend, table.review_id, new_key(), seq, "x"),
        lambda: talk.react(friend, table.review_id, new_key(), seq, "👍", on=True),
        lambda: talk.spoken(chair, table.review_id, new_key(), friend.person, "x"),
    ):
        with pytest.raises(PhaseClosed), unit_of_work():
            attempt()
    with unit_of_work():
        talk.remove(friend, table.review_id, new_key(), seq)  # taking words away keeps nothing
    leave(table, on=False)
    with unit_of_work():
        talk.say(friend, table.review_id, new_key(), "Again.")
    assert [row.kind for row in table.log()][2:] == [Kind.OFF_RECORD, Kind.REMOVED, Kind.OFF_RECORD, Kind.MESSAGE]


def test_an_aside_leaves_nothing_behind(app: Flask, table: Table) -> None:
    table.start(Mode.OPEN)
    leave(table)
    before = everything(table)
    with all_told() as told:
        aside(table, FRIEND)
        with pytest.raises(PhaseClosed):
            talk.say(table.actor(FRIEND), table.review_id, new_key(), SECRET)
        db.session.rollback()
    assert everything(table) == before
    assert SECRET not in str(told)
    folder = Path(app.extensions["infocus.settings"].instance)
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert not [path for path in files if SECRET.encode() in path.read_bytes()]


def test_asides_are_for_who_could_say_it_on_the_record(table: Table) -> None:
    table.start()
    table.move(to="pitch")
    with pytest.raises(PhaseClosed):
        aside(table, HOST)  # on the record it is a message or nothing
    leave(table)
    aside(table, HOST)
    with pytest.raises(PhaseClosed):
        aside(table, FRIEND)
    with pytest.raises(NotAllowed):
        aside(table, Seating.OBSERVER)
    with pytest.raises(TooLarge):
        aside(table, HOST, "x" * 4_001)


def test_only_who_facilitates_leaves_the_record_and_twice_is_once(table: Table) -> None:
    table.start()
    with pytest.raises(NotAllowed):
        leave(table, FRIEND)
    assert leave(table, Seating.LEAD) == leave(table)
    assert len(table.log()) == 2


def test_a_review_that_ends_off_the_record_closes_the_gap(table: Table) -> None:
    table.start()
    leave(table)
    with unit_of_work():
        phases.finish(table.actor(CHAIR), table.review_id, new_key())
    assert [(row.kind, row.data.get("on")) for row in table.log()][1:3] == [("off_record", True), ("off_record", False)]
    assert not table.review.room.off_record
