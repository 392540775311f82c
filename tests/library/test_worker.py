"""The worker feeds the index while a long piece of work runs."""

import signal
import time
from contextvars import Context

import pytest

from infocus.core import changes, outbox
from infocus.core.db import db, unit_of_work
from infocus.engines.bound import engines
from infocus.worker import Worker

PATIENCE = 300.0
seen: list[bool] = []
workers: list[Worker] = []


@outbox.job("test.long")
def _long(_payload) -> None:
    """Runs until the index has every change: for ever, if the index waited for its end."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and engines().search.cursor < changes.last_seq():
        db.session.rollback()
        time.sleep(0.05)
    seen.append(engines().search.cursor == changes.last_seq())
    workers[-1].stop()


@pytest.fixture
def signals():
    """The worker takes the signals that end it; afterwards they are the test run's again."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def test_the_index_does_not_wait_for_a_long_piece_of_work(shelf, app, signals):
    with unit_of_work():
        outbox.enqueue("test.long", {})
    shelf.note(summary="About a lighthouse.")
    workers.append(Worker(app))
    Context().run(workers[-1].run)
    app.extensions["infocus.feed"].close()
    assert seen.pop() is True
    assert engines().search.count() == 1
