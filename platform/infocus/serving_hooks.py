"""gunicorn's hooks: end with the parent, and drain the live rooms before a worker stops."""

import signal
from typing import Any

from infocus.serving import die_with_parent


def on_starting(server: Any) -> None:
    """No orphan keeps the port when the parent is killed."""
    die_with_parent()


def post_worker_init(worker: Any) -> None:
    """Put a drain in front of the graceful stop: gunicorn itself would wait its whole grace time with sockets open."""
    ordinary = signal.getsignal(signal.SIGTERM)

    def drain(number: int, frame: Any) -> None:
        extensions = worker.wsgi.extensions
        extensions["infocus.draining"] = True
        extensions["infocus.engines"].realtime.drain()
        if callable(ordinary):
            ordinary(number, frame)

    signal.signal(signal.SIGTERM, drain)
