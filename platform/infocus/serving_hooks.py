"""gunicorn's hooks: drain the live rooms before a worker stops, so that clients reconnect at once instead of waiting."""

import signal
from typing import Any


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
