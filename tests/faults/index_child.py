"""A process that loads the product once and then, at each line it reads, does index work in a fork that can be killed.

Run as ``python -m tests.faults.index_child INSTANCE SEARCH_URL``; the database is SQLite in the instance folder. It
answers each line (``feed``, ``rebuild``, ``optimise``) with the fork's id as soon as that has done one round.
"""

import os
import sys
from pathlib import Path

from flask import Flask

from infocus.app import create_app
from infocus.core import schedule
from infocus.core.db import db
from infocus.engines.bound import engines
from infocus.engines.search.language import passage_language
from infocus.library import batches
from infocus.library.batches import Walk
from infocus.library.feed import Feed
from infocus.settings import Settings
from tests.library import shelf


def work(app: Flask, task: str) -> None:
    """Do it again and again until killed."""
    with app.app_context(), schedule.hurry():
        index, feed = engines().search, Feed()
        feed.step()
        print(os.getpid(), flush=True)
        while True:
            if task == "rebuild":
                index.rebuild(Walk().to_this_moment())
            elif task == "optimise":
                feed.step()
                index.optimise()
            feed.step()
            db.session.rollback()


def main() -> None:
    """Fork at each line, and bury the fork when it is dead."""
    assert shelf.Note.KIND
    passage_language("Loaded before the forks, so that each of them is at work at once.")
    batches.ENTRIES = 4  # many small batches: many moments to be killed at
    batches.CHANGES = 4
    instance, search_url = Path(sys.argv[1]), sys.argv[2]
    app = create_app(Settings(instance=instance, search_url=search_url, secret_key="for tests only", log_level="error"))
    print("ready", flush=True)
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            work(app, line.strip())
        _, status = os.waitpid(pid, 0)
        if not os.WIFSIGNALED(status):  # it failed by itself: whoever waits for its word shall not wait for ever
            sys.exit(1)


if __name__ == "__main__":
    main()
