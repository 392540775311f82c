"""Deleted for good: the words leave the files of the index too, not only its answers.

An index marks a replaced entry as deleted and keeps its words until the file is rewritten, which may be weeks. After
something was erased the files are rewritten as soon as the change is applied.
"""

from dataclasses import replace
from pathlib import Path

import structlog

from infocus.core import changes
from infocus.core.db import db
from infocus.engines.search.port import IndexBusy, SearchIndex, SearchUnavailable
from infocus.library.batches import Walk
from infocus.library.seat import read_facts, write_facts

log = structlog.get_logger()


class Purging:
    """Knows whether something was erased since this host's index was last rewritten."""

    def __init__(self) -> None:
        self._looked_at = -1

    def is_due(self, folder: Path, last: int) -> bool:
        """Whether there is something to do when the index has applied everything up to ``last``."""
        if self._looked_at == last:
            return False
        if changes.last_erased() not in {"", read_facts(folder).purged}:
            return True
        self._looked_at = last
        return False

    def run(self, index: SearchIndex, folder: Path) -> None:
        """Rewrite; what cannot be done now is due again at the next look."""
        wanted = changes.last_erased()
        try:
            if not index.purge():
                index.rebuild(Walk().to_this_moment())
        except (IndexBusy, SearchUnavailable, OSError) as error:
            log.warning("index_not_purged", why=str(error))
            return
        db.session.rollback()
        write_facts(folder, replace(read_facts(folder), purged=wanted))
        log.info("index_purged", up_to=wanted)
