"""The pages of reviews: every seat at every door, forms, the room's page."""

import html
import json
import re

import pytest

from infocus.core.db import db, unit_of_work
from infocus.library.queries import search
from infocus.library.shapes import SearchForm
from infocus.records.urls import record_path
from infocus.reviews.models import Review
from infocus.reviews.room.services import talk
from infocus.reviews.vocabulary import Mode, Seating
from tests.reviews.tables import Table, new_key

FORM = {
    "title": "A review",
    "held_on": "2018-01-24",
    "mode": "guided",
    "length": "90",
    "time_zone": "Europe/Warsaw",
    "language": "en",
    "visibility": "network",
}


def get(table: Table, who: str, tail: str = "") -> int:
    """The status of the review's page, or of a page under it."""
    return table.world.client(table.people[who]).get(record_path(table.review) + tail).status_code


def post(table: Table, who: str, tail: str, **form: str):
    return table.world.client(table.people[who]).post(record_path(table.review) + tail, data=form)


def room_of(table: Table, who: str, tail: str = "") -> str:
    """The room's page, after reading at the door what is agreed."""
    client, path = table.world.client(table.people[who]), record_path(table.review) + "/room"
    client.post(f"{path}/enter")
    return client.get(path + tail).text


def test_every_seat_at_every_door(table: Table) -> None:
    table.start()
    inside = set(table.people) - {"officer", "secretariat", "stranger"}
    for who in table.people:
        page, room = (404, 404) if who == "stranger" else (200, 200 if who in inside else 403)
        assert (get(table, who), get(table, who, "/room")) == (page, room), who
        may_edit = who in {Seating.EXPERT, Seating.LEAD, Seating.HOST, Seating.FACILITATOR}
        assert get(table, who, "/edit") == (404 if who == "stranger" else 200 if may_edit else 403), who


def test_visitors_are_asked_to_sign_in_or_see_nothing(table: Table, client) -> None:
    table.open()
    assert client.get(record_path(table.review)).status_code == 404
    assert client.get(record_path(table.review) + "/room").status_code == 302


def test_an_old_slug_leads_to_the_review_and_another_network_does_not(table: Table) -> None:
    table.open()
    client = table.world.client(table.people[Seating.LEAD])
    assert client.get(f"/in-focus/reviews/{table.review_id}-old-name").location == record_path(table.review)
    assert client.get(f"/harbour-towns/reviews/{table.review_id}").status_code == 404


def test_a_review_is_set_up_from_a_form(table: Table) -> None:
    expert = table.world.client(table.people[Seating.EXPERT])
    path = f"{record_path(table.plan)}/review"
    assert b"A title, a day and a facilitator" in expert.get(path).data
    missing = expert.post(path, data=FORM)
    assert missing.status_code == 422
    assert b"somebody who leads it" in missing.data
    wrong = expert.post(path, data={**FORM, "facilitator": table.people[Seating.FRIEND].id, "held_on": "tomorrow"})
    assert (wrong.status_code, b"2018-01-24" in wrong.data, b"A review" in wrong.data) == (422, True, True)
    done = expert.post(path, data={**FORM, "facilitator": table.people[Seating.FRIEND].id, "question_2": "Who pays?"})
    assert done.status_code == 303
    review = db.session.query(Review).one()
    assert (review.questions, sum(review.minutes.values())) == (["Who pays?"], 90)
    assert [seat.person_id for seat in review.panel] == [table.people[Seating.FRIEND].id]
    assert table.world.client(table.people["officer"]).get(path).status_code == 403


def test_seats_and_course_by_forms(table: Table) -> None:
    table.open()
    officer = table.people["officer"].id
    assert post(table, "officer", "/seats", person=officer, role="critical-friend").status_code == 403
    assert post(table, "lead", "/seats", person=officer, role="critical-friend").status_code == 303
    assert post(table, "lead", "/seats", person=officer, role="critical-friend").status_code == 422
    assert get(table, "officer", "/room") == 200
    assert post(table, "officer", "/start").status_code == 403
    assert post(table, "facilitator", "/start").location.endswith("/room")
    assert table.review.state == "live"
    assert post(table, "facilitator", "/cancel").status_code == 409
    assert post(table, "facilitator", "/finish").status_code == 303
    assert table.review.state == "finished"


def test_the_room_page_tells_its_script_everything_and_nothing_to_be_run(table: Table) -> None:
    table.start()
    with unit_of_work():
        table.review.title = "</main><script>alert(1)</script>\"'"
    page = room_of(table, Seating.FRIEND)
    assert "<script>alert" not in page
    found = re.search(r'data-room="([^"]*)"', page)
    assert found is not None
    config = json.loads(html.unescape(found[1]))
    assert (config["review"], config["person"]) == (table.review_id, table.people[Seating.FRIEND].id)
    assert [phase["name"] for phase in config["phases"]][:2] == ["opening", "pitch"]
    assert config["words"]["have_all"]["one"] == "You have {n} entry"
    assert "needs JavaScript" in page


def test_plural_sentences_follow_the_reader_s_language(table: Table) -> None:
    table.start()
    with unit_of_work():
        person = db.session.merge(table.people[Seating.FRIEND])
        person.language = "pl"
    page = room_of(table, Seating.FRIEND)
    found = re.search(r'data-room="([^"]*)"', page)
    assert found is not None
    assert {"one", "few", "many", "other"} <= set(json.loads(html.unescape(found[1]))["words"]["have_all"])


@pytest.mark.parametrize("who", [Seating.HOST, Seating.FRIEND, Seating.LEAD, "officer", "secretariat", "stranger"])
def test_the_transcript_is_found_by_the_table_alone(table: Table, work, who: str) -> None:
    table.start(Mode.OPEN)
    friend = table.actor(Seating.FRIEND)
    with unit_of_work():
        talk.say(friend, table.review_id, new_key(), "Two of the seven may veto spending.")
        regretted = talk.say(friend, table.review_id, new_key(), "Quicksilver was never mentioned.")
        talk.remove(friend, table.review_id, new_key(), regretted.seq)
    work()
    inside = who in set(Seating)
    found = [shown.hit.record for shown in search(table.actor(who), SearchForm(text="veto spending")).items]
    assert found == ([table.review_id] if inside else [])
    assert not search(table.actor(who), SearchForm(text="quicksilver")).items
