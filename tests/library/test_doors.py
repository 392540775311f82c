"""Who reads what, at every door that leads to a file: every kind of person × every visibility × every door."""

import pytest

from infocus.core.db import db, unit_of_work
from infocus.library.queries import search
from infocus.library.shapes import SearchForm
from infocus.records.models import Visibility
from infocus.records.services import remove
from tests.library.shelf import Note

WORD = "lighthouse"
HOME = {"author", "ulg", "coordinator"}
MEMBERS = HOME | {"neighbour", "expert", "lead", "observer"}
EVERYBODY = MEMBERS | {"stranger", "admin", "nobody"}
READERS = {
    Visibility.PARTNER: HOME,
    Visibility.NETWORK: MEMBERS,
    Visibility.ALL: MEMBERS | {"stranger"},
    Visibility.PUBLIC: EVERYBODY,
}
DOORS = {
    "file": "/documents/{id}/file",
    "older file": "/documents/{id}/file?version=1",
    "page image": "/documents/{id}/pages/1.webp",
    "thumbnail": "/documents/{id}/thumb",
    "state": "/documents/{id}/state",
    "state of a version": "/documents/{id}/state?version=1",
    "lit page": "/in-focus/documents/{id}-spaces?q=lighthouse&view=page&page=1",
    "reader": "/in-focus/documents/{id}-spaces?q=lighthouse",
}


def _client(shelf, who):
    return shelf.world.app.test_client() if who == "nobody" else shelf.world.client(shelf.people[who])


@pytest.mark.parametrize("visibility", READERS)
def test_every_door_lets_in_the_same_people(shelf, work, pdf, visibility):
    note = shelf.note(visibility=visibility, summary=f"About a {WORD}.")
    document = shelf.add(note, pdf, "paper.pdf")
    work()
    for who in sorted(EVERYBODY):
        client = _client(shelf, who)
        answers = {name: client.get(door.format(id=document)).status_code for name, door in DOORS.items()}
        expected = 200 if who in READERS[visibility] else 404
        assert answers == dict.fromkeys(DOORS, expected), f"{who} at {visibility}"
        items = client.get("/library/suggest", query_string={"q": "lightho"}).json["items"]
        assert bool(items) == (who in READERS[visibility]), f"completions for {who} at {visibility}"
        found = client.get("/library", query_string={"q": WORD}).text
        assert ("Spaces" in found) == (who in READERS[visibility]), f"search by {who} at {visibility}"


def test_narrowing_counts_at_once_even_while_the_index_has_the_wider_audience(shelf, work):
    note = shelf.note(summary=f"About a {WORD}.")
    work()
    neighbour = shelf.actor("neighbour")
    assert search(neighbour, SearchForm(text=WORD)).total == 1
    shelf.show_to(note, Visibility.PARTNER)  # and the worker does not run

    hidden = search(neighbour, SearchForm(text=WORD))
    assert (hidden.total, hidden.items, hidden.suggestion) == (0, (), None)
    assert all(each.count == 0 for facet in search(neighbour, SearchForm()).facets for each in facet.values)
    work()
    assert search(neighbour, SearchForm(text=WORD)).total == 0
    assert search(shelf.actor("ulg"), SearchForm(text=WORD)).total == 1


def test_a_removed_record_is_gone_at_every_door(shelf, work):
    note = shelf.note(visibility=Visibility.PUBLIC, summary=f"About a {WORD}.")
    document = shelf.add(note, b"Some text of a file.", "paper.txt")
    work()
    with unit_of_work():
        remove(db.session.get_one(Note, note))
    client = _client(shelf, "author")
    assert {client.get(door.format(id=document)).status_code for door in DOORS.values()} == {404}
    assert search(shelf.actor("author"), SearchForm(text=WORD)).total == 0
    work()
    assert search(shelf.actor("author"), SearchForm(text=WORD)).total == 0


@pytest.mark.parametrize(
    "door", ["/documents/nothing/file", "/documents/%00/state", "/in-focus/documents/x-y", "/documents/x/pages/0.webp"]
)
def test_what_is_not_there_is_a_plain_404(shelf, door):
    assert _client(shelf, "author").get(door).status_code == 404
