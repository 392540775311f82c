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
    assert office.program("stranger").get("/search/suggest?q=work").json == {"items": []}


def test_completions(office, output):
    assert office.program("neighbour").get("/search/suggest?q=wor").json["items"]


@pytest.mark.parametrize("query", ["sort=best", "limit=0", "limit=101", "cursor=**", "colour=red", "year=17"])
def test_a_question_that_makes_no_sense_is_refused(officer, query):
    assert officer.get(f"/search?{query}").status_code == 422
