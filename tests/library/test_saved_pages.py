"""The pages of saved searches: saved without a script, nobody else's, whatever is sent."""

import json
import re
from dataclasses import fields
from urllib.parse import parse_qsl

import pytest

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.ids import new_id
from infocus.engines.bound import engines
from infocus.engines.search.port import SearchUnavailable, Sort
from infocus.library import asked
from infocus.library.saved import services
from infocus.library.saved.jobs import purge, read_search
from infocus.library.saved.models import Alert, SavedSearch, SavedSearchMatch
from infocus.library.shapes import SearchForm
from infocus.records.models import Visibility
from tests.library.saving import look, matches, new_count, save, stored, told

DOORS = [("get", ""), ("post", ""), ("post", "/feed"), ("post", "/feed/renew"), ("post", "/feed/close"),
         ("post", "/remove"), ("post", "/restore")]  # fmt: skip


@pytest.fixture
def reader(shelf):
    return shelf.world.client(shelf.people["neighbour"])


def count():
    db.session.rollback()
    return db.session.query(SavedSearch).count()


def test_a_search_is_named_and_saved_without_a_script(shelf, work, reader):
    shelf.note("Workshop")
    work()
    page = reader.post("/library/save", data={"search": "q=workshop&partner=porto&sort=newest&cursor=x&colour=blue"})
    assert page.status_code == 200
    assert 'value="q=workshop&amp;partner=porto&amp;sort=newest"' in page.text
    assert 'value="workshop, Porto"' in page.text
    kept = {"search": "q=workshop&partner=porto&sort=newest", "name": " Workshops ", "alert": "mail"}
    answer = reader.post("/library/save", data=kept)
    assert (answer.status_code, answer.location) == (303, "/library?q=workshop&partner=porto&sort=newest")
    assert "“Workshops” is saved. What is new comes with your daily mail." in reader.get("/library").text
    (saved,) = db.session.query(SavedSearch)
    assert (saved.name, saved.alert, saved.search) == ("Workshops", "mail", kept["search"])
    assert len(matches(saved.id, new=False)) == 1


def test_the_same_page_opens_by_its_address(reader):
    assert 'value="q=workshop"' in reader.get("/library/save?search=q%3Dworkshop").text


@pytest.mark.parametrize(
    "search", ["", "&&&", "=", "%", "sort=newest", "cursor=3", "colour=blue", "q=", "q=%20%00", "\0"]
)
def test_what_asks_for_nothing_is_not_saved(reader, search):
    for data in ({"search": search}, {"search": search, "name": "Nothing", "alert": "page"}):
        answer = reader.post("/library/save", data=data)
        assert answer.status_code == 422
        assert "There is nothing to save yet" in answer.text
    assert count() == 0


@pytest.mark.parametrize(
    "search",
    ["q=" + "x" * 10_000, "q=%ff%fe", "q=a%00b", "q=" + "a*+" * 500, "q=%22open", "q=😀", "q=1&" + "type=x&" * 300,
     "q=a&" + "&".join(f"year={number}" for number in range(500)), "q=<script>alert(1)</script>", "q=\ud800x"],
)  # fmt: skip
def test_any_query_string_is_saved_or_refused_in_words(work, reader, shelf, search):
    shelf.note("Workshop")
    work()
    data = {"search": search.encode("utf-8", "replace").decode(), "name": "Anything", "alert": "page"}
    answer = reader.post("/library/save", data=data)
    assert answer.status_code in {303, 422}
    assert "<script>alert" not in reader.get("/library/saved").text
    for saved in db.session.query(SavedSearch):
        assert len(saved.search) <= asked.MOST
        assert asked.query_string(read_search(saved.search)) == saved.search
    shelf.note("x")
    look(work)


@pytest.mark.parametrize("name", ["", "   ", "n" * 121, "n" * 10_000, "a\0b", "a\x1bb"])
@pytest.mark.parametrize("door", ["save", "change"])
def test_a_name_that_cannot_be_is_refused_beside_its_field(shelf, reader, name, door):
    saved = save(shelf, "neighbour") if door == "change" else ""
    address = f"/library/saved/{saved}" if saved else "/library/save"
    answer = reader.post(address, data={"search": "q=bridge", "name": name, "alert": "page"})
    assert answer.status_code == 422
    assert 'id="name-error"' in answer.text
    assert count() == bool(saved)
    assert not saved or stored(saved).name == "Workshops"


@pytest.mark.parametrize("alert", ["", "always", "PAGE", "page\0"])
def test_an_alert_that_is_none_is_refused(shelf, reader, alert):
    saved = save(shelf, "neighbour")
    assert reader.post(f"/library/saved/{saved}", data={"name": "X", "alert": alert}).status_code == 422
    assert stored(saved).name == "Workshops"


