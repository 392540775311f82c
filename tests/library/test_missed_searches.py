"""What a network's people look for in vain: words that two of them asked, nobody's name, for those who can help."""

import csv
from datetime import timedelta
from io import StringIO

import pytest

from infocus.core import clock
from infocus.core.actor import Role
from infocus.core.db import db
from infocus.core.ids import new_id
from infocus.core.permissions import Permission, allows
from infocus.library.history import note_search, write_waiting
from infocus.library.saved.jobs import read_search
from infocus.library.searched.jobs import forget_old
from infocus.library.searched.models import MissedSearch

LIST = "/in-focus/missed-searches"


@pytest.fixture(autouse=True)
def nothing_waits(app):
    """Each test begins with an empty buffer and leaves one."""
    app.extensions.pop("infocus.searches", None)
    yield
    app.extensions.pop("infocus.searches", None)


def miss(shelf, *people, search="q=Clay kilns", total=0):
    for who in people:
        note_search(shelf.actor(who), read_search(search), total)
    write_waiting()


def page(shelf, who="coordinator", address=LIST):
    return shelf.world.client(shelf.people[who]).get(address)


def rows():
    db.session.rollback()
    db.session.expire_all()
    return db.session.query(MissedSearch).all()


def test_words_are_shown_once_two_people_asked(shelf):
    miss(shelf, "neighbour")
    clock.shift(timedelta(minutes=30))
    miss(shelf, "neighbour")
    assert "clay kilns" not in page(shelf).text
    assert "clay kilns" not in page(shelf, address=f"{LIST}.csv").text
    miss(shelf, "ulg", search="q=CLAY “kílns”")
    text = page(shelf).text
    assert "clay kilns" in text
    assert "3 times" in text
    assert "/library?q=clay" in text


def test_nobodys_name_is_kept_with_them(shelf):
    miss(shelf, "neighbour")
    (row,) = rows()
    stored = " ".join(str(value) for name, value in vars(row).items() if not name.startswith("_"))
    assert shelf.people["neighbour"].id not in stored
    assert row.mark
    miss(shelf, "lead")
    (row,) = rows()
    assert (row.mark, row.count) == (None, 2)


def test_the_same_person_again_within_ten_minutes_counts_once(shelf):
    miss(shelf, "neighbour", "neighbour", "neighbour")
    assert [row.count for row in rows()] == [1]


@pytest.mark.parametrize(
    ("search", "total"),
    [("q=kilns", 1), ("q=kilns&type=plan", 0), ("q=kilns&cursor=x", 0), ("q=jana@ostrava.example", 0),
     ("q=call 0049 69 1234", 0), ("q=" + "kiln " * 40, 0), ("type=plan", 0), ("q=%22%22", 0)],
)  # fmt: skip
def test_what_was_found_filtered_personal_or_pasted_is_not_missed(shelf, search, total):
    miss(shelf, "neighbour", "lead", search=search, total=total)
    assert rows() == []


def test_years_and_short_numbers_are_words(shelf):
    miss(shelf, "neighbour", search="q=iap 2018 PO4")
    assert len(rows()) == 1


def test_each_network_has_its_own(shelf):
    shelf.world.belongs(shelf.people["neighbour"], Role.OBSERVER, shelf.world.network("third"))
    miss(shelf, "neighbour", "lead", "stranger")
    assert sorted((row.count, row.mark is None) for row in rows()) == [(1, False), (1, False), (2, True)]
    assert "clay kilns" in page(shelf).text


@pytest.mark.parametrize(
    ("who", "status"),
    [("coordinator", 200), ("expert", 200), ("lead", 200), ("author", 403), ("ulg", 403), ("observer", 403),
     ("stranger", 403), ("admin", 403)],
)  # fmt: skip
def test_who_can_help_sees_them(shelf, who, status):
    miss(shelf, "neighbour", "lead")
    (row,) = rows()
    client = shelf.world.client(shelf.people[who])
    for answer in (client.get(LIST), client.get(f"{LIST}.csv")):
        assert (answer.status_code, "clay kilns" in answer.text) == (status, status == 200)
    for deed in ("hide", "show"):
        assert client.post(f"{LIST}/{row.id}/{deed}").status_code == (303 if status == 200 else 403)
    assert allows(shelf.actor(who), Permission.READ_MISSED_SEARCHES, shelf.network) == (status == 200)


def test_visitors_sign_in_first(client, shelf):
    assert "/sign-in" in client.get(LIST).location
    assert page(shelf, "lead", "/nowhere/missed-searches").status_code == 404


def test_one_is_taken_off_the_list_and_put_back(shelf):
    miss(shelf, "neighbour", "lead")
    miss(shelf, "neighbour", search="q=of one alone")
    shown, alone = (next(row.id for row in rows() if (row.mark is None) == known) for known in (True, False))
    client = shelf.world.client(shelf.people["expert"])
    assert client.post(f"{LIST}/{shown}/hide").location == LIST
    assert "clay kilns" not in client.get(LIST).text
    assert "Nothing is missing" in client.get(LIST).text
    assert "clay kilns" in client.get(f"{LIST}?hidden=yes").text
    client.post(f"{LIST}/{shown}/show")
    assert "clay kilns" in client.get(LIST).text
    for other in (alone, new_id(), "x"):
        assert client.post(f"{LIST}/{other}/hide").status_code == 404


def test_another_networks_cannot_be_touched(shelf):
    miss(shelf, "neighbour", "lead")
    (row,) = rows()
    lead = shelf.world.person(Role.LEAD, shelf.world.network("third"))
    assert shelf.world.client(lead).post(f"/third/missed-searches/{row.id}/hide").status_code == 404
    assert rows()[0].hidden_at is None


def test_the_list_leaves_as_csv(shelf):
    miss(shelf, "neighbour", "lead", search="q==1%2B1 kilns")
    answer = page(shelf, address=f"{LIST}.csv")
    assert answer.mimetype == "text/csv"
    head, row = csv.reader(StringIO(answer.text.lstrip("\ufeff")))
    assert head[:2] == ["Words", "How often"]
    assert row[:2] == ["'=1+1 kilns", "2"]


def test_words_of_one_person_alone_are_forgotten_after_thirty_days(shelf):
    miss(shelf, "neighbour")
    miss(shelf, "neighbour", "lead", search="q=looms")
    clock.shift(timedelta(days=31))
    forget_old()
    assert [row.words for row in rows()] == ["looms"]
    clock.shift(timedelta(days=400))
    forget_old()
    assert rows() == []
