"""What a search shows is compared with the rights as the database has them: a leak is dropped, counted and told."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from flask import current_app
from sqlalchemy import event

from infocus.comments.services import add_comment
from infocus.core import changes, clock
from infocus.core.actor import ANONYMOUS
from infocus.core.db import db, unit_of_work
from infocus.engines.bound import engines
from infocus.engines.search.port import Batch, Query
from infocus.library.inspection import inspect_rights
from infocus.library.tallies import here, tallies
from infocus.library.verifier import check, leaks, verified
from infocus.records.entries import sources
from infocus.records.models import Visibility
from infocus.records.services import remove
from tests.library.shelf import Note
from tests.support.logs import all_told

WIDE = frozenset({"public", "all"})


def _found(actor, text="lighthouse"):
    return engines().search.search(Query(text=text, audience=actor.keys, limit=100))


def _spread(note):
    """Write an entry with a wider audience than the record's into the index, as a mistake would."""
    entries = tuple(replace(entry, audience=entry.audience | WIDE) for entry in sources()["note"].build(note) or ())
    engines().search.apply(Batch(((note, entries),), (), engines().search.cursor))


@pytest.fixture
def leaky(shelf, work):
    """A partner's note that the index shows to everybody, long after its last change; and an honest one."""
    shelf.note("Open", Visibility.PUBLIC, summary="About a lighthouse.")
    note = shelf.note("Secret", Visibility.PARTNER, summary="About a lighthouse.")
    work()
    _spread(note)
    clock.shift(timedelta(minutes=5))
    return note


def test_a_leaked_hit_is_dropped_counted_and_told_by_its_id(leaky, client):
    result = _found(ANONYMOUS)
    assert result.total == 2
    assert check(ANONYMOUS, result.hits) == (leaky,)
    before = here.leaks
    with all_told() as told:
        page = verified(ANONYMOUS, result)
    assert [hit.title_text for hit in page.hits] == ["Open"]
    assert page.total == 1
    assert here.leaks == before + 1
    assert told == [{"event": "search_leak", "log_level": "error", "records": (leaky,), "person": None}]
    assert f'infocus_search_leaks_total{{where="search"}} {here.leaks}.0' in client.get("/metrics").text


def test_who_may_read_it_is_shown_it(leaky, shelf):
    author = shelf.actor("author")
    result = _found(author)
    assert check(author, result.hits) == ()
    assert verified(author, result) == result


def test_how_many_hits_there_are_makes_no_difference_to_the_number_of_queries(shelf, work):
    for number in range(20):
        shelf.note(f"Note {number}", Visibility.PUBLIC, summary="About a lighthouse.")
    work()
    seen = []

    def note(_connection, _cursor, statement, *_rest):
        seen.append(statement)

    hits = _found(ANONYMOUS).hits
    event.listen(db.engine, "before_cursor_execute", note)
    counts = []
    for some in (hits[:2], hits):
        seen.clear()
        assert check(ANONYMOUS, some) == ()
        counts.append(len([each for each in seen if each.startswith("SELECT")]))
    event.remove(db.engine, "before_cursor_execute", note)
    assert counts == [1, 1]


def test_a_change_on_its_way_takes_the_hit_off_the_page_but_is_no_leak(shelf, work):
    note = shelf.note(visibility=Visibility.PUBLIC, summary="About a lighthouse.")
    work()
    result = _found(ANONYMOUS)
    shelf.show_to(note, Visibility.PARTNER)
    with all_told() as told:
        assert verified(ANONYMOUS, result).hits == ()
    assert told == []
    assert leaks(ANONYMOUS, (note,)) == ()


def test_comments_are_checked_by_their_record_and_their_own_standing(shelf, work):
    note = shelf.note(visibility=Visibility.PUBLIC)
    with unit_of_work():
        comment = add_comment(shelf.actor("author"), db.session.get_one(Note, note), "See the lighthouse.").id
    work()
    neighbour = shelf.actor("neighbour")
    hits = _found(neighbour).hits
    assert [hit.record for hit in hits] == [comment]
    assert check(neighbour, hits) == ()
    assert check(ANONYMOUS, hits) == (comment,), "a comment is never wider than the network"
    shelf.show_to(note, Visibility.PARTNER)
    assert check(neighbour, hits) == (comment,)
    with unit_of_work():
        remove(db.session.get_one(Note, note))
    assert check(shelf.actor("author"), hits) == (comment,)


def test_the_share_of_searches_that_are_checked_is_a_setting(leaky, app, monkeypatch):
    result = _found(ANONYMOUS)
    settings = app.extensions["infocus.settings"]
    monkeypatch.setitem(app.extensions, "infocus.settings", replace(settings, search_check=0.0))
    assert verified(ANONYMOUS, result) == result
    assert settings.search_check == 1.0, "tests look at every search"


def test_the_worker_finds_a_leak_by_itself_and_mends_it(leaky, shelf, work):
    folder = Path(current_app.instance_path)
    before = tallies(folder)["worker"]
    with all_told() as told:
        inspect_rights()
    after = tallies(folder)["worker"]
    assert after.checked > before.checked
    assert after.leaks > before.leaks
    assert {line["records"] for line in told if line["event"] == "search_leak"} == {(leaky,)}
    assert leaky in changes.narrowed_since(engines().search.cursor), "withheld at once"
    work()
    assert [hit.title_text for hit in _found(ANONYMOUS).hits] == ["Open"]
    assert _found(shelf.actor("author")).total == 2


def test_the_worker_finds_a_passage_that_is_narrower_than_its_record(shelf, work, monkeypatch):
    note = shelf.note(visibility=Visibility.PUBLIC, summary="About a lighthouse.")
    work()
    clock.shift(timedelta(minutes=5))
    source = sources()["note"]

    def narrower(subject):
        return [replace(entry, audience=frozenset({"experts:x"})) for entry in source.build(subject) or ()]

    monkeypatch.setattr(
        "infocus.library.inspection.sources", lambda: sources() | {"note": replace(source, build=narrower)}
    )
    with all_told() as told:
        inspect_rights()
    assert note in {record for line in told if line["event"] == "search_leak" for record in line["records"]}


def test_the_page_drops_a_leaked_hit_and_the_metrics_rise(leaky, client):
    before = here.leaks
    with all_told() as told:
        page = client.get("/library?q=lighthouse")
    assert "Open" in page.text
    assert "Secret" not in page.text
    assert here.leaks == before + 1
    assert [line["records"] for line in told if line["event"] == "search_leak"] == [(leaky,)]
    metrics = client.get("/metrics").text
    assert f'infocus_search_leaks_total{{where="search"}} {here.leaks}.0' in metrics
    assert 'infocus_search_seconds_count{kind="page"}' in metrics


def test_an_honest_index_raises_no_alarm(shelf, work):
    for visibility in (Visibility.PARTNER, Visibility.NETWORK, Visibility.ALL, Visibility.PUBLIC):
        shelf.note(visibility=visibility, summary="About a lighthouse.")
    work()
    clock.shift(timedelta(minutes=5))
    with all_told() as told:
        inspect_rights()
    assert [line for line in told if line["event"] == "search_leak"] == []
