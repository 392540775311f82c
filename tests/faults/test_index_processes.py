"""Several processes and one index: one writes, the others read, and nobody sees a gap."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from infocus.app import create_app
from infocus.core import changes
from infocus.core.actor import Role
from infocus.core.db import db
from infocus.engines.bound import engines
from infocus.engines.search.port import Batch
from infocus.library.feed import feed_facts
from infocus.library.queries import search
from infocus.library.shapes import SearchForm
from infocus.records.entries import record_ids
from infocus.settings import Settings
from tests.library.shelf import Shelf
from tests.support.house import ROOT
from tests.support.world import World

NOTES = 120
LONG = 250
"""More notes, so that an interruption comes before the end."""
_COMMAND = """
import signal, sys
from tests.library import shelf
from infocus.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)  # a test run in the background may not hear it otherwise
main(sys.argv[1:])
"""
_READER = """
import pathlib, sys, time
from infocus.app import create_app
from infocus.engines.bound import engines
from infocus.engines.search.port import Batch
from infocus.engines.search.port import Query
from infocus.records.entries import record_ids
from infocus.settings import Settings
app = create_app(Settings(instance=pathlib.Path(sys.argv[1]), secret_key="t"))
index, audience = app.extensions["infocus.engines"].search, frozenset(sys.argv[2:])
least, asked = 10**6, 0
print("reading", flush=True)
while asked < 20 or not (pathlib.Path(sys.argv[1]) / "enough").exists():
    least, asked = min(least, index.search(Query(text="lighthouse", audience=audience)).total), asked + 1
    time.sleep(0.005)
