"""When the feed writes: soon, but several changes at a time; slower while writing fails; never in a hurry to tidy."""

import time
from collections.abc import Callable

from infocus.core import schedule

LEAST, MOST = 1.0, 5.0
"""Seconds between two batches: four times as long as the last one took, within these."""
_SHARE = 4
LONGEST_WAIT = 60.0
"""Seconds between two tries while writing fails; they begin with one and double."""
QUIET = 300.0
"""Seconds without a change until the index is tidied."""

Clock = Callable[[], float]


class Pace:
    """One feed's sense of time. ``clock`` gives seconds that only grow; ``hurried`` whether somebody waits."""

    def __init__(self, clock: Clock = time.monotonic, hurried: Callable[[], bool] = schedule.hurried) -> None:
        self.clock = clock
        self._hurried = hurried
        self._due_at = self._busy_at = clock()
        self._failures = 0

    def is_due(self, *, backlog: bool) -> bool:
        """Whether what waits should be written now. A backlog goes on without a pause; a failure waits in any case."""
        self._busy_at = self.clock()
        if self._hurried():
            return True
        return self.clock() >= self._due_at or (backlog and not self._failures)

    def wrote(self, seconds: float) -> None:
        """A batch was written and took so long."""
        self._failures = 0
        self._due_at = self.clock() + min(MOST, max(LEAST, _SHARE * seconds))

    def failed(self) -> None:
        """A batch could not be written."""
        self._due_at = self.clock() + min(LONGEST_WAIT, LEAST * 2**self._failures)
        self._failures += 1

    def is_quiet(self) -> bool:
        """Whether nothing has changed for a good while, and nobody waits for an end."""
        return not self._hurried() and self.clock() - self._busy_at >= QUIET
