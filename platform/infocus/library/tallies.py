"""How many hits the verifier of rights looked at, and how many were wrong: in this process, and in this host's worker.

The worker has no address for metrics, so it keeps its tally in a file that the web processes read.
"""

import threading
from dataclasses import asdict, dataclass
from pathlib import Path

from infocus.library import in_place

_FILE = "index-check.json"
_lock = threading.Lock()


@dataclass(slots=True)
class Tally:
    """Hits compared, and those that were shown against the rights."""

    checked: int = 0
    leaks: int = 0

    def add(self, checked: int, leaks: int) -> None:
        """Count some more."""
        with _lock:
            self.checked += checked
            self.leaks += leaks


here = Tally()
"""Of the searches that this process answered."""


def count_in_worker(folder: Path, checked: int, leaks: int) -> None:
    """Add what the worker's own round found."""
    found = _of_worker(folder)
    found.add(checked, leaks)
    in_place.write(folder / _FILE, asdict(found))


def tallies(folder: Path) -> dict[str, Tally]:
    """Both, by where they come from."""
    return {"search": here, "worker": _of_worker(folder)}


def _of_worker(folder: Path) -> Tally:
    told = in_place.read(folder / _FILE)
    return Tally(int(told.get("checked", 0)), int(told.get("leaks", 0)))
