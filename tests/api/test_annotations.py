"""Passages of files over the interface: anchors that are there, and the comments on them as Web Annotations."""

from io import BytesIO

import pytest

from tests.api.programs import call


@pytest.fixture
def output(office, work):
    """An output with a file of one page."""
    data = {"file": (BytesIO("Rents cover the walls; 𝒳 they seldom cover the tools.".encode()), "paper.txt")}
    fields = {"title": "Paper", "kind": "paper"}
    meeting = call(office)
    made = office.program("officer").post(
        f"/meetings/{meeting['id']}/outputs", data=data | fields, content_type="multipart/form-data"
    )
    assert made.status_code == 201, made.text
    work()
    return made.json


def test_an_anchor_is_kept_in_the_words_and_at_the_place_of_the_file(office, output):
    program = office.program("neighbour")
    body = {
        "on": f"output:{output['id']}",
        "text": "All?",
        "anchor": {"page": 1, "quote": "they  seldom\ncover the to", "suffix": "ols"},
    }
    made = program.post("/comments", body)
    assert made.status_code == 201, made.text
    anchor = made.json["anchor"]
    assert (anchor["quote"], anchor["start"], anchor["end"]) == ("they seldom cover the tools", 25, 52)
    page = program.get(f"/documents/{anchor['document']}/annotations")
    assert page.mimetype == "application/ld+json"
    (item,) = page.json["items"]
    assert item["body"]["value"] == "All?"
    assert item["target"]["selector"]["refinedBy"][1] == {"type": "TextPositionSelector", "start": 25, "end": 52}
    assert program.get(f"/documents/{anchor['document']}/annotations?version=2").status_code == 404
    assert program.get(f"/documents/{anchor['document']}/annotations?cursor=x").status_code == 422
    assert office.program("stranger").get(f"/documents/{anchor['document']}/annotations").status_code == 404


@pytest.mark.parametrize(
    ("anchor", "field"),
    [
        ({"page": 7, "quote": "Rents"}, "anchor.page"),
        ({"page": 1, "quote": "Nobody wrote this here"}, "anchor.quote"),
        ({"page": 1, "quote": "x" * 2_001}, "anchor.quote"),
    ],
)
def test_an_anchor_onto_nothing_is_refused_with_a_message(office, output, anchor, field):
    answer = office.program("neighbour").post(
        "/comments", {"on": f"output:{output['id']}", "text": "?", "anchor": anchor}
    )
    assert answer.status_code == 422
    assert field in answer.text
