"""Who feeds the index of this host, and what the other processes are told of it.

Two files in the instance folder: a lock that one process holds while it has something to write, and a few facts.
"""

import fcntl
import os
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from infocus.library import in_place

_LOCK = "index-feed.lock"
_FACTS = "index-feed.json"
_TEXT = 200


class FeedState(StrEnum):
    """How writing goes: as it should, or the reason it does not."""

    WELL = "well"
    BUSY = "busy"
    FULL = "full"
    FAILING = "failing"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedFacts:
    """What the feeding process says. ``done`` of ``total`` things are looked at while the index is built anew, else 0.

    ``reason`` is the system's own sentence; ``optimised_at`` is in seconds since 1970, 0 for never; ``purged`` is the
    id of the change up to which deleted words are gone from the index's files.
    """

    state: FeedState = FeedState.WELL
    reason: str = ""
    done: int = 0
    total: int = 0
    optimised_at: float = 0.0
    purged: str = ""


class Seat:
    """The place of the one that feeds: free, ours, or another process's. A killed holder leaves it free."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _LOCK
        self._handle: int | None = None

    def take(self) -> bool:
        """Whether it is ours now."""
        if self._handle is not None:
            return True
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(handle)
            return False
        self._handle = handle
        return True

    def leave(self) -> None:
        """Give it up."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def read_facts(folder: Path) -> FeedFacts:
    """What was said last; the usual when nobody said anything yet."""
    try:
        found = in_place.read(folder / _FACTS)
        return FeedFacts(**{**found, "state": FeedState(found["state"])})
    except (ValueError, TypeError, KeyError):
        return FeedFacts()


def write_facts(folder: Path, facts: FeedFacts) -> None:
    """Say it."""
    in_place.write(folder / _FACTS, {**asdict(facts), "reason": facts.reason[:_TEXT]})
