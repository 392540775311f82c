"""gunicorn's hooks: end with the parent, and drain the live rooms before a worker stops."""

import gc
import signal
import sys
from typing import Any

from infocus.serving import die_with_parent

SWITCH = 0.001
"""Seconds after which a thread that computes (a search) has to let the event loop go on; Python's own 5 ms are felt."""


SELDOM = 20_000
"""New objects after which the youngest are looked through; Python's own 700 are reached by every few events."""


def _settle() -> None:
    """What was loaded at the start stays: the collector need not look at it again at every turn."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(SELDOM, 20, 20)


def on_starting(server: Any) -> None:
    """No orphan keeps the port when the parent is killed."""
    die_with_parent()


def post_worker_init(worker: Any) -> None:
    """Do what every process does at its start, and put a drain in front of the graceful stop.

    gunicorn itself would wait its whole grace time with sockets open.
    """
    sys.setswitchinterval(SWITCH)
    with worker.wsgi.app_context():
        for begin in worker.wsgi.extensions.get("infocus.begins", ()):
            begin()
    _settle()
    ordinary = signal.getsignal(signal.SIGTERM)

    def drain(number: int, frame: Any) -> None:
        extensions = worker.wsgi.extensions
        extensions["infocus.draining"] = True
        extensions["infocus.engines"].realtime.drain()
        if callable(ordinary):
            ordinary(number, frame)

    signal.signal(signal.SIGTERM, drain)
