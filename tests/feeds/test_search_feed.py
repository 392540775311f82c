"""The feed of a saved search: valid Atom, public records unless chosen otherwise, rights of the moment, no session."""

import xml.etree.ElementTree as ET
from datetime import datetime

import pytest

from infocus.accounts.models import Account
from infocus.accounts.services import deactivate
from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.ids import new_id
from infocus.feeds.atom import Entry, Feed, written
from infocus.library.saved import services
from infocus.library.saved.models import SavedSearch
from infocus.networks.models import MembershipRow
from infocus.records.models import Visibility
from infocus.records.services import remove
from infocus.records.services import save as save_record
from tests.library.saving import look, save
from tests.library.shelf import Note

ATOM = {"a": "http://www.w3.org/2005/Atom"}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def feed_address(shelf, saved, audience="public", who="neighbour"):
    with unit_of_work():
        row = db.session.get_one(SavedSearch, saved)
        services.open_feed(shelf.actor(who), row, audience)
        return f"/feeds/searches/{services.feed_secret(row)}.atom"


def read(client, address, **more):
    answer = client.get(address, **more)
    assert answer.status_code == 200
    return ET.fromstring(answer.data)


def text_at(node, path):
    """The text of the one element there."""
    (one,) = node.findall(path, ATOM)
    assert one.text
    return one.text


def titles(root):
    return [each.text for each in root.findall("a:entry/a:title", ATOM)]


@pytest.fixture
def stand(shelf, work):
    """A public and a network's workshop, a saved search of the neighbour's, an open workshop that came later."""
    shelf.note("Workshop for everybody", Visibility.PUBLIC)
    shelf.note("Workshop of the network")
    work()
    saved = save(shelf, "neighbour")
    shelf.note("A later workshop", Visibility.PUBLIC, summary="With <b>summary</b> & more.")
    look(work)
    return saved


def test_it_carries_public_records_and_needs_no_session(shelf, client, stand):
    assert titles(read(client, feed_address(shelf, stand))) == ["A later workshop", "Workshop for everybody"]


def test_a_wider_audience_is_chosen_by_name(shelf, client, stand):
    found = titles(read(client, feed_address(shelf, stand, "own")))
    assert sorted(found) == ["A later workshop", "Workshop for everybody", "Workshop of the network"]


def test_it_is_valid_atom(shelf, client, stand):
    address = feed_address(shelf, stand)
    answer = client.get(address)
    assert answer.content_type == "application/atom+xml; charset=utf-8"
    assert answer.headers["Cache-Control"] == "private, no-cache"
    root = ET.fromstring(answer.data)
    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    assert root.get(XML_LANG) == "en"
    links = {each.get("rel"): each.get("href", "") for each in root.findall("a:link", ATOM)}
    assert links["self"].startswith("http://")
    assert links["self"].endswith(address)
    assert links["alternate"].endswith("/library?q=workshop")
    for node in (root, *root.findall("a:entry", ATOM)):
        assert all(text_at(node, f"a:{name}") for name in ("id", "title", "updated"))
        assert text_at(node, "a:id").startswith("tag:127.0.0.1,20")
        assert datetime.fromisoformat(text_at(node, "a:updated")).tzinfo is not None
        assert text_at(node, "a:author/a:name")
    entry = root.findall("a:entry", ATOM)[0]
    assert text_at(entry, "a:author/a:name") == "Porto"
    assert text_at(entry, "a:summary") == "With <b>summary</b> & more."
    assert entry.findall("a:link", ATOM)[0].get("href", "").startswith("http://127.0.0.1:8000/in-focus/notes/")
    assert entry.get(XML_LANG) == "en"
    ids = [each.text for each in root.iter("{http://www.w3.org/2005/Atom}id")]
    assert len(ids) == len(set(ids)) == 3


def test_ids_stay_when_records_change(shelf, client, stand):
    address = feed_address(shelf, stand)
    before = {each.text for each in read(client, address).iter("{http://www.w3.org/2005/Atom}id")}
    with unit_of_work():
        for note in db.session.query(Note):
            note.title = f"{note.title}, again"
            save_record(note)
    root = read(client, address)
    assert {each.text for each in root.iter("{http://www.w3.org/2005/Atom}id")} == before
    assert "again" in titles(root)[0]


