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
STEP_SECONDS = 5.0
"""How long the end waits for a step in hand; a merge of the index takes longer, and may be cut off like any write."""


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
        """Work until told to stop by ``stop``, SIGTERM or SIGINT.

        The steps have a thread of their own: a file that takes minutes to read does not keep the index waiting.
        """
        signal.signal(signal.SIGTERM, self.stop)
        signal.signal(signal.SIGINT, self.stop)
        log.info("worker_started")
        stepping = threading.Thread(target=self._loop, args=(self._steps,), name="steps", daemon=True)
        stepping.start()
        self._loop(self._work)
        stepping.join(STEP_SECONDS)
        log.info("worker_stopped")

    def round(self) -> bool:
        """One piece of outbox work, one step of every feed, what is due; whether anything was done."""
        worked, stepped = self._work(), self._steps()
        return worked or stepped

    def drain(self, rounds: int = 100_000) -> None:
        """Work until nothing is due any more, without pauses (commands and tests)."""
        with schedule.hurry():
            for _ in range(rounds):
                if not self.round():
                    return

    def _loop(self, work: Step) -> None:
        while not self._stopping.is_set():
            if not work():
                self._stopping.wait(IDLE_SECONDS)

    def _work(self) -> bool:
        with self._app.app_context():
            busy = self._safely(lambda: outbox.run_one(log.warning))
            if time.monotonic() >= self._next_schedule:
                self._next_schedule = time.monotonic() + SCHEDULE_SECONDS
                self._safely(lambda: bool(schedule.run_due()))
            return busy

    def _steps(self) -> bool:
        with self._app.app_context():
            busy = [self._safely(step) for step in schedule.steps()]
            return any(busy)

    def _safely(self, step: Step) -> bool:
        try:
            return step()
        except Exception:
            db.session.rollback()
            log.exception("worker_step_failed")
            self._stopping.wait(1.0)
            return False
