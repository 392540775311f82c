"""Recommendations over the interface: made, answered, never overwritten, for those who may."""

import uuid

import pytest

from infocus.core.db import db, unit_of_work
from infocus.reviews.models import PanelMember
from infocus.reviews.room.services import talk
from tests.api.test_plans import PLAN


@pytest.fixture
def review(office, officer):
    """Porto's review in its live part: the lead facilitates, the neighbour is a critical friend who said something."""
    plan = officer.post("/plans", PLAN).json
    body = {"plan": plan["id"], "title": "Porto's table", "held_on": "2018-01-24", "mode": "open"}
    made = office.program("expert").post("/reviews", body | {"facilitator": office.people["lead"].id}).json
    friend = office.people["neighbour"]
    with unit_of_work():
        db.session.add(PanelMember(review_id=made["id"], person_id=friend.id, role="critical-friend"))
    office.program("lead").post(f"/reviews/{made['id']}/phase", {"start": True})
    with unit_of_work():
        talk.say(office.world.actor(friend), made["id"], str(uuid.uuid4()), "Begin with the desks.")
    return f"/reviews/{made['id']}"


@pytest.fixture
def advice(office, review):
    """One recommendation of the neighbour's words, when the review is over; its path."""
    lead = office.program("lead")
    made = lead.post(f"{review}/recommendations", {"text": "Begin with the desks.", "source": 2})
    assert made.status_code == 201, made.text
    lead.post(f"{review}/phase", {"finish": True})
    return f"/recommendations/{made.json['id']}"


def test_a_recommendation_keeps_the_words_it_came_from(office, review, advice):
    shown = office.program("expert").get(advice).json
    assert (shown["number"], shown["source"], shown["answer"]) == (1, 2, None)
    assert shown["url"].endswith("/response#r1")
    assert office.program("expert").get(f"{review}/recommendations").json == {"items": [shown], "next": None}


def test_the_same_key_is_the_same_recommendation(office, review):
    body = {"text": "Count leases.", "key": str(uuid.uuid4())}
    lead = office.program("lead")
    first, second = (lead.post(f"{review}/recommendations", body) for _ in range(2))
    assert (first.status_code, first.json["id"]) == (second.status_code, second.json["id"])
    assert len(lead.get(f"{review}/recommendations").json["items"]) == 1


def test_pages_go_in_the_order_of_the_conversation(office, review):
    lead = office.program("lead")
    for number in range(3):
        lead.post(f"{review}/recommendations", {"text": f"Advice {number}."})
    first = lead.get(f"{review}/recommendations?limit=2").json
    second = lead.get(first["next"].split("/api/v1", 1)[1]).json
    assert [each["number"] for each in (*first["items"], *second["items"])] == [1, 2, 3]
    assert second["next"] is None


def test_the_host_answers_and_says_how_far_it_is(office, officer, advice):
    answered = officer.patch(advice, {"answer": "adapt", "reason": "Fewer desks.", "due": "2018-06"})
    assert (answered.status_code, answered.json["answer"], answered.json["version"]) == (200, "adapt", 2)
    done = officer.patch(advice, {"progress": "done", "progress_note": "In March."})
    assert (done.json["progress"], done.json["answer"], done.json["reason"]) == ("done", "adapt", "Fewer desks.")
    assert done.json["checked_at"]
    assert officer.patch(advice, {"answer": "reject", "reason": ""}).status_code == 422
    assert officer.patch(advice, {"answer": "maybe"}).status_code == 422
    for who in ("neighbour", "expert", "lead"):
        assert office.program(who).patch(advice, {"answer": "accept"}).status_code == 403, who


def test_nobody_overwrites_what_they_have_not_seen(officer, advice):
    seen = officer.get(advice).headers["ETag"]
    assert officer.patch(advice, {"answer": "accept"}, headers={"If-Match": seen}).status_code == 200
    late = officer.patch(advice, {"answer": "reject", "reason": "No."}, headers={"If-Match": seen})
    assert (late.status_code, late.mimetype) == (412, "application/problem+json")
    assert officer.get(advice).json["answer"] == "accept"


def test_who_is_not_at_the_table_does_not_read_it_before_it_is_agreed(office, review, advice):
    assert office.program("observer").get(f"{review}/recommendations").status_code == 403
    assert office.program("observer").get(advice).status_code == 403
    assert office.program("stranger").get(advice).status_code == 404
    assert office.program("stranger").get(f"{review}/recommendations").status_code == 404
