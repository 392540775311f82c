"""A review held on paper is entered by its scribes: once, whole, and marked as what it is."""

import uuid
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from werkzeug.test import TestResponse

from infocus.core.db import db
from infocus.reviews.advice.models import Recommendation
from infocus.reviews.notes.models import Note
from infocus.reviews.room.queries import transcript
from infocus.reviews.vocabulary import Kind, ReviewState, Seating
from tests.reviews.tables import Table, new_key

SCRIBES = {Seating.FACILITATOR, Seating.RAPPORTEUR, Seating.NOTE_TAKER}
HELD = {"held_on": "2018-01-24", "starts": "14:00"}


def press(table: Table, what: str, values: dict[str, Any], by: str = Seating.NOTE_TAKER) -> TestResponse:
    """Send one of the forms."""
    client = table.world.client(table.people[by])
    fields = {f"{what}-{name}": value for name, value in ({"key": new_key()} | values).items()}
    return client.post(f"/in-focus/reviews/{table.review_id}/afterwards/{what}", data=fields)


@pytest.fixture
def paper(table: Table) -> Table:
    """A review that is being entered."""
    table.open()
    assert press(table, "held", HELD).status_code == 303
    return table


def speaker(table: Table) -> str:
    return table.people[Seating.FRIEND].id


def entries(table: Table, kind: str) -> list[dict[str, Any]]:
    db.session.rollback()
    return [entry for entry in transcript(table.actor(Seating.LEAD), table.review_id) if entry["kind"] == kind]


@pytest.mark.parametrize("who", [*Seating, "officer", "secretariat", "stranger"])
def test_scribes_enter_and_nobody_else(table, who):
    table.open()
    status = press(table, "held", HELD, by=who).status_code
    assert status == (303 if who in SCRIBES else 404 if who == "stranger" else 403)
    assert table.review.entered_afterwards == (who in SCRIBES)
    client = table.world.client(table.people[who])
    page = client.get(f"/in-focus/reviews/{table.review_id}/afterwards").status_code
    assert page == (200 if who in SCRIBES else status)


def test_it_was_held_when_it_was_held(paper):
    review = paper.review
    assert (review.state, review.entered_afterwards) == (ReviewState.LIVE, True)
    assert review.started_at.isoformat() == "2018-01-24T13:00:00+00:00"  # 14:00 in Brussels
    assert review.room.phase is None


@pytest.mark.parametrize("held", ["2999-01-01", "24 January", "2018-13-01", ""])
def test_a_day_that_is_none_or_to_come_is_refused_and_nothing_begins(table, held):
    table.open()
    answer = press(table, "held", {"held_on": held, "starts": "14:00"})
    assert answer.status_code == 422
    assert table.review.state == ReviewState.PREPARING


def test_every_entry_says_that_it_was_entered_afterwards(paper):
    press(paper, "spoken", {"speaker": speaker(paper), "lines_typed": "We failed twice.\nThen it worked."})
    press(paper, "notes", {"kind": "concern", "lines_typed": "Who pays?", "importance": "3"})
    press(paper, "advice", {"lines_typed": "Name an owner for each action."})
    press(paper, "takeaways", {"lines_typed": "A budget."})
    everything = transcript(paper.actor(Seating.LEAD), paper.review_id)
    assert [entry["kind"] for entry in everything] == [
        "phase", "spoken", "spoken", "note", "recommendation", "message",
    ]  # fmt: skip
    assert {entry.get("afterwards") for entry in everything} == {True}


def test_a_live_review_says_no_such_thing(table):
    table.start()
    assert {entry.get("afterwards") for entry in transcript(table.actor(Seating.LEAD), table.review_id)} == {None}


def test_lines_pasted_are_entries_of_their_own_under_the_speaker(paper):
    press(paper, "spoken", {"speaker": speaker(paper), "note": "experience", "lines_typed": "One\n\n  Two  \r\nThree"})
    spoken = entries(paper, Kind.SPOKEN)
    assert [entry["text"] for entry in spoken] == ["One", "Two", "Three"]
    assert {entry["speaker"]["id"] for entry in spoken} == {speaker(paper)}
    assert {entry["note"] for entry in spoken} == {"experience"}


@pytest.mark.parametrize(
    ("what", "values"),
    [
        ("spoken", {"lines_typed": "One\nTwo\nOne"}),
        ("notes", {"kind": "strength", "lines_typed": "One\nTwo\nOne"}),
        ("advice", {"lines_typed": "One\nTwo\nOne"}),
        ("takeaways", {"lines_typed": "One\nTwo\nOne"}),
    ],
)
def test_pressing_twice_stores_once_and_the_same_words_twice_on_paper_stay_two(paper, what, values):
    values = values | {"key": str(uuid.uuid4())} | ({"speaker": speaker(paper)} if what in {"spoken", "advice"} else {})
    assert press(paper, what, values).status_code == 303
    before = paper.review.room.last_seq
    assert press(paper, what, values).status_code == 303
    assert paper.review.room.last_seq == before
    kind = {"spoken": Kind.SPOKEN, "notes": Kind.NOTE, "advice": Kind.RECOMMENDATION, "takeaways": Kind.MESSAGE}[what]
    assert [entry["text"] for entry in entries(paper, kind)] == ["One", "Two", "One"]