print(least, asked, flush=True)
"""


@dataclass
class House:
    """An installation in a folder, and processes of it that end with the test."""

    instance: Path
    shelf: Shelf
    stack: ExitStack

    def start(self, *command: str, log: str = "") -> subprocess.Popen[str]:
        """A process of this installation; what it says goes to a file of that name."""
        paths = os.pathsep.join([str(ROOT), str(ROOT / "platform")])
        more = {"INFOCUS_INSTANCE": str(self.instance), "INFOCUS_SECRET_KEY": "t", "PYTHONPATH": paths}
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("INFOCUS_")}
        output = self.stack.enter_context((self.instance / log).open("w")) if log else subprocess.PIPE
        process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-c", *command],
            cwd=ROOT,
            env=inherited | more,
            stdout=output,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.stack.callback(_end, process)
        return process

    def said(self, log: str) -> list[dict[str, object]]:
        """The events of a log so far."""
        lines = (self.instance / log).read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines if line.startswith("{") and line.endswith("}")]

    def is_current(self) -> bool:
        """Whether the index has every change."""
        db.session.rollback()
        return changes.last_seq() == engines().search.cursor


def _end(process: subprocess.Popen[str]) -> None:
    if process.poll() is None:
        process.kill()
    process.wait()
    if process.stdout is not None:
        process.stdout.close()


def eventually(what: Callable[[], object], seconds: float = 300.0) -> bool:
    """Whether it becomes true in time."""
    deadline = time.monotonic() + seconds
    while not what() and time.monotonic() < deadline:
        time.sleep(0.02)
    return bool(what())


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    app = create_app(Settings(instance=tmp_path, secret_key="t", log_level="error"))
    with app.app_context(), ExitStack() as stack:
        db.create_all()
        world = World(app)
        network = world.network()
        porto = world.partner(network)
        author = world.person(Role.OFFICER, porto)
        shelf = Shelf(world, network, porto, author, {"author": author})
        for number in range(NOTES):
            shelf.note(f"Note {number}", summary=f"About lighthouse number{number}.")
        yield House(tmp_path, shelf, stack)
        engines().search.close()
        db.engine.dispose()


def _total(house: House, text: str) -> int:
    db.session.rollback()
    return search(house.shelf.actor("author"), SearchForm(text=text)).total


def test_two_workers_build_a_missing_index_once_and_the_other_takes_over_when_one_is_killed(house: House) -> None:
    logs = ("one.log", "two.log")
    workers = [house.start(_COMMAND, "worker", log=log) for log in logs]
    totals = set()

    def done() -> bool:
        totals.add(feed_facts().total)
        return house.is_current()

    assert eventually(done)
    assert totals <= {0, NOTES}
    walks = [[line for line in house.said(log) if line["event"] == "index_rebuilding"] for log in logs]
    assert sorted(map(len, walks)) == [0, 1], "one of them, once"
    assert _total(house, "lighthouse") == NOTES
    builder = 0 if walks[0] else 1
    workers[builder].kill()
    workers[builder].wait()
    house.shelf.note("One more", summary="About a windmill.")
    assert eventually(lambda: _total(house, "windmill") == 1)
    workers[1 - builder].terminate()
    assert workers[1 - builder].wait(300) == 0
    assert not [line for log in logs for line in house.said(log) if line.get("level") == "error"]


def test_a_rebuild_beside_a_worker_leaves_no_gap_for_who_is_searching(house: House) -> None:
    house.start(_COMMAND, "worker", log="worker.log")
    assert eventually(house.is_current)
    reader = house.start(_READER, str(house.instance), *house.shelf.actor("author").keys)
    assert reader.stdout is not None
    assert reader.stdout.readline() == "reading\n"
    rebuild = house.start(_COMMAND, "search", "rebuild")
    while rebuild.poll() is None:
        house.shelf.note("Another", summary="About another lighthouse.")
        time.sleep(0.05)
    told, _ = rebuild.communicate()
    assert rebuild.returncode == 0, told
    assert "things looked at" in told
    assert " a second" in told
    (house.instance / "enough").touch()
    least, _asked = reader.communicate(timeout=300)[0].split()
    assert int(least) >= NOTES
    assert eventually(house.is_current)
    assert engines().search.verify(record_ids("note")).agrees


def interrupted(house: House, folder: Path, end: signal.Signals) -> tuple[set[Path], str, int]:
    """A rebuild ended in its midst: what was in the folder before, what it said, how many were too quick before it."""
    for quick in range(20):
        house.shelf.note("Later", summary="About lighthouse later.")
        before = set(folder.iterdir())
        rebuild = house.start(_COMMAND, "search", "rebuild")
        while rebuild.poll() is None and not set(folder.iterdir()) - before:
            time.sleep(0.001)
        rebuild.send_signal(end)
        told, _ = rebuild.communicate(timeout=300)
        if rebuild.returncode:
            return before, told, quick
        engines().search.close()
    raise AssertionError("every rebuild was over before it could be interrupted")


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_a_rebuild_that_is_interrupted_harms_nothing(house: House, end: signal.Signals) -> None:
    run = house.shelf.world.app.test_cli_runner()
    assert run.invoke(args=["search", "rebuild"]).exit_code == 0
    for number in range(LONG):
        house.shelf.note(f"Filler {number}", summary="So that it takes a while.")
    folder = house.instance / "search"
    before, told, quick = interrupted(house, folder, end)
    if end == signal.SIGINT:
        assert "stopped; the index in use was left as it is" in told
    assert _total(house, "lighthouse") == NOTES + quick
    engines().search.close()
    fresh = create_app(Settings(instance=house.instance, secret_key="t", log_level="error"))
    fresh.extensions["infocus.engines"].search.apply(Batch(cursor=engines().search.cursor))
    assert set(folder.iterdir()) == before, "what it left is gone with the next start"
    assert run.invoke(args=["search", "rebuild"]).exit_code == 0
    assert _total(house, "lighthouse") == NOTES + quick + 1


def test_status_and_optimise_say_how_the_index_is(house: House) -> None:
    runner = house.shelf.world.app.test_cli_runner()
    before = runner.invoke(args=["search", "status"])
    assert (before.exit_code, f"behind: {NOTES} changes" in before.output) == (0, True), before.output
    assert runner.invoke(args=["search", "rebuild"]).exit_code == 0
    done = runner.invoke(args=["search", "optimise"])
    assert done.exit_code == 0, done.output
    told = dict(line.split(": ", 1) for line in runner.invoke(args=["search", "status"]).output.splitlines())
    assert (told["engine"], told["state"], told["records"]) == ("whoosh:///", "ready", str(NOTES))
    assert (told["behind"], told["cursor"]) == ("0 changes", str(NOTES))
    assert told["last optimised"].startswith("20")
