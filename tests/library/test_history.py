"""One's own last searches: kept for their person alone, without a write in the search, gone when it is asked for."""

import json
from contextvars import Context
from datetime import timedelta

import gevent
import pytest
from gevent import monkey
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from infocus.accounts.models import Account
from infocus.accounts.services import deactivate
from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.ids import new_id
from infocus.engines.search.port import Note as Told
from infocus.library import history
from infocus.library.history import note_search, recent, write_waiting
from infocus.library.saved.jobs import read_search
from infocus.library.searched import services
from infocus.library.searched.jobs import forget_old
from infocus.library.searched.models import MissedSearch, PastSearch


@pytest.fixture(autouse=True)
def nothing_waits(app):
    """Each test begins with an empty buffer and leaves one."""
    app.extensions.pop("infocus.searches", None)
    yield
    app.extensions.pop("infocus.searches", None)


def note(shelf, who, search, total=3, notes=()):
    note_search(shelf.actor(who), read_search(search), total, notes)


def past(shelf, who):
    db.session.rollback()
    mine = db.session.query(PastSearch).filter_by(person_id=shelf.people[who].id)
    return [(row.words, row.total) for row in mine.order_by(PastSearch.at.desc())]


def page(shelf, who):
    return shelf.world.client(shelf.people[who]).get("/library/history")


def test_a_search_is_on_the_page_with_its_results_and_a_link(shelf):
    note(shelf, "neighbour", "q=<b>shared</b>  workshops&partner=porto", 12)
    text = page(shelf, "neighbour").text
    assert "&lt;b&gt;shared&lt;/b&gt; workshops" in text
    assert "12 results" in text
    assert ">Porto<" in text
    assert "/library?q=%3Cb%3Eshared%3C%2Fb%3E+workshops&amp;partner=porto" in text
    assert "No searches yet" in page(shelf, "lead").text


def test_noting_a_search_asks_the_database_nothing(app, shelf):
    seen = []
    actor = shelf.actor("neighbour")

    def count(*_args):
        seen.append(1)

    event.listen(db.engine, "before_cursor_execute", count)
    for number in range(50):
        note_search(actor, read_search(f"q=words {number}"), 0)
    assert [each.words for each in recent(actor, "words 4", 3)] == ["words 49", "words 48", "words 47"]
    event.remove(db.engine, "before_cursor_execute", count)
    assert len(seen) == 1  # the completions look at what is written down; noting looks at nothing
    assert past(shelf, "neighbour") == []


def test_the_same_search_within_ten_minutes_is_one_row(shelf):
    note(shelf, "neighbour", "q=workshop", 3)
    note(shelf, "neighbour", "q= workshop ", 4)
    write_waiting()
    assert past(shelf, "neighbour") == [("workshop", 4)]
    clock.shift(timedelta(minutes=9))
    note(shelf, "neighbour", "q=workshop", 5)
    note(shelf, "neighbour", "q=workshop&type=plan", 1)
    write_waiting()
    assert sorted(past(shelf, "neighbour")) == [("workshop", 1), ("workshop", 5)]
    clock.shift(timedelta(minutes=20))
    note(shelf, "neighbour", "q=workshop", 6)
    write_waiting()
    assert len(past(shelf, "neighbour")) == 3


@pytest.mark.parametrize("search", ["", "q=", "q=%20", "type=plan", "q=workshop&cursor=WyIyMCJd", "q=%00",
                                    "q=x&" + "&".join(f"partner={'y' * 90}{n}" for n in range(30))])  # fmt: skip
def test_what_is_no_search_with_words_at_its_first_page_is_not_kept(shelf, search):
    note(shelf, "neighbour", search, 0)
    write_waiting()
    assert past(shelf, "neighbour") == []


def test_visitors_and_programs_leave_nothing(shelf):
    note_search(shelf.world.actor(shelf.people["lead"]).__class__(), read_search("q=workshop"), 0)
    actor = shelf.actor("lead")
    program = type(actor)(person_id=actor.person_id, memberships=actor.memberships, scopes=frozenset({"read"}))
    note_search(program, read_search("q=workshop"), 0)
    write_waiting()
    assert (past(shelf, "lead"), db.session.query(MissedSearch).count()) == ([], 0)


@pytest.mark.parametrize(
    "words", ["x" * 10_000, "😀" * 300, "ﷺ" * 400, "İ" * 119, "a\x00b", "%_\\'", "\u202eabc", "e\u0301" * 300]
)
def test_any_words_are_kept_or_passed_over(shelf, words):
    form = read_search("q=x")
    note_search(shelf.actor("neighbour"), type(form)(text=words), 0)
    note_search(shelf.actor("lead"), type(form)(text=words), 0)
    write_waiting()
    assert len(past(shelf, "neighbour")) <= 1
    assert page(shelf, "neighbour").status_code == 200
    assert len(recent(shelf.actor("neighbour"), words)) <= 1


def test_only_the_newest_two_hundred_are_kept(shelf, monkeypatch):
    monkeypatch.setattr(services, "MOST", 5)
    for number in range(12):
        note(shelf, "neighbour", f"q=w{number}")
    note(shelf, "lead", "q=other")
    write_waiting()
    assert [words for words, _total in past(shelf, "neighbour")] == ["w11", "w10", "w9", "w8", "w7"]
    assert past(shelf, "lead") == [("other", 3)]


