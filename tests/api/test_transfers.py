"""Transfers: which cities use a practice, by the interface."""

import pytest

from infocus.core.actor import Role
from tests.api.programs import begin, made, publish


@pytest.fixture
def path(office):
    """The transfers of a practice of Porto's that the network reads."""
    return f"/practices/{publish(office)['id']}/transfers"


def test_a_city_says_how_far_it_is_and_moves(office, path):
    neighbour = office.program("neighbour")
    first = made(neighbour.post(path, {"stage": "interested", "note": "Which permits?"}))
    assert (first["partner"], first["stage"], first["note"]) == ("ostrava", "interested", "Which permits?")
    assert first["by"]["id"] == office.people["neighbour"].id
    second = made(neighbour.post(path, {"stage": "adapt"}))
    assert (second["id"], second["stage"], second["note"]) == (first["id"], "adapt", "Which permits?")
    answer = office.program("officer", "read").get(path)
    assert answer.json == {"items": [second], "next": None}


def test_the_same_key_is_carried_out_once(office, path):
    neighbour, key = office.program("neighbour"), {"Idempotency-Key": "one"}
    first = neighbour.post(path, {"stage": "adapt"}, headers=key)
    neighbour.post(path, {"stage": "reuse"})
    again = neighbour.post(path, {"stage": "adapt"}, headers=key)
    assert again.headers["Idempotency-Replayed"] == "true"
    assert again.json == first.json
    assert neighbour.get(path).json["items"][0]["stage"] == "reuse"


@pytest.mark.parametrize(
    ("body", "field"),
    [({}, "stage"), ({"stage": "tried"}, "stage"), ({"stage": "adapt", "note": "x" * 301}, "note"),
     ({"stage": "adapt", "note": 3}, "note"), ({"stage": "adapt", "grade": "Good."}, "grade")],
)  # fmt: skip
def test_wrong_values_are_refused_beside_their_fields(office, path, body, field):
    answer = office.program("neighbour").post(path, body)
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json["errors"]] == [field]


def test_only_for_the_own_city_and_another_citys_practice(office, path):
    assert office.program("officer").post(path, {"stage": "adapt"}).status_code == 403
    assert office.program("neighbour").post(path, {"stage": "adapt", "partner": "porto"}).status_code == 403
    assert office.program("expert").post(path, {"stage": "adapt"}).status_code == 403
    assert office.program("stranger").post(path, {"stage": "adapt"}).status_code == 404
    assert office.program("stranger").get(path).status_code == 404
    draft = begin(office.program("officer"))
    assert office.program("neighbour").get(f"/practices/{draft['id']}/transfers").status_code == 404


def test_people_are_named_to_members_only(office, path):
    office.program("neighbour").post(path, {"stage": "adapt"})
    practice = path.removesuffix("/transfers")
    assert office.program("coordinator").post(f"{practice}/publish", {"visibility": "all"}).status_code == 200
    seen = office.program("stranger").get(path).json["items"]
    assert [(row["partner"], row["by"]) for row in seen] == [("ostrava", None)]
    assert office.program("observer").get(path).json["items"][0]["by"] is not None


def test_pages_hold_every_city_once(office, path):
    for number in range(5):
        city = office.world.partner(office.network, f"city-{number}")
        office.people[f"c{number}"] = office.world.person(Role.OFFICER, city)
        made(office.program(f"c{number}").post(path, {"stage": "understand"}))
    found, asked = [], f"{path}?limit=2"
    while asked:
        answer = office.program("officer").get(asked).json
        found += [row["partner"] for row in answer["items"]]
        asked = answer["next"] and answer["next"].partition("/api/v1")[2]
    assert sorted(found) == [f"city-{number}" for number in range(5)]
    assert office.program("officer").get(f"{path}?cursor=WzFd").status_code == 422


def test_all_of_a_transfer_is_written_and_read_by_the_network_only(office, path):
    body = {
        "stage": "adapt", "mentor": "porto", "plan": "Keys first.", "adapted": "Half the floors.", "left_out": "Rent.",
        "failed": "The boiler.", "result": "Nine firms.", "months": [12],
        "evidence": [{"name": "Firms", "value": 9, "unit": "firms", "year": 2017}],
    }  # fmt: skip
    row = made(office.program("neighbour").post(path, body))
    assert {name: row[name] for name in body if name != "months"} == {k: v for k, v in body.items() if k != "months"}
    assert [(each["month"], each["answered_at"] is None) for each in row["checkpoints"]] == [(0, False), (12, True)]
    assert "/in-focus/transfers/" in row["url"]
    practice = path.removesuffix("/transfers")
    assert office.program("coordinator").post(f"{practice}/publish", {"visibility": "all"}).status_code == 200
    seen = office.program("stranger").get(path).json["items"][0]
    assert (seen["stage"], seen["failed"], seen["plan"], seen["checkpoints"], seen["url"]) == ("adapt", *[None] * 4)


@pytest.mark.parametrize(
    ("more", "field"),
    [({"mentor": "ostrava"}, "mentor"), ({"mentor": "atlantis"}, "mentor"), ({"months": [4]}, "months.0"),
     ({"failed": "x" * 1501}, "failed"), ({"evidence": [{"name": "Firms", "year": 20177}]}, "evidence.0.year")],
)  # fmt: skip
def test_what_is_wrong_in_a_transfer_is_named(office, path, more, field):
    answer = office.program("neighbour").post(path, {"stage": "adapt"} | more)
    assert answer.status_code == 422
    assert field.split(".")[0] in answer.json["errors"][0]["field"]
    assert office.program("neighbour").get(path).json["items"] == []
