"""Lists: pages, filters, and a number of queries that does not grow."""

from datetime import timedelta

import pytest
from sqlalchemy import event

from infocus.core import clock
from infocus.core.db import db
from infocus.core.paging import encode_cursor
from tests.api.programs import PRACTICE, begin, call


def _ids(answer):
    return [each["id"] for each in answer.json["items"]]


def test_pages_hold_everything_once_the_newest_first(officer):
    made = [begin(officer, title=f"Number {number}")["id"] for number in range(5)]
    seen, path = [], "/practices?limit=2"
    while path:
        page = officer.get(path)
        seen += _ids(page)
        path = (page.json["next"] or "").partition("/api/v1")[2]
    assert seen == made[::-1]


def test_the_address_of_the_next_page_keeps_the_filters(officer):
    for number in range(3):
        begin(officer, title=f"Number {number}")
    page = officer.get("/practices?limit=1&state=draft&state=published&language=en").json
    assert "state=draft&state=published&language=en&cursor=" in page["next"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("network=in-focus", 2), ("network=harbour-towns", 0), ("partner=porto", 2), ("partner=ostrava", 0),
        ("partner=ostrava&partner=porto", 2), ("country=PT", 2), ("country=CZ", 0), ("theme=talent", 1),
        ("sector=digital", 1),
        ("state=draft", 2), ("state=published", 0), ("language=pt", 1), ("language=pt&language=en", 2),
        ("language=pt&theme=talent", 0), ("year=1999", 0), ("theme=%25", 0), ("partner=p_rto", 0),
    ],
)  # fmt: skip
def test_filters(officer, query, found):
    begin(officer, themes=["talent"], sectors=["digital"])
    begin(officer, language="pt")
    assert len(_ids(officer.get(f"/practices?{query}"))) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("cost=under-10k", 1), ("cost=not-stated&cost=under-10k", 2), ("cost=over-1m", 0), ("time=going", 1),
        ("time=not-stated&cost=under-10k", 0), ("adopted=nobody", 2), ("adopted=1", 0), ("verified=never", 2),
        ("verified=12", 0), ("like=mine", 0),
    ],
)  # fmt: skip
def test_filters_of_practices(officer, query, found):
    begin(officer, amounts=[{"value": 500}], started="2015")
    begin(officer)
    assert len(_ids(officer.get(f"/practices?{query}"))) == found


@pytest.mark.parametrize(
    "query", ["cost=cheap", "time=2", "adopted=2", "verified=", "like=theirs", "like=mine&like=mine"]
)
def test_a_value_that_is_none_of_the_filters_is_refused(officer, query):
    assert officer.get(f"/practices?{query}").status_code == 422


def test_the_year_is_that_of_the_making_or_of_the_meeting(office, officer):
    begin(officer)
    call(office, starts="2017-09")
    assert len(_ids(officer.get(f"/practices?year={clock.now().year}"))) == 1
    assert len(_ids(officer.get("/meetings?year=2017&year=2018"))) == 1
    assert _ids(officer.get(f"/meetings?year={clock.now().year}")) == []


def test_a_changed_record_comes_first(officer):
    first, second = begin(officer), begin(officer)
    clock.shift(timedelta(seconds=5))
    officer.patch(f"/practices/{first['id']}", {"lesson": "Ask."})
    assert _ids(officer.get("/practices")) == [first["id"], second["id"]]


@pytest.mark.parametrize(
    "cursor",
    [
        "x", "bm90aGluZw", encode_cursor(["2017-01-01T00:00:00", "a" * 26]), encode_cursor(["x", "y"]),
        encode_cursor(["1"]),
        encode_cursor(["2017-01-01T00:00:00+00:00", "\x00"]), encode_cursor(["9" * 30, "a" * 26]),
    ],
)  # fmt: skip
def test_a_cursor_of_somebody_elses_making_is_refused(officer, cursor):
    for path in ("/practices", "/meetings", "/plans", "/reviews"):
        answer = officer.get(f"{path}?cursor={cursor}")
        assert (answer.status_code, answer.json["errors"][0]["field"]) == (422, "cursor")


def test_a_forged_cursor_of_comments_and_revisions_breaks_nothing(officer):
    made = begin(officer)
    for text in ("\x00", "9" * 40, "'; --", "-1"):
        cursor = encode_cursor([text])
        assert officer.get(f"/comments?on=practice:{made['id']}&cursor={cursor}").status_code in {200, 422}
        assert officer.get(f"/practices/{made['id']}/revisions?cursor={cursor}").status_code in {200, 422}


def _queries(ask):
    statements = []

    def note(_connection, _cursor, statement, *_rest):
        statements.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        assert ask().status_code == 200
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    return len(statements)


@pytest.mark.parametrize("path", ["/practices", "/meetings", "/plans", "/search?q=", "/comments"])
def test_the_number_of_queries_does_not_grow(office, officer, work, path):
    def add(count):
        for number in range(count):
            officer.post("/practices", PRACTICE | {"title": f"Practice {number} of {count}"})
            call(office, title=f"Meeting {number} of {count}")
            officer.post("/plans", {"title": f"Plan {number} of {count}"})
            officer.post("/comments", {"on": f"practice:{first['id']}", "text": f"{number} of {count}"})
        work()

    first = begin(officer)
    asked = f"/comments?on=practice:{first['id']}" if path == "/comments" else path
    add(1)
    few = _queries(lambda: officer.get(asked))
    add(8)
    assert _queries(lambda: officer.get(asked)) == few
    assert few <= 12
