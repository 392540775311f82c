"""Oneself, networks, partners, one's own data."""

from infocus.core.db import unit_of_work


def test_me(office):
    me = office.program("officer", "read").get("/me").json
    assert me["roles"] == [{"network": "in-focus", "role": "officer", "partner": "porto"}]
    assert me["scopes"] == ["read"]


def test_networks_and_whether_they_are_mine(officer):
    found = {each["slug"]: each["member"] for each in officer.get("/networks").json["items"]}
    assert found == {"in-focus": True, "harbour-towns": False}


def test_partners_by_name_with_their_priorities(office, officer):
    with unit_of_work():
        office.world.app.extensions["sqlalchemy"].session.merge(office.porto).priorities = {"summary": "Makers."}
    found = officer.get("/networks/in-focus/partners").json["items"]
    assert [each["slug"] for each in found] == ["ostrava", "porto"]
    assert found[1]["priorities"]["summary"] == "Makers."
    assert officer.get("/networks/atlantis/partners").status_code == 404


def test_a_token_that_reads_takes_away_its_persons_data(office):
    answer = office.program("officer", "read").post("/exports/me")
    assert answer.status_code == 200
    assert answer.json["person"]["name"] == office.people["officer"].name
    assert "key_hash" not in answer.text