def test_after_ninety_days_it_is_forgotten(shelf):
    note(shelf, "neighbour", "q=old")
    write_waiting()
    clock.shift(timedelta(days=89))
    note(shelf, "neighbour", "q=new")
    write_waiting()
    forget_old()
    assert len(past(shelf, "neighbour")) == 2
    clock.shift(timedelta(days=91))
    forget_old()
    assert past(shelf, "neighbour") == [("new", 3)]


def test_a_closed_account_has_no_history(shelf):
    for who in ("neighbour", "lead"):
        note(shelf, who, "q=workshop")
    write_waiting()
    with unit_of_work():
        deactivate(db.session.get_one(Account, shelf.people["neighbour"].id))
    forget_old()
    assert (past(shelf, "neighbour"), past(shelf, "lead")) == ([], [("workshop", 3)])


def test_one_or_all_can_be_removed_and_nobody_elses(shelf):
    client = shelf.world.client(shelf.people["neighbour"])
    for who, words in (("neighbour", "one"), ("neighbour", "two"), ("lead", "theirs")):
        note(shelf, who, f"q={words}")
    write_waiting()
    rows = {row.words: row.id for row in db.session.query(PastSearch)}
    assert client.post(f"/library/history/{rows['one']}/remove").location == "/library/history"
    for address in (rows["theirs"], rows["one"], new_id(), "x", "²"):
        assert client.post(f"/library/history/{address}/remove").status_code == 404
    assert past(shelf, "neighbour") == [("two", 3)]
    note(shelf, "neighbour", "q=waits")
    client.post("/library/history/clear")
    assert (past(shelf, "neighbour"), past(shelf, "lead")) == ([], [("theirs", 3)])


def test_who_does_not_want_it_kept_leaves_nothing_anywhere(shelf):
    client = shelf.world.client(shelf.people["neighbour"])
    client.post("/library/history/keeping", data={"keep": "no"})
    client.post("/library/history/keeping", data={"keep": "no"})
    for who in ("neighbour", "lead"):
        note(shelf, who, "q=kilns", 0)
    write_waiting()
    assert past(shelf, "neighbour") == []
    (missed,) = db.session.query(MissedSearch)
    assert (missed.count, missed.mark is not None) == (1, True)
    assert "Your searches are not kept" in client.get("/library/history").text
    client.post("/library/history/keeping", data={"keep": "yes"})
    note(shelf, "neighbour", "q=kilns", 0)
    write_waiting()
    assert past(shelf, "neighbour") == [("kilns", 0)]


def test_completions_are_ones_own_the_newest_first_without_accents_or_doubles(shelf):
    for search in ("q=Élan vital", "q=elan&type=plan", "q=elan", "q=other", "q=e%25"):
        note(shelf, "neighbour", search)
    write_waiting()
    note(shelf, "neighbour", "q=Elans")
    note(shelf, "lead", "q=elan of theirs")
    found = recent(shelf.actor("neighbour"), "éla", 5)
    assert [each.words for each in found] == ["Elans", "elan", "Élan vital"]
    assert found[1].search == "q=elan"
    assert [each.words for each in recent(shelf.actor("neighbour"), "e%")] == ["e%"]
    assert [each.words for each in recent(shelf.actor("neighbour"), "", 2)] == ["Elans", "e%"]
    assert recent(shelf.actor("admin"), "elan") == ()


def test_the_own_data_have_it(shelf):
    note(shelf, "neighbour", "q=workshop", 7)
    note(shelf, "lead", "q=theirs")
    write_waiting()
    data = json.loads(shelf.world.client(shelf.people["neighbour"]).get("/me/data.json").text)
    (only,) = data["search_history"]
    assert (only["words"], only["results"]) == ("workshop", 7)


def test_what_cannot_be_written_waits_on(shelf, monkeypatch):
    note(shelf, "neighbour", "q=one")

    def broken(_noted):
        raise OperationalError("no", None, Exception("the database is away"))

    with monkeypatch.context() as patch:
        patch.setattr(history, "store", broken)
        with pytest.raises(OperationalError):
            write_waiting()
    note(shelf, "neighbour", "q=two")
    write_waiting()
    assert sorted(past(shelf, "neighbour")) == [("one", 3), ("two", 3)]


def test_under_gevent_it_is_written_by_itself_and_once(app, shelf, monkeypatch):
    """In a server every two seconds; here the greenlet is the real one, and only told sooner and that it may."""
    monkeypatch.setattr(history, "EVERY_SECONDS", 0.01)
    monkeypatch.setattr(monkey, "is_module_patched", lambda _name: True)
    for words in ("one", "two"):
        note(shelf, "neighbour", f"q={words}")
    assert past(shelf, "neighbour") == []
    Context().run(gevent.sleep, 0.2)
    assert sorted(past(shelf, "neighbour")) == [("one", 3), ("two", 3)]
    assert app.extensions["infocus.searches"].called is False


def test_a_page_of_some_of_the_words_counts_as_missed(shelf):
    note(shelf, "neighbour", "q=kilns of clay", 5, (Told.SOME_WORDS,))
    write_waiting()
    assert db.session.query(MissedSearch).one().words == "kilns of clay"
