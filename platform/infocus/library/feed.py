"""Keeps the search index of this host in step with the change log.

Changes are written in batches, every 1 to 5 seconds. An index that is missing or damaged is built anew from the
records, in batches too; until that walk is done its cursor stays 0, and whatever was ever narrowed is left out of
results. One process of a host writes at a time. What cannot be written (a full disk) waits and is tried again.
"""

import errno
import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import structlog
from flask import current_app

from infocus.core import changes, schedule
from infocus.core.db import db
from infocus.engines.bound import engines
from infocus.engines.search.port import Batch, IndexBusy, SearchIndex, SearchUnavailable, State
from infocus.library.batches import Walk, next_batch
from infocus.library.pace import Pace
from infocus.library.purging import Purging
from infocus.library.seat import FeedFacts, FeedState, Seat, read_facts, write_facts
from infocus.library.tidying import Tidying

log = structlog.get_logger()
BACKLOG = 50
"""So many changes go on without a pause in between."""
LOOK = 60.0
"""Seconds between two looks at whether the files of the index are whole."""
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class Feed:
    """One process's feed; keeps a walk that is under way between two rounds."""

    def __init__(self, pace: Pace | None = None) -> None:
        self._pace = pace or Pace()
        self._folder = Path(current_app.instance_path)
        self._seat = Seat(self._folder)
        self._tidying = Tidying(self._pace)
        self._purging = Purging()
        self._walk: Walk | None = None
        self._batches: Iterator[Batch] = iter(())
        self._waiting: Batch | None = None
        self._damaged, self._look_at = False, -math.inf

    def step(self) -> bool:
        """Apply one batch; ``False`` when there is none, it is not due yet, or it cannot be written now."""
        db.session.rollback()
        index = engines().search
        last, cursor = changes.last_seq(), 0 if self._is_damaged(index) else _cursor(index)
        if cursor == last:
            self._finish(index, last)
            return False
        walking = not cursor or cursor > last
        if not self._pace.is_due(backlog=walking or last - cursor >= BACKLOG) or not self._seat.take():
            return False
        wrote = self._write(index)
        if not wrote or self._walk is None:
            self._seat.leave()
        return wrote

    def close(self) -> None:
        """Give up what is under way, so that another process may begin."""
        self._walk = self._waiting = None
        self._seat.leave()

    def _is_damaged(self, index: SearchIndex) -> bool:
        """Whether the files on disk are whole: looked at when the process starts, and now and then."""
        if not self._damaged and self._pace.clock() >= self._look_at:
            self._look_at = self._pace.clock() + LOOK
            self._damaged = index.state == State.CORRUPT
        return self._damaged

    def _write(self, index: SearchIndex) -> bool:
        """Write the next batch; how it went is told to the other processes, and once to the log."""
        begun = self._pace.clock()
        try:
            self._waiting = self._waiting_or_next(index)
            if self._waiting is None:
                return False
            index.apply(self._waiting)
        except IndexBusy as error:
            return self._could_not(FeedState.BUSY, str(error))
        except SearchUnavailable as error:
            return self._start_over(index, str(error))
        except OSError as error:
            return self._could_not(*_trouble(error))
        self._waiting = None
        self._pace.wrote(self._pace.clock() - begun)
        self._tell(FeedState.WELL)
        return True

    def _waiting_or_next(self, index: SearchIndex) -> Batch | None:
        """The batch that could not be written before, if it still fits, else the next one."""
        if self._damaged:
            raise SearchUnavailable("files of the index are missing or cut short")
        last, cursor = changes.last_seq(), index.cursor
        if cursor > last:  # the database is another one, or an older copy
            log.warning("index_ahead_rebuilding", cursor=cursor, last=last)
            index.reset()
            self._walk, cursor = None, 0
        if cursor or not last:
            self._walk = None
            return next_batch(cursor) if cursor < last else None
        if self._walk is None:
            self._walk = Walk(over=index)
            log.warning("index_rebuilding", state=index.state.value, records=index.count(), things=self._walk.total)
            self._batches = self._walk.batches()
        elif self._waiting is not None:
            return self._waiting
        batch = next(self._batches, None)
        if batch is None:  # another process set the index back when the walk had ended: the next round begins anew
            self._walk = None
        return batch

    def _start_over(self, index: SearchIndex, why: str) -> bool:
        """Put an empty index in the place of one that cannot be read."""
        log.warning("index_damaged_rebuilding", why=why)
        self._walk = self._waiting = None
        try:
            index.close()
            index.reset()
            self._damaged = False
        except IndexBusy as error:
            return self._could_not(FeedState.BUSY, str(error))
        except OSError as error:
            return self._could_not(*_trouble(error))
        return True

    def _could_not(self, state: FeedState, reason: str) -> bool:
        self._pace.failed()
        self._tell(state, reason)
        return False

    def _finish(self, index: SearchIndex, last: int) -> None:
        """Nothing to write: let others have the place, and use the quiet."""
        self._walk = self._waiting = None
        if self._purging.is_due(self._folder, last) and self._seat.take():
            self._purging.run(index, self._folder)
        if self._tidying.is_due(self._folder) and self._seat.take():
            self._tidying.run(index, self._folder)
        self._seat.leave()

    def _tell(self, state: FeedState, reason: str = "") -> None:
        before = read_facts(self._folder)
        done, total = (self._walk.done, self._walk.total) if self._walk else (0, 0)
        facts = replace(before, state=state, reason=reason, done=done, total=total)
        if facts != before:
            write_facts(self._folder, facts)
        if state != before.state:
            note = log.info if state == FeedState.WELL else log.warning
            note("index_writing", state=state.value, reason=reason, before=before.state.value)


def _trouble(error: OSError) -> tuple[FeedState, str]:
    return FeedState.FULL if error.errno in _FULL else FeedState.FAILING, error.strerror or str(error)


def feed_facts() -> FeedFacts:
    """What the feeding process of this host last said."""
    return read_facts(Path(current_app.instance_path))


def _cursor(index: SearchIndex) -> int:
    """The index's place; 0 when it is damaged, which the writing finds out anew."""
    try:
        return index.cursor
    except SearchUnavailable:
        return 0


@schedule.step
def feed() -> bool:
    """The worker's step."""
    found: Feed | None = current_app.extensions.get("infocus.feed")
    if found is None:
        found = current_app.extensions["infocus.feed"] = Feed()
    return found.step()