def test_beginning_twice_begins_once(table):
    table.open()
    values = HELD | {"key": new_key()}
    assert [press(table, "held", values).status_code for _ in range(2)] == [303, 303]
    assert len(table.log()) == 1
    assert press(table, "held", HELD).status_code == 422


@pytest.mark.parametrize(
    ("what", "values"),
    [
        ("spoken", {"speaker": "nobody", "lines_typed": "First\nSecond"}),
        ("notes", {"kind": "praise", "lines_typed": "First\nSecond"}),
        ("notes", {"kind": "concern", "section": "gone", "lines_typed": "First\nSecond"}),
        ("notes", {"kind": "concern", "partner": "gone", "lines_typed": "First\nSecond"}),
        ("advice", {"lines_typed": "First\n" + "x" * 501 + "\nSecond"}),
        ("takeaways", {"lines_typed": "First\nSecond\nThird\nFourth"}),
    ],
)
def test_an_error_stores_nothing_of_the_form_and_loses_nothing_of_it(paper, what, values):
    before = paper.review.room.last_seq
    key = new_key()
    answer = press(paper, what, values | {"key": key})
    assert answer.status_code == 422
    assert "First" in answer.text
    assert "Second" in answer.text
    assert key in answer.text
    assert paper.review.room.last_seq == before
    assert db.session.query(Note).count() == db.session.query(Recommendation).count() == 0


def test_notes_are_signed_by_city_or_by_nobody_never_by_who_types(paper):
    for partner in ("", paper.host.id):
        press(paper, "notes", {"kind": "concern", "partner": partner, "lines_typed": "Who pays?"})
    anonymous, city = entries(paper, Kind.NOTE)
    assert (anonymous["author"], anonymous["partner"], anonymous["signed"]) == (None, None, "anonymous")
    assert (city["author"], city["partner"]["id"], city["signed"]) == (None, paper.host.id, "city")
    assert {(row.person_id, row.created_at) for row in db.session.query(Note)} == {(None, None)}


def test_advice_with_a_name_keeps_the_words_it_came_from(paper):
    press(paper, "advice", {"speaker": speaker(paper), "lines_typed": "Name an owner."})
    (said,) = entries(paper, Kind.SPOKEN)
    (advice,) = entries(paper, Kind.RECOMMENDATION)
    assert (advice["source"], advice["source_kind"]) == (said["seq"], "spoken")
    assert db.session.query(Recommendation).one().person_id == speaker(paper)


def test_takeaways_stand_under_the_city_of_the_host(paper):
    press(paper, "takeaways", {"lines_typed": "A budget."})
    (takeaway,) = entries(paper, Kind.MESSAGE)
    assert takeaway["takeaway"] is True
    assert takeaway["partner"]["id"] == paper.host.id


def picture(color: str = "navy") -> BytesIO:
    file = BytesIO()
    Image.new("RGB", (40, 40), color).save(file, "PNG")
    file.seek(0)
    return file


def test_the_wall_is_kept_as_a_picture_with_words_for_the_table_only(paper):
    values = {"photo": (picture(), "wall.png"), "alt": "Five clusters"}
    assert press(paper, "photo", values).status_code == 303
    (entry,) = entries(paper, Kind.MESSAGE)
    assert entry["text"] == "Five clusters"
    address = entry["file"]["url"]
    codes = {who: paper.world.client(paper.people[who]).get(address).status_code for who in paper.people}
    assert {who for who, code in codes.items() if code == 200} == {*Seating}


@pytest.mark.parametrize("photo", [None, b"text"])
def test_no_picture_and_what_is_none_are_refused(paper, photo):
    values = {"alt": "Five"} | ({"photo": (BytesIO(photo), "wall.txt")} if photo else {})
    assert press(paper, "photo", values).status_code == 422
    assert not entries(paper, Kind.MESSAGE)


def test_a_picture_without_words_is_refused(paper):
    assert press(paper, "photo", {"photo": (picture("red"), "wall.png"), "alt": ""}).status_code == 422


def test_nothing_is_entered_before_it_is_begun_nor_after_the_end_nor_into_a_live_review(table):
    table.open()
    assert press(table, "takeaways", {"lines_typed": "A"}).status_code == 422
    press(table, "held", HELD)
    client = table.world.client(table.people[Seating.FACILITATOR])
    client.post(f"/in-focus/reviews/{table.review_id}/finish")
    assert table.review.state == ReviewState.FINISHED
    assert press(table, "takeaways", {"lines_typed": "A"}).status_code == 422
    table.start()
    assert press(table, "takeaways", {"lines_typed": "A"}).status_code == 422
    assert press(table, "held", HELD).status_code == 422


def test_others_write_nothing_while_it_is_entered(paper):
    said = paper.world.client(paper.people[Seating.FRIEND])
    assert press(paper, "spoken", {"speaker": speaker(paper), "lines_typed": "A"}, Seating.FRIEND).status_code == 403
    assert said.get(f"/in-focus/reviews/{paper.review_id}/afterwards").status_code == 403
