"""Empty a demo installation: rows, files, index. Nothing else may call this, and the command asks for the marker."""

import time

from sqlalchemy import delete

from infocus.core.changes import ChangeCounter
from infocus.core.db import Base, db, unit_of_work
from infocus.engines.bound import engines
from infocus.engines.search.port import IndexBusy
from infocus.library.orphans import kept_keys

KEPT = {ChangeCounter.__tablename__}
"""Change numbers go on: an index elsewhere then sees that it is behind."""
TRIES = 40


def wipe() -> None:
    """Delete every row and every file a row speaks of, and start the index anew.

    Raises:
        IndexBusy: another process kept writing to the index.
    """
    with unit_of_work():
        keys = list(kept_keys())
        for table in reversed(Base.metadata.sorted_tables):
            if table.name not in KEPT:
                db.session.execute(delete(table))
    for key in keys:
        engines().storage.delete(key)
    _reset_index()


def _reset_index() -> None:
    for left in reversed(range(TRIES)):
        try:
            engines().search.reset()
        except IndexBusy:
            if not left:
                raise
            time.sleep(0.25)
        else:
            return
