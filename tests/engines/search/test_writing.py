"""Batches: replaced, deleted, durable, and rebuilt beside the live index."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from infocus.engines.search import Batch, SearchIndex, SearchUnavailable, State, open_index
from tests.engines.search.sample import ask, entry, fill, found

ROUNDS = 4
VITAL = {".seg", ".toc", ".store", ".idx", ".term", ".fast"}
"""Files without which an index of either engine cannot be read."""

CHILD = """
import sys
from pathlib import Path
from infocus.engines.search import open_index
from tests.engines.search.sample import entry, fill
index = open_index(sys.argv[1], Path(sys.argv[2]))
number = index.cursor
while True:
    number += 1
    fill(index, entry(f"r{number}", f"word{number} shared"), cursor=number)
    print(number, flush=True)
"""


def test_a_new_index_is_empty_and_missing(index: SearchIndex) -> None:
    assert (index.state, index.cursor, index.count()) == (State.MISSING, 0, 0)
    assert ask(index, "anything").total == 0


def test_an_upsert_replaces_all_entries_of_its_record(index: SearchIndex) -> None:
    fill(index, entry("a", "walnut", number=1), entry("a", "chestnut", number=2), entry("b", "hazel"))
    fill(index, entry("a", "beech"), cursor=2)
    assert found(index, "walnut") == found(index, "chestnut") == []
    assert found(index, "beech") == ["a"]
    assert (index.count(), index.cursor, index.state) == (2, 2, State.READY)


def test_a_delete_removes_the_record_and_unknown_ones_do_not_matter(index: SearchIndex) -> None:
    fill(index, entry("a", "walnut"), entry("b", "walnut"))
    index.apply(Batch(deletes=("a", "never-there"), cursor=5))
    assert found(index, "walnut") == ["b"]
    assert index.cursor == 5


def test_many_small_commits_keep_every_record_once(index: SearchIndex) -> None:
    for number in range(40):
        fill(index, entry(f"r{number % 25}", f"walnut version{number}"), cursor=number)
    result = ask(index, "walnut", limit=100)
    assert result.total == len(result.hits) == index.count() == 25
    assert found(index, "version39") == ["r14"]
    assert found(index, "version14") == []


def test_verify_names_what_is_missing_and_what_should_not_be_there(index: SearchIndex) -> None:
    fill(index, entry("a", "one"), entry("b", "two"))
    checked = index.verify(["b", "c"])
    assert (set(checked.missing), set(checked.unexpected), checked.agrees) == ({"c"}, {"a"}, False)
    assert index.verify(["a", "b"]).agrees


def test_a_rebuild_replaces_the_index_only_when_it_is_complete(index: SearchIndex) -> None:
    fill(index, entry("old", "walnut"), cursor=9)

    def batches():
        yield Batch((("new", (entry("new", "walnut"),)),), cursor=3)
        assert found(index, "walnut") == ["old"]
        yield Batch((("more", (entry("more", "walnut"),)),), cursor=4)

    index.rebuild(batches())
    assert set(found(index, "walnut")) == {"new", "more"}
    assert index.cursor == 4


def test_a_failed_rebuild_leaves_the_index_as_it_was(index: SearchIndex) -> None:
    fill(index, entry("old", "walnut"), cursor=9)

    def batches():
        yield Batch((("new", (entry("new", "walnut"),)),), cursor=3)
        raise RuntimeError("the database went away")

    with pytest.raises(RuntimeError):
        index.rebuild(batches())
    assert found(index, "walnut") == ["old"]
    index.reset()
    assert (index.count(), index.cursor, index.state) == (0, 0, State.READY)


def test_a_failed_batch_leaves_nothing_and_blocks_nobody(index: SearchIndex) -> None:
    fill(index, entry("old", "walnut"), cursor=1)
    broken = entry("new", "walnut", updated_at=None)
    with pytest.raises(AttributeError):
        fill(index, entry("fine", "walnut"), broken, cursor=2)
    assert (found(index, "walnut"), index.cursor) == (["old"], 1)
    fill(index, entry("fine", "walnut"), cursor=2)
    assert index.cursor == 2


def test_another_reader_sees_each_commit(url: str, tmp_path: Path, index: SearchIndex) -> None:
    reader = open_index(url, tmp_path)
    fill(index, entry("a", "walnut"))
    assert found(reader, "walnut") == ["a"]
    index.apply(Batch(deletes=("a",), cursor=2))
    assert found(reader, "walnut") == []
    index.rebuild([Batch((("b", (entry("b", "walnut"),)),), cursor=3)])
    assert found(reader, "walnut") == ["b"]


def test_a_killed_writer_loses_nothing_it_acknowledged(url: str, tmp_path: Path) -> None:
    acknowledged = 0
    for kill_after in range(1, ROUNDS + 1):
        acknowledged = max(acknowledged, _write_until_killed(url, tmp_path, kill_after))
        index = open_index(url, tmp_path)
        cursor = index.cursor
        assert cursor >= acknowledged
        assert index.verify(f"r{number}" for number in range(1, cursor + 1)).agrees
        index.close()
    assert acknowledged >= ROUNDS


def _write_until_killed(url: str, folder: Path, commits: int) -> int:
    """Let a child commit, kill it with SIGKILL in the midst of the next, and return the last it acknowledged."""
    paths = os.pathsep.join(["platform", "."])
    command = [sys.executable, "-W", "ignore", "-c", CHILD, url, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": paths}) as child:
        assert child.stdout is not None
        last = 0
        for _ in range(commits):
            last = int(child.stdout.readline())
        child.send_signal(signal.SIGKILL)
        rest = [int(line) for line in child.stdout.read().split()]
    return max([last, *rest])


def test_damage_is_noticed_and_a_rebuild_mends_it(url: str, tmp_path: Path) -> None:
    fill(open_index(url, tmp_path), entry("a", "walnut"))
    for path in tmp_path.rglob("*"):
        if path.suffix in VITAL or path.name == "meta.json":
            path.write_bytes(path.read_bytes()[:20])
    index = open_index(url, tmp_path)
    assert index.state is State.CORRUPT
    for use in (lambda: ask(index, "walnut"), lambda: index.cursor, index.count, lambda: index.apply(Batch(cursor=2))):
        with pytest.raises(SearchUnavailable):
            use()
    index.rebuild([Batch((("a", (entry("a", "walnut"),)),), cursor=3)])
    assert (index.state, found(index, "walnut")) == (State.READY, ["a"])


def test_damage_is_noticed_while_the_index_is_in_use(tmp_path: Path, index: SearchIndex) -> None:
    fill(index, entry("a", "walnut"))
    before = index.state
    for path in tmp_path.rglob("*"):
        if path.suffix in {".seg", ".store"}:
            path.unlink()
    assert (before, index.state) == (State.READY, State.CORRUPT)
