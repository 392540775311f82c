"""``infocus serve``: a light parent that keeps gunicorn (gevent) and one worker running and stops them gracefully.

It imports nothing of the application, so that it costs little memory and patches nothing.
"""

import ctypes
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from infocus.settings import Settings, load

ROOT = Path(__file__).resolve().parents[2]
GRACE_SECONDS = 10
LEAN = {"MALLOC_ARENA_MAX": "1", "MALLOC_MMAP_THRESHOLD_": "65536", "MALLOC_TRIM_THRESHOLD_": "131072"}
"""glibc then gives large blocks back at once; the 19 MB that checking a password takes would stay for good."""
_PR_SET_PDEATHSIG = 1


def gunicorn_command(settings: Settings) -> list[str]:
    """How the web processes are started."""
    options = {
        "chdir": str(ROOT),
        "worker-class": "gevent",
        "workers": str(settings.web_processes),
        "bind": f"{settings.host}:{settings.port}",
        "graceful-timeout": str(GRACE_SECONDS),
        "timeout": "60",
        "keep-alive": "15",
        "worker-connections": "2000",
        "limit-request-line": "8190",
        "log-level": "warning",
        "config": "python:infocus.serving_hooks",
    }
    flags = [f"--{name}={value}" for name, value in options.items()]
    return [sys.executable, "-m", "gunicorn", *flags, "--no-control-socket", "wsgi:app"]


def die_with_parent() -> None:
    """Have Linux end this process when its parent is killed, so that no orphan keeps the port or the index."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


class Keeper:
    """Starts the two children, restarts the worker when it dies, and ends with the web processes."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._stopping = False
        self._worker_started = 0.0
        self._instance = str(settings.instance.resolve())

    def run(self) -> int:
        """Serve until a signal; returns the exit status of the web server."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        web = self._start(gunicorn_command(self._settings))
        worker = self._start_worker()
        while web.poll() is None and not self._stopping:
            if worker.poll() is not None and time.monotonic() - self._worker_started > 2:
                worker = self._start_worker()
            time.sleep(0.2)
        for child in (web, worker):
            if child.poll() is None:
                child.terminate()
        return self._end(web) or self._end(worker) * 0

    def _start(self, command: list[str]) -> subprocess.Popen[bytes]:
        env = LEAN | os.environ | {"INFOCUS_INSTANCE": self._instance, "PYTHONUNBUFFERED": "1"}
        return subprocess.Popen(command, env=env)

    def _start_worker(self) -> subprocess.Popen[bytes]:
        self._worker_started = time.monotonic()
        return self._start([sys.executable, "-m", "infocus.cli", "worker"])

    def _stop(self, *_: Any) -> None:
        self._stopping = True

    def _end(self, child: subprocess.Popen[bytes]) -> int:
        try:
            return child.wait(GRACE_SECONDS + 5)
        except subprocess.TimeoutExpired:
            child.kill()
            return child.wait()


def main() -> int:
    """Read the settings and serve."""
    return Keeper(load()).run()


if __name__ == "__main__":
    sys.exit(main())
