"""The doors: who is refused, and what they learn by it."""

from datetime import timedelta

import pytest

from infocus.api.operations import OPERATIONS
from infocus.core import clock
from infocus.core.ids import new_id
from infocus.core.web.guard import permission_of
from tests.api.programs import PRACTICE, V1, begin, call, publish


def _address(operation):
    path = operation.path
    for part in path.split("/"):
        if part.startswith("<"):
            path = path.replace(part, "in-focus" if "slug" in part else new_id())
    return path


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda each: f"{each.method} {each.path}")
def test_without_a_token_every_door_is_shut(office, operation):
    answer = office.stranger_without_token().ask(operation.method, _address(operation))
    assert answer.status_code == 401
    assert answer.mimetype == "application/problem+json"
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize("operation", [each for each in OPERATIONS if each.writes], ids=lambda each: each.name)
def test_a_token_that_only_reads_changes_nothing(office, operation):
    answer = office.program("coordinator", "read").ask(operation.method, _address(operation), json={})
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "operation",
    [each for each in OPERATIONS if "record_id" in each.path and each.method != "POST"],
    ids=lambda o: o.name,
)
def test_what_there_is_not_is_not_found(office, operation):
    bodies = {"change_comment": {"text": "x"}}
    more = {"json": bodies.get(operation.name, {})} if operation.method == "PATCH" else {}
    assert office.program("officer").ask(operation.method, _address(operation), **more).status_code == 404


def test_the_cookie_of_a_browser_opens_nothing(office):
    browser = office.world.client(office.people["officer"])
    assert browser.get(f"{V1}/me").status_code == 401
    assert browser.post(f"{V1}/practices", json=PRACTICE).status_code == 401


def test_the_token_counts_whoever_is_signed_in(office):
    browser = office.world.client(office.people["officer"])
    head = office.world.bearer(office.people["expert"])
    assert browser.get(f"{V1}/me", headers=head).json["id"] == office.people["expert"].id


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ife_wrong", "Basic b2ZmaWNlcg==", "Bearer ife_\u00e9"])
def test_a_token_that_is_none_is_refused(client, header):
    assert client.get(f"{V1}/me", headers={"Authorization": header}).status_code == 401


def test_an_expired_token_is_refused(office):
    program = office.program("officer")
    assert program.get("/me").status_code == 200
    clock.shift(timedelta(days=2))
    assert program.get("/me").status_code == 401


def test_another_network_learns_nothing(office):
    practice, meeting = publish(office), call(office)
    stranger = office.program("stranger")
    for path in (f"/practices/{practice['id']}", f"/meetings/{meeting['id']}", f"/meetings/{meeting['id']}/outputs"):
        assert stranger.get(path).status_code == 404
    assert stranger.patch(f"/practices/{practice['id']}", {"title": "Mine"}).status_code == 404
    assert stranger.post(f"/practices/{practice['id']}/submit").status_code == 404
    assert stranger.delete(f"/practices/{practice['id']}").status_code == 404
    assert stranger.get("/practices").json["items"] == []
    assert stranger.get("/meetings?network=in-focus").json["items"] == []


def test_readable_is_not_changeable(office):
    practice = publish(office)
    for who in ("neighbour", "observer", "lead"):
        program = office.program(who)
        assert program.get(f"/practices/{practice['id']}").status_code == 200
        assert program.patch(f"/practices/{practice['id']}", {"title": "Mine"}).status_code == 403


def test_a_draft_is_its_authors_and_coordinators(office, officer):
    path = f"/practices/{begin(officer)['id']}"
    found = {who: office.program(who).get(path).status_code for who in office.people}
    assert found == {who: 200 if who in {"officer", "coordinator"} else 404 for who in office.people}


def test_observers_begin_nothing(office):
    assert office.program("observer").post("/practices", PRACTICE).status_code == 403
    assert office.program("stranger").post("/practices", PRACTICE | {"network": "in-focus"}).status_code == 403


def test_every_operation_carries_its_permission(any_app):
    assert [each.name for each in OPERATIONS if permission_of(any_app.view_functions[f"api.{each.name}"]) is None] == []


def test_too_many_requests_are_told_when_to_come_back(office, monkeypatch):
    monkeypatch.setattr("infocus.api.requests.RATE", "2/minute")
    program = office.program("officer")
    assert [program.get("/me").status_code for _ in range(3)] == [200, 200, 429]
    answer = program.get("/me")
    assert answer.mimetype == "application/problem+json"
    assert 1 <= int(answer.headers["Retry-After"]) <= 61
    assert office.program("expert").get("/me").status_code == 200
