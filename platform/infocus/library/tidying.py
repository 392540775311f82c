"""Merging what many small commits left in the index: when it is quiet, and not often."""

import time
from dataclasses import replace
from pathlib import Path

import structlog

from infocus.engines.search.port import IndexBusy, SearchIndex, SearchUnavailable
from infocus.library.pace import Pace
from infocus.library.seat import read_facts, write_facts

log = structlog.get_logger()
EVERY = 3600.0
"""Seconds between two merges, unless the index has many segments."""
MANY = 24
LOOK = 60.0
"""Seconds between two looks at whether it is time."""


class Tidying:
    """Knows when it is time, and does it. A merge takes a minute for a hundred thousand passages; changes wait."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._looked_at = pace.clock()

    def is_due(self, folder: Path) -> bool:
        """Whether to look now; the look itself costs a little, so it is not taken at every round."""
        if not self._pace.is_quiet() or self._pace.clock() - self._looked_at < LOOK:
            return False
        self._looked_at = self._pace.clock()
        return True

    def run(self, index: SearchIndex, folder: Path) -> None:
        """Merge, unless it was done within the hour and the index has few segments."""
        facts = read_facts(folder)
        try:
            if abs(time.time() - facts.optimised_at) < EVERY and index.size().segments < MANY:
                return
            begun = time.monotonic()
            merged = index.optimise()
        except (IndexBusy, SearchUnavailable, OSError) as error:  # it can wait: nothing is lost
            log.warning("index_not_optimised", why=str(error))
            return
        write_facts(folder, replace(facts, optimised_at=time.time()))
        if merged:
            log.info("index_optimised", seconds=round(time.monotonic() - begun, 1))
