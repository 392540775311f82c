"""One unit of work commits everything or nothing, and effects follow it."""

from collections.abc import Callable

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm.exc import StaleDataError

from infocus.core import outbox
from infocus.core.db import after_commit, db, unit_of_work
from infocus.core.errors import Conflict
from infocus.core.outbox import OutboxRow


def _add() -> None:
    db.session.add(OutboxRow(kind="tests.nothing", payload={}))
    db.session.flush()


def _add_in_a_unit() -> None:
    with unit_of_work():
        _add()


def _fail_after(*acts: Callable[[], object], error: type[Exception] = ZeroDivisionError) -> None:
    for act in acts:
        act()
    raise error


def _count() -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(OutboxRow)) or 0


def test_what_fails_leaves_nothing_and_no_effects(session) -> None:
    effects: list[str] = []
    with pytest.raises(ZeroDivisionError), unit_of_work():
        _fail_after(_add, lambda: after_commit(lambda: effects.append("sent")))
    assert (_count(), effects) == (0, [])


def test_effects_follow_the_commit_in_order(session) -> None:
    seen: list[int] = []
    with unit_of_work():
        _add()
        after_commit(lambda: seen.append(_count()))
        assert seen == []
    assert seen == [1]


def test_a_nested_unit_is_part_of_the_outer_one(session) -> None:
    with pytest.raises(ZeroDivisionError), unit_of_work():
        _fail_after(_add_in_a_unit)
    assert _count() == 0


def test_an_effect_that_fails_takes_nothing_back_and_holds_up_no_other(session) -> None:
    seen: list[str] = []

    def break_down() -> None:
        raise ZeroDivisionError

    with unit_of_work():
        _add()
        after_commit(break_down)
        after_commit(lambda: seen.append("second"))
    assert (_count(), seen) == (1, ["second"])


def test_an_effect_may_write_again(session) -> None:
    def more() -> None:
        with unit_of_work():
            _add()

    with unit_of_work():
        _add()
        after_commit(more)
    assert _count() == 2


def test_effects_need_a_unit_of_work(session) -> None:
    with pytest.raises(RuntimeError):
        after_commit(lambda: None)


def test_a_lost_race_is_a_conflict(session) -> None:
    with pytest.raises(Conflict), unit_of_work():
        _fail_after(_add, error=StaleDataError)
    assert _count() == 0


def test_work_without_a_handler_is_refused_when_it_is_given(session) -> None:
    with pytest.raises(KeyError), unit_of_work():
        outbox.enqueue("tests.unheard-of", {})
