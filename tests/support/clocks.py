"""A server whose clock the test sets: a file says how many seconds it is ahead."""

import os
import threading
import time
from datetime import timedelta
from pathlib import Path

from infocus.core import clock

CLOCK = "INFOCUS_TEST_CLOCK"
EVERY = 0.02


def follow(path: Path) -> None:
    """Keep this process's clock as far ahead as the file says, from now on; an empty or missing file leaves it."""
    _read(path)
    threading.Thread(target=_follow, args=(path,), daemon=True).start()


def follow_if_told() -> None:
    """Follow the file that the environment names."""
    if os.environ.get(CLOCK):
        follow(Path(os.environ[CLOCK]))


def _follow(path: Path) -> None:
    while True:
        time.sleep(EVERY)
        _read(path)


def _read(path: Path) -> None:
    try:
        clock.shift(timedelta(seconds=float(path.read_text())))
    except (OSError, ValueError):
        return
