"""The worker: runs what the outbox holds, feeds the search index of this host, and does what is due."""

import signal
import threading
import time

import structlog
from flask import Flask

from infocus.core import outbox, schedule
from infocus.core.db import db
from infocus.core.schedule import Step

log = structlog.get_logger()
IDLE_SECONDS = 0.3
SCHEDULE_SECONDS = 20.0


class Worker:
    """One worker process; ``stop`` lets the piece of work in hand be finished."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._stopping = threading.Event()
        self._next_schedule = 0.0

    def stop(self, *_: object) -> None:
        """Ask the loop to end after the present piece of work."""
        self._stopping.set()

    def run(self) -> None:
        """Work until told to stop by ``stop``, SIGTERM or SIGINT."""
        signal.signal(signal.SIGTERM, self.stop)
        signal.signal(signal.SIGINT, self.stop)
        log.info("worker_started")
        while not self._stopping.is_set():
            if not self.round():
                self._stopping.wait(IDLE_SECONDS)
        log.info("worker_stopped")

    def round(self) -> bool:
        """One piece of outbox work, one step of every feed, what is due; whether anything was done."""
        with self._app.app_context():
            steps: list[Step] = [lambda: outbox.run_one(log.warning), *schedule.steps()]
            busy = [self._safely(step) for step in steps]
            if time.monotonic() >= self._next_schedule:
                self._next_schedule = time.monotonic() + SCHEDULE_SECONDS
                self._safely(lambda: bool(schedule.run_due()))
            return any(busy)

    def drain(self, rounds: int = 100_000) -> None:
        """Work until nothing is due any more (commands and tests)."""
        for _ in range(rounds):
            if not self.round():
                return

    def _safely(self, step: Step) -> bool:
        try:
            return step()
        except Exception:
            db.session.rollback()
            log.exception("worker_step_failed")
            self._stopping.wait(1.0)
            return False
