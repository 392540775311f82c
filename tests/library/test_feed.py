"""The index follows the change log: in order, twice is once, killed anywhere it goes on, and it mends itself."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from flask import current_app

from infocus.core import changes, schedule
from infocus.core.db import db, unit_of_work
from infocus.engines.bound import engines
from infocus.engines.search.port import Batch
from infocus.library import batches as batching
from infocus.library.batches import next_batch
from infocus.library.feed import Feed
from infocus.library.queries import search
from infocus.library.shapes import SearchForm
from infocus.records.entries import sources
from infocus.records.models import Visibility
from infocus.records.services import remove
from tests.library.shelf import Note


def _total(shelf, text=""):
    return search(shelf.actor("author"), SearchForm(text=text)).total


def test_a_round_applied_twice_changes_nothing(shelf, work):
    note = shelf.note(summary="About a lighthouse.")
    work()
    cursor = engines().search.cursor
    again = next_batch(0)
    assert [record for record, _ in again.upserts] == [note]
    engines().search.apply(again)
    assert (engines().search.cursor, engines().search.count()) == (cursor, 1)


def test_the_newest_state_wins_whatever_the_log_says_in_between(shelf, work):
    note = shelf.note()
    for visibility in (Visibility.PARTNER, Visibility.PUBLIC, Visibility.PARTNER):
        shelf.show_to(note, visibility)
    batch = next_batch(0)
    assert len(batch.upserts) == 1
    assert batch.upserts[0][1][0].audience == {
        f"author:{shelf.network.id}:{shelf.author.id}",
        f"partner:{shelf.partner.id}",
    }
    assert batch.cursor == changes.last_seq() == 4


def test_batches_are_bounded_and_follow_each_other(shelf, work, monkeypatch):
    monkeypatch.setattr(batching, "CHANGES", 2)
    for number in range(5):
        shelf.note(f"Note {number}")
    work()
    assert _total(shelf) == 5
    assert engines().search.cursor == changes.last_seq()


def test_one_record_that_cannot_be_built_does_not_stop_the_others(shelf, work, monkeypatch):
    bad, good = shelf.note("Bad"), shelf.note("Good")
    source = sources()["note"]

    def build(subject):
        if subject == bad:
            raise ZeroDivisionError
        return source.build(subject)

    broken = sources() | {"note": replace(source, build=build)}
    monkeypatch.setattr(batching, "sources", lambda: broken)
    work()
    assert [item.hit.record for item in search(shelf.actor("author"), SearchForm()).items] == [good]


def test_a_damaged_index_is_built_anew_by_the_worker(shelf, work):
    shelf.note(summary="About a lighthouse.")
    work()
    folder = Path(current_app.instance_path) / "search"
    engines().search.close()
    for path in folder.rglob("*.seg"):
        path.write_bytes(b"rubbish")
    engines().search.close()
    page = shelf.world.client(shelf.author).get("/library?q=lighthouse")
    assert page.status_code == 200
    assert "The search index is being repaired" in page.text
    work()
    assert _total(shelf, "lighthouse") == 1


def test_an_index_that_is_ahead_of_the_database_is_of_another_one(shelf, work):
    shelf.note()
    work()
    engines().search.apply(Batch(cursor=900))
    shelf.note()
    work()
    assert engines().search.cursor == changes.last_seq()
    assert _total(shelf) == 2


def test_a_walk_goes_on_over_rounds_and_withholds_what_was_ever_narrowed(shelf, work, monkeypatch):
    monkeypatch.setattr(batching, "ENTRIES", 1)
    first, *_ = [shelf.note(f"Note {number}", Visibility.PUBLIC) for number in range(3)]
    shelf.show_to(first, Visibility.PARTNER)
    walk = Feed()
    with schedule.hurry():
        assert walk.step()
        assert engines().search.cursor == 0
        assert search(shelf.actor("neighbour"), SearchForm(text="Note 0")).items == ()
        while walk.step():
            db.session.rollback()
    assert engines().search.cursor == changes.last_seq()
    assert _total(shelf) == 3


def test_a_walk_that_was_cut_off_leaves_nothing_behind_that_is_gone_by_now(shelf, work, monkeypatch):
    monkeypatch.setattr(batching, "ENTRIES", 1)
    notes = [shelf.note(f"Note {number}") for number in range(3)]
    cut_off = Feed()
    assert cut_off.step()
    assert engines().search.count() == 1
    cut_off.close()
    with unit_of_work():
        remove(db.session.get_one(Note, notes[0]))
    work()
    assert engines().search.verify(notes[1:]).agrees


def test_rebuild_and_verify_by_command(shelf, work, app):
    note = shelf.note()
    work()
    run = app.test_cli_runner()
    assert "1 records" in run.invoke(args=["search", "verify"]).output
    engines().search.apply(Batch(deletes=(note,), cursor=engines().search.cursor))
    missing = run.invoke(args=["search", "verify"])
    assert (missing.exit_code, f"missing: note {note}" in missing.output) == (1, True)
    assert run.invoke(args=["search", "rebuild"]).exit_code == 0
    assert run.invoke(args=["search", "verify"]).exit_code == 0


_KILLED = """
import os, pathlib, signal
from infocus.app import create_app
from infocus.settings import Settings
from infocus.engines.search.whoosh_index import writer
from tests.library import shelf
folder = pathlib.Path({instance!r})
app = create_app(Settings(instance=folder, database_url={database_url!r}, secret_key="for tests only"))
real = writer.SegmentWriter.commit
def commit(self, *args, **more):
    if {after}:
        real(self, *args, **more)
    os.kill(os.getpid(), signal.SIGKILL)
writer.SegmentWriter.commit = commit
from infocus.library.feed import Feed
with app.app_context():
    Feed().step()
"""


@pytest.mark.parametrize("after", [False, True], ids=["before-commit", "after-commit"])
def test_a_feed_killed_around_its_commit_goes_on_where_it_was(shelf, work, app, after):
    shelf.note("First")
    work()
    shelf.note("Second", summary="About a lighthouse.")
    settings = app.extensions["infocus.settings"]
    code = _KILLED.format(instance=str(settings.instance), database_url=settings.database_url, after=after)
    command = [sys.executable, "-W", "ignore", "-c", code]
    died = subprocess.run(command, capture_output=True, text=True, check=False, env=_env())
    assert died.returncode == -signal.SIGKILL, died.stderr
    work()
    assert _total(shelf) == 2
    assert _total(shelf, "lighthouse") == 1
    assert engines().search.cursor == changes.last_seq()


def _env():
    root = Path(__file__).resolve().parents[2]
    return os.environ | {"PYTHONPATH": os.pathsep.join([str(root), str(root / "platform")])}


def test_readiness_waits_for_the_first_time_and_is_patient_afterwards(shelf, work, app, client):
    app.extensions.pop("infocus.library.caught_up", None)
    shelf.add(shelf.note(), b"Some words.", "one.txt")
    checks = json.loads(client.get("/readyz").data)["checks"]
    assert checks["files"] == "1 still to read"
    assert checks["index"].startswith("being built")
    work()
    answer = client.get("/readyz")
    assert (answer.json["checks"]["files"], answer.json["checks"]["index"]) == ("ok", "ok")
    shelf.add(shelf.note(), b"Other words.", "two.txt")
    checks = client.get("/readyz").json["checks"]
    assert (checks["files"], checks["index"]) == ("ok", "ok"), "an upload does not take the server out of service"
