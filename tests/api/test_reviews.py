"""Reviews: preparing, the clock, the log."""

import uuid

import pytest

from infocus.core.db import unit_of_work
from infocus.reviews.room.services import talk
from tests.api.test_plans import PLAN


@pytest.fixture
def review(office, officer):
    plan = officer.post("/plans", PLAN).json
    body = {"plan": plan["id"], "title": "Porto's table", "held_on": "2018-01-24"}
    answer = office.program("expert").post("/reviews", body | {"facilitator": office.people["lead"].id})
    assert answer.status_code == 201, answer.text
    return answer.json


def test_a_plan_a_day_and_a_facilitator_are_enough(office, review):
    assert (review["state"], review["mode"], review["partner"]) == ("preparing", "guided", "porto")
    assert [seat["role"] for seat in review["panel"]] == ["facilitator"]
    assert office.program("neighbour").get(f"/reviews/{review['id']}").json == review
    assert [each["id"] for each in office.program("neighbour").get("/reviews?year=2018").json["items"]] == [
        review["id"]
    ]
    assert office.program("neighbour").get("/reviews?year=2017").json["items"] == []


def test_a_review_is_changed_in_part(office, review):
    answer = office.program("expert").patch(f"/reviews/{review['id']}", {"brief": "Help with rents."})
    assert answer.status_code == 200
    assert (answer.json["brief"], answer.json["title"], answer.json["minutes"]) == (
        "Help with rents.", review["title"], review["minutes"],
    )  # fmt: skip


def test_the_facilitator_sets_the_clock(office, review):
    lead, path = office.program("lead"), f"/reviews/{review['id']}/phase"
    key = str(uuid.uuid4())
    begun = lead.post(path, {"start": True, "key": key})
    assert (begun.status_code, begun.json["state"], begun.json["phase"]) == (200, "live", "opening")
    assert lead.post(path, {"start": True, "key": key}).json["seq"] == begun.json["seq"]
    assert lead.post(path, {"to": "pitch"}).json["phase"] == "pitch"
    assert lead.post(path, {"pause": True}).json["ends_at"] is None
    assert office.program("officer").post(path, {"to": "clarify"}).status_code == 403
    assert lead.post(path, {"finish": True}).json["state"] == "finished"


@pytest.mark.parametrize("body", [{}, {"to": "pitch", "pause": True}, {"to": "lunch"}, {"extend": 0}, {"start": False}])
def test_one_thing_is_asked_of_the_clock(office, review, body):
    assert office.program("lead").post(f"/reviews/{review['id']}/phase", body).status_code == 422


def test_the_log_is_read_as_the_room_syncs(office, review):
    path = f"/reviews/{review['id']}"
    office.program("lead").post(f"{path}/phase", {"start": True})
    with unit_of_work():
        talk.say(office.world.actor(office.people["lead"]), review["id"], str(uuid.uuid4()), "Welcome.")
    page = office.program("expert").get(f"{path}/entries?after=0&limit=1").json
    assert (len(page["items"]), page["more"], page["last_seq"]) == (1, True, 2)
    (said,) = office.program("expert").get(f"{path}/entries?after=1").json["items"]
    assert (said["kind"], said["text"], said["seq"]) == ("message", "Welcome.", 2)


def test_who_reads_the_page_does_not_read_the_room(office, review):
    assert office.program("neighbour").get(f"/reviews/{review['id']}/entries").status_code == 403
    assert office.program("stranger").get(f"/reviews/{review['id']}/entries").status_code == 404
