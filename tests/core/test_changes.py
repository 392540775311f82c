"""The change log: every change once, numbered in the order of the commits."""

import threading
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from infocus.core import changes
from infocus.core.changes import Change, ChangeCounter
from infocus.core.db import db, unit_of_work


def _note(*subjects: str, **more: bool) -> None:
    with unit_of_work():
        for subject in subjects:
            changes.changed("note", subject, **more)


def _fail_after(act: Callable[[], object]) -> None:
    act()
    raise ZeroDivisionError


def _log() -> list[tuple[int, str]]:
    db.session.rollback()
    return [(row.seq or 0, row.subject) for row in changes.since(0)]


def test_changes_are_numbered_without_gaps(session) -> None:
    _note("a", "b")
    _note("c")
    assert _log() == [(1, "a"), (2, "b"), (3, "c")] or sorted(_log()) == [(1, "b"), (2, "a"), (3, "c")]
    assert [row.subject for row in changes.since(2)] == ["c"]
    assert changes.last_seq() == 3


def test_what_was_rolled_back_takes_no_number(session) -> None:
    _note("a")
    with pytest.raises(ZeroDivisionError), unit_of_work():
        _fail_after(lambda: changes.changed("note", "lost"))
    _note("b")
    assert _log() == [(1, "a"), (2, "b")]


def test_narrowed_things_are_known_until_a_consumer_has_read_them(session) -> None:
    _note("a", narrowed=True)
    _note("b")
    assert changes.narrowed_since(0) == {"a"}
    assert changes.narrowed_since(1) == frozenset()


@pytest.mark.parametrize("first", [True, False], ids=["the very first", "later"])
def test_numbers_follow_the_commits_of_two_who_write_at_once(app: Flask, session, first: bool) -> None:
    if not first:
        _note("before")
    started, may_commit = threading.Event(), threading.Event()

    def slow() -> None:
        with app.app_context(), unit_of_work():
            changes.changed("note", "slow")
            db.session.flush()
            started.set()
            may_commit.wait(0.5 if db.engine.dialect.name == "sqlite" else 120)

    thread = threading.Thread(target=slow)
    thread.start()
    assert started.wait(120)
    _note("quick")  # on SQLite it waits for the other; on PostgreSQL it overtakes it
    may_commit.set()
    thread.join(120)
    order = [subject for _seq, subject in _log()]
    quick_first = db.engine.dialect.name == "postgresql"
    assert order[-2:] == (["quick", "slow"] if quick_first else ["slow", "quick"])
    assert [seq for seq, _subject in _log()] == list(range(1, len(order) + 1))


def test_many_who_write_at_once_lose_and_double_nothing(app: Flask, session) -> None:
    barrier = threading.Barrier(4, timeout=120)
    errors: list[Exception] = []

    def write(name: str) -> None:
        with app.app_context():
            barrier.wait()
            try:
                for number in range(5):
                    _note(f"{name}{number}")
            except SQLAlchemyError as error:
                errors.append(error)

    writers = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(120)
    assert errors == []
    assert [seq for seq, _subject in _log()] == list(range(1, 21))
    assert len({subject for _seq, subject in _log()}) == 20
    assert db.session.query(Change).filter(Change.seq.is_(None)).count() == 0
    assert db.session.query(ChangeCounter).count() == 1
