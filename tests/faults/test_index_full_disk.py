"""No room for the index: the site goes on, says so, and catches up when there is room again."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from infocus.app import create_app
from infocus.core import changes, schedule
from infocus.core.actor import ANONYMOUS, Role
from infocus.core.db import db
from infocus.engines.bound import engines
from infocus.library.feed import Feed, feed_facts
from infocus.library.queries import search
from infocus.library.seat import FeedState
from infocus.library.shapes import SearchForm
from infocus.records.models import Visibility
from infocus.settings import Settings
from tests.library.shelf import Shelf
from tests.support.house import ROOT
from tests.support.logs import all_told
from tests.support.world import World

MEGABYTES = 4


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of a few megabytes; skips where mounting is not permitted."""
    folder = tmp_path / "small"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "tmpfs", str(folder)]
    if os.geteuid() or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("needs the right to mount a file system; the test with a limit on files stands in for it")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextmanager
def _library(settings: Settings) -> Iterator[Shelf]:
    """A library of one author, with its application context."""
    app = create_app(settings)
    with app.app_context():
        db.create_all()
        world = World(app)
        network = world.network()
        porto = world.partner(network)
        author = world.person(Role.OFFICER, porto)
        yield Shelf(world, network, porto, author, {"author": author})
        engines().search.close()
        db.engine.dispose()


@pytest.fixture(params=["whoosh", "tantivy"])
def shelf(small_disk: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Shelf]:
    """A library whose index is on the small disk."""
    address = f"{request.param}://{small_disk}/index"
    settings = Settings(instance=tmp_path / "own", search_url=address, secret_key="t")
    with _library(settings) as found:
        yield found


def _total(shelf: Shelf, text: str) -> int:
    return search(shelf.actor("author"), SearchForm(text=text)).total


def _feed_all(feed: Feed) -> None:
    with schedule.hurry():
        while feed.step():
            db.session.rollback()


def _fill(folder: Path) -> Path:
    """Leave no room on the disk."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for size in (1 << 16, 1 << 12, 1):
            try:
                while file.write(b"x" * size):
                    pass
            except OSError:
                continue
    return ballast


def test_on_a_full_disk_the_site_goes_on_says_so_and_catches_up(shelf: Shelf, small_disk: Path) -> None:
    shelf.note(summary="About a lighthouse.", visibility=Visibility.PUBLIC)
    feed = Feed()
    _feed_all(feed)
    ballast = _fill(small_disk)
    for number in range(12):
        shelf.note(f"Note {number}", summary="About a windmill.", visibility=Visibility.PUBLIC)
    with all_told() as told:
        for _ in range(3):
            _feed_all(feed)
    assert [(line["event"], line["state"]) for line in told] == [("index_writing", "full")], "told once"
    assert feed_facts().state == FeedState.FULL
    client = shelf.world.app.test_client()
    ready = client.get("/readyz")
    assert ready.status_code == 200, "searches still answer"
    assert ready.get_json()["status"] == "degraded"
    assert ready.get_json()["checks"]["index"] == "disk full, 12 changes behind"
    assert "infocus_search_index_behind 12.0" in client.get("/metrics").text
    assert 'infocus_search_writing{state="full"} 1.0' in client.get("/metrics").text
    assert (_total(shelf, "lighthouse"), _total(shelf, "windmill")) == (1, 0)
    assert client.get("/library?q=lighthouse").status_code == 200

    ballast.unlink()
    _feed_all(feed)
    assert engines().search.cursor == changes.last_seq()
    assert (_total(shelf, "lighthouse"), _total(shelf, "windmill")) == (1, 12)
    assert client.get("/readyz").get_json()["checks"]["index"] == "ok"
    assert feed_facts().state == FeedState.WELL


def test_what_was_narrowed_is_withheld_though_the_index_cannot_hear_of_it(shelf: Shelf, small_disk: Path) -> None:
    note = shelf.note(summary="About a lighthouse.", visibility=Visibility.PUBLIC)
    feed = Feed()
    _feed_all(feed)
    _fill(small_disk)
    shelf.show_to(note, Visibility.PARTNER)
    _feed_all(feed)
    assert changes.last_seq() > engines().search.cursor
    assert search(ANONYMOUS, SearchForm(text="lighthouse")).total == 0
    assert _total(shelf, "lighthouse") == 0, "nobody is shown it until the index knows for whom it is"


def test_a_rebuild_without_room_leaves_the_index_in_use_as_it_is(shelf: Shelf, small_disk: Path) -> None:
    shelf.note(summary="About a lighthouse.")
    _feed_all(Feed())
    ballast = _fill(small_disk)
    run = shelf.world.app.test_cli_runner()
    failed = run.invoke(args=["search", "rebuild"])
    assert (failed.exit_code, "No space left" in failed.output) == (1, True), failed.output
    assert _total(shelf, "lighthouse") == 1
    ballast.unlink()
    assert run.invoke(args=["search", "rebuild"]).exit_code == 0
    assert _total(shelf, "lighthouse") == 1


_LIMITED = """
import resource
from pathlib import Path
from infocus.app import create_app
from infocus.core import schedule
from infocus.settings import Settings
from infocus.library.feed import Feed, feed_facts
from tests.library import shelf
app = create_app(Settings(instance=Path({instance!r}), secret_key="t", log_level="error"))
with app.app_context(), schedule.hurry():
    resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))
    stepped = Feed().step()
    print(stepped, feed_facts().state.value, feed_facts().reason)
"""


def test_files_that_may_not_grow_are_a_full_disk(tmp_path: Path) -> None:
    """Needs no right to mount: the system refuses to let a file of the index grow."""
    with _library(Settings(instance=tmp_path / "own", secret_key="t")) as shelf:
        shelf.note(summary="About a lighthouse.")
        _feed_all(Feed())
        for number in range(40):
            shelf.note(f"Note {number}", summary=" ".join(f"word{number}x{each}" for each in range(100)))
        code = _LIMITED.format(instance=str(tmp_path / "own"), most=8192)
        paths = os.pathsep.join([str(ROOT), str(ROOT / "platform")])
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", code],
            env=os.environ | {"PYTHONPATH": paths},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stdout.strip() == "False full File too large", done.stderr
        assert _total(shelf, "lighthouse") == 1
        answer = shelf.world.app.test_client().get("/readyz")
        assert (answer.status_code, answer.get_json()["checks"]["index"]) == (200, "disk full, 40 changes behind")
        _feed_all(Feed())
        assert engines().search.cursor == changes.last_seq()
