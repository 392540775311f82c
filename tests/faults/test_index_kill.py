"""Killed at any moment of indexing, rebuilding or merging: what the index said it has it has, once, as it is now."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from flask import Flask

from infocus.app import create_app
from infocus.core import changes, schedule
from infocus.core.actor import Role
from infocus.core.db import db, unit_of_work
from infocus.engines.bound import engines
from infocus.engines.search.port import Query
from infocus.library.feed import Feed
from infocus.records.models import Visibility
from infocus.records.services import remove, save
from infocus.settings import Settings
from tests.library.shelf import Note, Shelf
from tests.support.house import ROOT
from tests.support.world import World

SEED, KILLS = 20260128, 30
TASKS = ("feed", "feed", "rebuild", "optimise")
MOST_MS = 250


@dataclass
class Truth:
    """What was committed: each note's one word, when it changed last, and whether it is there."""

    words: dict[str, str] = field(default_factory=dict)
    changed: dict[str, int] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    old_words: set[str] = field(default_factory=set)


class Library:
    """A real database and index, changed here and indexed by a process that is killed."""

    def __init__(self, folder: Path, search_url: str, stack: ExitStack) -> None:
        settings = Settings(instance=folder, search_url=search_url, secret_key="for tests only", log_level="error")
        self.app: Flask = create_app(settings)
        stack.enter_context(self.app.app_context())
        db.create_all()
        world = World(self.app)
        network = world.network()
        porto = world.partner(network)
        author = world.person(Role.OFFICER, porto)
        self.shelf = Shelf(world, network, porto, author, {"author": author})
        self.actor = self.shelf.actor("author")
        self.truth = Truth()
        self.rng = random.Random(SEED)
        paths = os.pathsep.join([str(ROOT), str(ROOT / "platform")])
        self.child = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.index_child", str(folder), search_url],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": paths},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        stack.callback(self.close)
        assert self._hear() == "ready"

    def close(self) -> None:
        self.child.kill()
        self.child.communicate()
        engines().search.close()
        db.engine.dispose()

    def _hear(self) -> str:
        assert self.child.stdout is not None
        return self.child.stdout.readline().strip()

    def change(self, times: int) -> None:
        """Make, rewrite and remove notes; each is committed on its own."""
        for _ in range(times):
            word = f"kw{self.rng.randrange(10**9):09d}"
            standing = sorted(self.truth.words.keys() - self.truth.gone)
            dice = self.rng.random()
            if dice < 0.5 or len(standing) < 5:
                note = self.shelf.note(f"Note {word}", Visibility.NETWORK, summary=f"It says {word}.")
                self.truth.words[note] = word
            else:
                note = self.rng.choice(standing)
                with unit_of_work():
                    row = db.session.get_one(Note, note)
                    self.truth.old_words.add(self.truth.words[note])
                    if dice < 0.8:
                        row.title, row.summary = f"Note {word}", f"It says {word}."
                        save(row)
                        self.truth.words[note] = word
                    else:
                        remove(row)
                        self.truth.gone.add(note)
            self.truth.changed[note] = changes.last_seq()
            db.session.rollback()

    def kill_while(self, task: str) -> None:
        """Have the child work, change things meanwhile, and kill it at some moment."""
        self.change(2)
        assert self.child.stdin is not None
        self.child.stdin.write(f"{task}\n")
        self.child.stdin.flush()
        pid = int(self._hear())
        end = time.monotonic() + self.rng.randrange(MOST_MS) / 1000
        while time.monotonic() < end:
            self.change(1)
        os.kill(pid, signal.SIGKILL)
        while _is_there(pid):  # its locks are free when it is gone, not before
            time.sleep(0.002)

    def wrong(self) -> list[str]:
        """What the index has otherwise than it says: asked by a process that just started, as after a restart."""
        index = engines().search
        index.close()
        cursor = index.cursor
        found = []
        for note, word in self.truth.words.items():
            if self.truth.changed[note] <= cursor:
                hits = [hit.record for hit in index.search(Query(text=word, audience=self.actor.keys)).hits]
                if hits != ([] if note in self.truth.gone else [note]):
                    found.append(f"{note} {word}: {hits}")
        return found

    def catch_up(self) -> None:
        """What the worker does after its restart."""
        feed = Feed()
        with schedule.hurry():
            while feed.step():
                db.session.rollback()
        feed.close()


def _is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture(params=["whoosh:///", "tantivy:///"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Library]:
    with ExitStack() as stack:
        yield Library(tmp_path, request.param, stack)


def test_thirty_kills_lose_nothing_double_nothing_and_leave_nothing_stale(library: Library) -> None:
    library.change(20)
    library.catch_up()
    begun = engines().search.cursor
    for number in range(KILLS):
        library.kill_while(TASKS[number % len(TASKS)])
        db.session.rollback()
        assert library.wrong() == [], f"after kill {number}"
    # Each had done a round of its own before its time began to run, on however slow a machine.
    assert engines().search.cursor >= begun + KILLS, "the killed ones did get on"
    library.catch_up()
    assert engines().search.cursor == changes.last_seq()
    assert library.wrong() == []
    standing = library.truth.words.keys() - library.truth.gone
    assert len(standing) > 20
    assert engines().search.verify(standing).agrees
    keys = library.actor.keys
    stale = [word for word in library.truth.old_words if engines().search.search(Query(text=word, audience=keys)).total]
    assert stale == []


def test_an_index_that_is_lost_and_whose_building_is_killed_again_and_again_is_whole_in_the_end(
    library: Library,
) -> None:
    library.change(60)
    for _ in range(6):
        library.kill_while("feed")
        library.change(2)
    library.catch_up()
    assert library.wrong() == []
    assert engines().search.verify(library.truth.words.keys() - library.truth.gone).agrees
