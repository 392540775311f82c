"""What is due every so often is done once, however many workers there are."""

import threading
from datetime import timedelta

import pytest
from flask import Flask

from infocus.core import clock, schedule


@pytest.fixture
def runs(session, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What ran; the product's own tasks are put aside."""
    found: list[str] = []
    monkeypatch.setattr(schedule, "_tasks", {})

    @schedule.periodic("tests.hourly", timedelta(hours=1))
    def hourly() -> None:
        found.append("hourly")

    return found


def test_a_task_runs_when_it_is_due(runs: list[str]) -> None:
    for shift, times in ((0, 1), (59, 1), (61, 2), (119, 2), (122, 3)):
        clock.shift(timedelta(minutes=shift))
        schedule.run_due()
        assert len(runs) == times, shift


def test_a_task_that_fails_holds_up_no_other(runs: list[str]) -> None:
    @schedule.periodic("tests.broken", timedelta(hours=1))
    def broken() -> None:
        raise ZeroDivisionError

    @schedule.periodic("tests.third", timedelta(hours=1))
    def third() -> None:
        runs.append("third")

    schedule.run_due()
    assert runs == ["hourly", "third"]


def test_several_workers_run_it_once(app: Flask, runs: list[str]) -> None:
    for turn in range(2):
        clock.shift(timedelta(hours=2 * turn))
        barrier = threading.Barrier(4, timeout=120)

        def work(gate: threading.Barrier = barrier) -> None:
            with app.app_context():
                gate.wait()
                schedule.run_due()

        workers = [threading.Thread(target=work) for _ in range(4)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join(120)
        assert len(runs) == turn + 1