def test_a_search_is_saved_once(shelf, reader):
    save(shelf, "neighbour", name="The first")
    for data in ({"search": "sort=relevance&q= workshop "}, {"search": "q=workshop", "name": "Again", "alert": "page"}):
        assert "It is called “The first”." in reader.post("/library/save", data=data).text
    assert count() == 1
    assert save(shelf, "lead")  # another person's is another's


def test_a_hundred_are_kept_and_no_more(shelf, reader, monkeypatch):
    monkeypatch.setattr(services, "MOST", 3)
    for number in range(3):
        save(shelf, "neighbour", f"q=w{number}")
    answer = reader.post("/library/save", data={"search": "q=w4", "name": "Another", "alert": "page"})
    assert answer.status_code == 422
    assert "You have 3 saved searches" in answer.text
    assert count() == 3


def test_without_an_index_it_is_saved_all_the_same(shelf, reader, work, monkeypatch):
    note = shelf.note("Workshop")
    work()
    with monkeypatch.context() as patch:

        def broken(_query):
            raise SearchUnavailable

        patch.setattr(engines().search, "search", broken)
        saved = save(shelf, "neighbour")
    shelf.show_to(note, Visibility.ALL)
    new = shelf.note("Another workshop")
    look(work)
    assert matches(saved) == {new}
    assert [each.row.record_id for each in told(shelf, "neighbour")] == [new]


def test_a_very_wide_search_tells_of_new_records_only(shelf, reader, work, monkeypatch):
    monkeypatch.setattr("infocus.library.saved.answers.MAX_LIMIT", 2)
    old = [shelf.note(f"Workshop {number}") for number in range(8)]
    work()
    saved = save(shelf, "neighbour")
    assert (len(matches(saved, new=False)), stored(saved).wide) == (6, True)
    for note in old:
        shelf.show_to(note, Visibility.ALL)
    new = shelf.note("Workshop 9")
    look(work)
    assert matches(saved) == {new}


def test_the_list_says_what_is_asked_for_and_what_is_new(shelf, work, reader):
    saved = save(shelf, "neighbour", "q=workshop&partner=porto&type=note&theme=workspace-provision&language=cs")
    shelf.note("Workshop")
    work()
    look(work)
    assert "nothing new" in reader.get("/library/saved").text
    save(shelf, "neighbour", "q=workshop", name="All of them")
    shelf.note("A second workshop")
    look(work)
    text = reader.get("/library/saved").text
    assert [each in text for each in ("“workshop”", ">Porto<", ">Workspace provision<", ">Čeština<")] == [True] * 4
    assert "1 new" in text
    assert f'href="/library/saved/{saved}"' in text
    assert 'href="/library?q=workshop"' in text


def test_opening_it_shows_what_is_new_and_counts_as_seen(shelf, work, reader):
    saved = save(shelf, "neighbour")
    shelf.note("Workshop <i>one</i>", summary="S" * 300)
    look(work)
    assert new_count(shelf, "neighbour", saved) == 1
    (only,) = told(shelf, "neighbour")
    assert reader.get(f"/notifications/{only.row.id}").location == f"/library/saved/{saved}"
    page = reader.get(f"/library/saved/{saved}").text
    assert "Workshop &lt;i&gt;one&lt;/i&gt;" in page
    assert 'class="when fresh"' in page
    assert new_count(shelf, "neighbour", saved) == 0
    assert 'class="when fresh"' not in reader.get(f"/library/saved/{saved}").text
    assert all(each.row.read_at for each in told(shelf, "neighbour"))


def test_name_and_alert_can_be_changed(shelf, reader):
    saved = save(shelf, "neighbour")
    answer = reader.post(f"/library/saved/{saved}", data={"name": "<b>Other</b>", "alert": "none"})
    assert answer.location == f"/library/saved/{saved}"
    assert (stored(saved).name, stored(saved).alert) == ("<b>Other</b>", "none")
    assert "<b>Other" not in reader.get(f"/library/saved/{saved}").text


def test_what_was_removed_can_be_brought_back_for_a_day(shelf, reader):
    saved = save(shelf, "neighbour")
    answer = reader.post(f"/library/saved/{saved}/remove")
    assert answer.location == f"/library/saved?removed={saved}"
    text = reader.get(answer.location).text
    assert "“Workshops” is removed." in text
    assert f'action="/library/saved/{saved}/restore"' in text
    assert reader.get(f"/library/saved/{saved}").status_code == 404
    purge()
    assert reader.post(f"/library/saved/{saved}/restore").status_code == 303
    assert reader.get(f"/library/saved/{saved}").status_code == 200
    reader.post(f"/library/saved/{saved}/remove")
    clock.shift(services.REGRET * 1.1)
    purge()
    assert (count(), db.session.query(SavedSearchMatch).count()) == (0, 0)


