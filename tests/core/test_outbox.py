"""Work that must not be lost: done once, tried again, seen when it fails."""

import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from infocus.core import clock, outbox
from infocus.core.db import db, unit_of_work
from infocus.core.outbox import LEASE, MAX_ATTEMPTS, Hopeless, OutboxRow

KIND = "tests.work"


@pytest.fixture
def done(session) -> Iterator[list[str]]:
    """What was done; a payload's ``fails`` names how it goes wrong."""
    calls: list[str] = []

    def handle(payload: dict[str, str]) -> None:
        calls.append(payload["name"])
        if payload.get("fails"):
            raise Hopeless("in vain") if payload["fails"] == "hopeless" else ValueError("not now")

    outbox.job(KIND)(handle)
    yield calls
    vars(outbox)["_handlers"].pop(KIND)


def _give(name: str, key: str | None = None, **payload: str) -> None:
    with unit_of_work():
        outbox.enqueue(KIND, {"name": name} | payload, key=key)


def _row() -> OutboxRow:
    db.session.rollback()
    return db.session.query(OutboxRow).one()


def test_work_is_done_once_in_order_and_gone(done) -> None:
    for name in ("a", "b"):
        _give(name)
        clock.shift(timedelta(seconds=1))
    while outbox.run_one():
        pass
    assert done == ["a", "b"]
    assert outbox.backlog() == {}


def test_work_of_one_key_waits_once(done) -> None:
    for _ in range(3):
        _give("a", key="k")
    assert outbox.backlog() == {"waiting": 1}
    outbox.run_one()
    _give("a", key="k")
    assert outbox.backlog() == {"waiting": 1}


def test_what_fails_is_tried_again_later_and_later_and_then_shown(done) -> None:
    _give("a", fails="yes", key="k")
    waits = []
    for attempt in range(1, MAX_ATTEMPTS + 1):
        assert outbox.run_one()
        row = _row()
        assert (row.attempts, row.lease, row.error) == (attempt, None, "ValueError: not now")
        if row.state == "waiting":
            waits.append((row.run_after - clock.now()).total_seconds())
            assert not outbox.run_one()
            clock.shift(row.run_after - clock.now() + timedelta(days=attempt))
    assert waits == sorted(waits)
    assert (_row().state, _row().key) == ("failed", None)
    assert not outbox.run_one()
    with unit_of_work():
        assert outbox.retry_failed() == 1
    assert outbox.run_one()


def test_hopeless_work_is_shown_at_once(done) -> None:
    _give("a", fails="hopeless")
    outbox.run_one()
    assert (_row().state, _row().error) == ("failed", "Hopeless: in vain")


def test_the_lease_of_a_killed_worker_runs_out(done) -> None:
    _give("a")
    assert outbox.lease_next() is not None
    assert outbox.lease_next() is None
    clock.shift(LEASE + timedelta(seconds=1))
    assert outbox.run_one()
    assert done == ["a"]


def test_a_worker_that_lost_its_lease_takes_nothing_from_the_other(done) -> None:
    _give("a")
    first = outbox.lease_next()
    clock.shift(LEASE + timedelta(seconds=1))
    second = outbox.lease_next()
    assert first is not None
    assert second is not None
    outbox._put_back(first, ValueError("late"))
    assert (_row().lease, _row().error) == (second.lease, None)


def test_work_that_kills_its_worker_each_time_ends_as_failed(done) -> None:
    _give("poison")
    for turn in range(MAX_ATTEMPTS):
        assert outbox.lease_next() is not None
        clock.shift((LEASE + timedelta(seconds=1)) * (turn + 1))
    assert outbox.lease_next() is None
    assert _row().state == "failed"
    assert "worker ended" in (_row().error or "")


def test_two_workers_share_the_work(app: Flask, done) -> None:
    for number in range(12):
        _give(str(number))

    def work() -> None:
        with app.app_context():
            while outbox.run_one():
                pass

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(120)
    assert sorted(done, key=int) == [str(number) for number in range(12)]
    assert outbox.backlog() == {}


def test_two_who_give_the_same_work_at_once_give_it_once(app: Flask, done) -> None:
    barrier = threading.Barrier(2, timeout=120)
    errors: list[Exception] = []

    def give() -> None:
        with app.app_context():
            barrier.wait()
            try:
                _give("a", key="k")
            except SQLAlchemyError as error:
                errors.append(error)

    givers = [threading.Thread(target=give) for _ in range(2)]
    for giver in givers:
        giver.start()
    for giver in givers:
        giver.join(120)
    assert errors == []
    assert outbox.backlog() == {"waiting": 1}