def test_what_has_not_changed_is_not_sent_again(shelf, client, stand, work):
    address = feed_address(shelf, stand)
    etag = client.get(address).headers["ETag"]
    again = client.get(address, headers={"If-None-Match": etag})
    assert (again.status_code, again.data) == (304, b"")
    shelf.note("The newest workshop", Visibility.PUBLIC)
    look(work)
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 200


def test_rights_of_this_moment_count(shelf, client, stand):
    public, own = feed_address(shelf, stand), feed_address(shelf, stand, "own")
    assert public == own
    note = db.session.query(Note).filter_by(title="Workshop of the network").one().id
    shelf.show_to(note, Visibility.PARTNER)
    assert "Workshop of the network" not in titles(read(client, own))
    with unit_of_work():
        remove(db.session.query(Note).filter_by(title="A later workshop").one())
    assert titles(read(client, own)) == ["Workshop for everybody"]


def test_who_left_the_network_has_an_empty_feed_of_everything(shelf, client, stand):
    address = feed_address(shelf, stand, "own")
    with unit_of_work():
        for row in db.session.query(MembershipRow).filter_by(person_id=shelf.people["neighbour"].id):
            row.ended_at = clock.now()
    root = read(client, address)
    assert titles(root) == []
    assert text_at(root, "a:updated")


def test_a_closed_account_and_a_removed_search_have_no_feed(shelf, client, stand):
    address = feed_address(shelf, stand)
    with unit_of_work():
        services.remove(shelf.actor("neighbour"), db.session.get_one(SavedSearch, stand))
    assert client.get(address).status_code == 404
    with unit_of_work():
        services.restore(shelf.actor("neighbour"), db.session.get_one(SavedSearch, stand))
    assert client.get(address).status_code == 200
    with unit_of_work():
        deactivate(db.session.get_one(Account, shelf.people["neighbour"].id))
    assert client.get(address).status_code == 404


def test_an_unknown_secret_is_nothing(shelf, client, stand):
    right = feed_address(shelf, stand).removeprefix("/feeds/searches/").removesuffix(".atom")
    other = save(shelf, "lead")
    wrong = [right[:-1] + ("A" if right[-1] != "A" else "B"), right[:26], right + "x", other + right[26:], new_id(),
             "x", "%FF%FE", "é" * 58, "1" * 5000, right.upper()]  # fmt: skip
    assert {client.get(f"/feeds/searches/{each}.atom").status_code for each in wrong} == {404}


def test_a_person_is_not_found_by_an_address_of_a_search_without_feed(shelf, client, stand):
    with unit_of_work():
        row = db.session.get_one(SavedSearch, stand)
        assert services.feed_secret(row) is None
    assert client.get(f"/feeds/searches/{stand}None.atom").status_code == 404


def test_it_is_written_in_its_owners_language(shelf, client, stand):
    with unit_of_work():
        db.session.get_one(SavedSearch, stand).language = "pl"
    assert read(client, feed_address(shelf, stand)).get(XML_LANG) == "pl"


def test_at_most_fifty_are_carried(shelf, client, work):
    saved = save(shelf, "neighbour")
    for number in range(53):
        shelf.note(f"Workshop {number}", Visibility.PUBLIC)
    look(work)
    assert len(titles(read(client, feed_address(shelf, saved)))) == 50


def test_whatever_a_title_holds_the_document_can_be_read():
    now = clock.now()
    nasty = "a\x00b\x0b<![CDATA[ ]]> & \ufffe \U0001f600 ]]> \ud800\x85"
    entry = Entry(id="tag:x,2018-01-01:1", title=nasty, link=f"http://x/?a=1&b={nasty}", author=nasty, published=now,
                  updated=now, summary=nasty, language="en", category=("note", nasty))  # fmt: skip
    body = written(
        Feed(id="tag:x,2018-01-01:f", title=nasty, subtitle="", itself="http://x", link="http://x", language="en",
             author=nasty, updated=now, entries=[entry])
    )  # fmt: skip
    (found,) = ET.fromstring(body).findall("a:entry", ATOM)
    assert text_at(found, "a:title") == "ab<![CDATA[ ]]> &  \U0001f600 ]]> \x85"