@pytest.mark.parametrize(("method", "door"), DOORS)
def test_nobody_elses_is_there_for_me(shelf, work, reader, method, door):
    shelf.note("Workshop")
    work()
    theirs = save(shelf, "lead", name="Theirs alone")
    before = vars(stored(theirs)).copy()
    data = {"name": "Mine", "alert": "none", "audience": "own"}
    for address in (theirs, new_id(), "x", "0" * 26, "%20", "²" * 26):
        ask = getattr(reader, method)
        answer = ask(f"/library/saved/{address}{door}", data=data if method == "post" else None)
        assert answer.status_code == 404, address
        assert "Theirs alone" not in answer.text
    after = vars(stored(theirs))
    assert {name: after[name] for name in ("name", "alert", "feed_seed", "removed_at", "looked_at")} == {
        name: before[name] for name in ("name", "alert", "feed_seed", "removed_at", "looked_at")
    }
    assert "Theirs alone" not in reader.get(f"/library/saved?removed={theirs}").text


@pytest.mark.parametrize(
    "address", ["/library/saved", "/library/save?search=q=x", "/library/history", "/library/saved/x"]
)
def test_visitors_are_asked_to_sign_in(client, shelf, address):
    assert "/sign-in" in client.get(address).location


def test_the_page_me_and_the_own_data_have_them(shelf, work, reader):
    saved = save(shelf, "neighbour", name="Mine <b>")
    save(shelf, "lead", name="Theirs alone")
    shelf.note("Workshop")
    look(work)
    text = reader.get("/me").text
    assert f'href="/library/saved/{saved}"' in text
    assert "1 new" in text
    data = json.loads(reader.get("/me/data.json").text)
    assert [(each["name"], each["search"]) for each in data["saved_searches"]] == [("Mine <b>", "q=workshop")]
    assert "Theirs alone" not in text


def test_an_empty_list_teaches(reader):
    text = reader.get("/library/saved").text
    assert "No search is saved yet" in text
    assert "You hear when a colleague shares something" in text


def test_a_feed_is_made_renewed_and_turned_off(shelf, reader):
    saved = save(shelf, "neighbour")

    def address():
        found = re.search(r"/feeds/searches/([\w-]+)\.atom", reader.get(f"/library/saved/{saved}").text)
        return found and found[1]

    assert address() is None
    assert reader.post(f"/library/saved/{saved}/feed/renew").status_code == 303
    assert address() is None
    assert reader.post(f"/library/saved/{saved}/feed", data={"audience": "everybody"}).status_code == 422
    reader.post(f"/library/saved/{saved}/feed", data={"audience": "public"})
    first = address()
    reader.post(f"/library/saved/{saved}/feed", data={"audience": "own"})
    assert address() == first
    assert stored(saved).feed_audience == "own"
    reader.post(f"/library/saved/{saved}/feed/renew")
    second = address()
    reader.post(f"/library/saved/{saved}/feed/close")
    reader.post(f"/library/saved/{saved}/feed", data={"audience": "public"})
    third = address()
    assert len({first, second, third}) == 3
    status = [reader.get(f"/feeds/searches/{each}.atom").status_code for each in (first, second, third)]
    assert status == [404, 404, 200]
    assert stored(saved).feed_audience == "public"


def test_a_kept_search_asks_the_same_again():
    form = SearchForm(
        text="shared  “workshops” & more", filters={"type": ("plan", "note"), "year": ("2017",)}, sort=Sort.NEWEST
    )
    again = read_search(asked.query_string(form))
    assert again.text == "shared “workshops” & more"
    assert {name: set(values) for name, values in again.filters.items()} == {"type": {"plan", "note"}, "year": {"2017"}}
    assert again.sort == Sort.NEWEST


def test_everything_a_search_can_ask_for_is_kept():
    """A new field of the form must be written by ``asked.query_string`` too, or be named here."""
    assert {field.name for field in fields(SearchForm)} == {"text", "filters", "sort"} | {"limit", "cursor", "facets"}


def test_the_order_of_filters_makes_no_other_search():
    first, second = "type=plan&q=x&type=note&year=2017", "year=2017&type=note&type=plan&q=x"
    assert asked.query_string(read_search(first)) == asked.query_string(read_search(second))
    assert dict(parse_qsl(asked.query_string(read_search(first))))["q"] == "x"


def test_a_person_without_an_account_has_none(shelf):
    saved = save(shelf, "neighbour", alert=Alert.MAIL)
    account = shelf.people["neighbour"].account
    with unit_of_work():
        db.session.delete(db.session.merge(account))
    purge()
    assert db.session.get(SavedSearch, saved) is None
