"""The library's search, over HTTP."""

from io import BytesIO

import pytest

from tests.api.programs import call, publish


@pytest.fixture
def output(office, officer, work):
    data = {"title": "Rents", "language": "en", "file": (BytesIO(b"Workshops pay <b>rents</b> & more."), "rents.txt")}
    made = officer.post(f"/meetings/{call(office)['id']}/outputs", data=data).json
    work()
    return made


def test_a_word_of_a_file_leads_to_its_page(office, output):
    found = office.program("neighbour").get("/search?q=workshop").json
    (hit,) = found["items"]
    assert (found["total"], hit["type"], hit["id"], hit["partner"]) == (1, "output", output["id"], "porto")
    (passage,) = [each for each in hit["passages"] if each["page"]]
    assert "<mark>Workshops</mark>" in passage["text"]
    assert "<b>" not in passage["text"]
    assert "page=1" in passage["url"]
    assert {"value": "output", "label": "Output", "count": 1} in found["facets"]["type"]


def test_filters_narrow_and_pages_follow(office, output, work):
    publish(office)
    work()
    officer = office.program("officer")
    assert [each["type"] for each in officer.get("/search?type=practice").json["items"]] == ["practice"]
    first = officer.get("/search?limit=1&type=practice&type=output").json
    assert first["total"] == 2
    second = officer.get(first["next"].partition("/api/v1")[2]).json
    assert {first["items"][0]["type"], second["items"][0]["type"]} == {"practice", "output"}
    assert second["next"] is None


def test_a_stranger_finds_nothing(office, output):
    answer = office.program("stranger").get("/search?q=workshop").json
    assert (answer["total"], answer["items"]) == (0, [])
    assert office.program("stranger").get("/search/suggest?q=work").json == {"items": [], "completions": []}


def test_what_the_page_knows_of_a_hit_programs_know_too(office, output):
    found = office.program("neighbour").get("/search?q=workshop&sort=adopted&country=PT").json
    (hit,) = found["items"]
    assert found["passages"] >= 1
    assert (hit["more"], hit["adoptions"]) == (0, 0)
    assert {each["part"] for each in hit["matched"]} == {"text"}
    assert {each["language"] for each in hit["passages"]} == {"en"}
    assert found["notes"] == []


def test_filters_may_be_typed_and_what_nobody_knows_is_noted(office, output):
    program = office.program("neighbour")
    assert program.get("/search?q=workshop partner:porto type:output").json["total"] == 1
    assert program.get("/search?q=workshop -partner:porto").json["total"] == 0
    assert program.get("/search?q=workshop partner:atlantis").json["notes"] == ["some-words", "unknown-value"]


def test_by_author(office, output):
    program = office.program("neighbour")
    assert program.get("/search").json["total"] >= 1
    assert program.get("/search?author=01m8has3qsf1vs6nqnb6wrartd").json["total"] == 0


def test_completions(office, output):
    answer = office.program("neighbour").get("/search/suggest?q=wor").json
    assert answer["items"]
    assert {each["kind"] for each in answer["completions"]} <= {"word", "record", "person"}
    assert all(each["url"].startswith("http") for each in answer["completions"])
    name = office.program("neighbour").get("/me").json["name"].split()[0].lower()
    people = office.program("neighbour").get(f"/search/suggest?q={name}").json["completions"]
    assert "person" in {each["kind"] for each in people}


@pytest.mark.parametrize("query", ["sort=best", "limit=0", "limit=101", "cursor=**", "colour=red", "year=17"])
def test_a_question_that_makes_no_sense_is_refused(officer, query):
    assert officer.get(f"/search?{query}").status_code == 422
