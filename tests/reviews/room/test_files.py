"""Files of a room open for whoever may be in it; links show what their reader may read."""

from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient

from infocus.core.db import db, unit_of_work
from infocus.library.models import Document
from infocus.plans.models import PlanSection, PlanVersion
from infocus.records.models import Record, Visibility
from infocus.records.urls import record_path
from infocus.reviews.models import Review
from infocus.reviews.room import queries
from infocus.reviews.room.services import off_record, phases, talk
from infocus.reviews.room.services.talk import Extras
from infocus.reviews.vocabulary import Mode, Seating
from tests.reviews.tables import Table, new_key

FRIEND, HOST = Seating.FRIEND, Seating.HOST


@pytest.fixture
def room(table: Table) -> Table:
    """An open review that is live."""
    return table.start(Mode.OPEN)


def client(room: Table, who: str) -> FlaskClient:
    db.session.rollback()
    return room.world.client(room.people[who])


def upload(room: Table, who: str, *files: tuple[bytes, str]):
    path = f"{record_path(room.review)}/room/files"
    data = {"file": [(BytesIO(body), name) for body, name in files]}
    return client(room, who).post(path, data=data, content_type="multipart/form-data")


def send(room: Table, *ids: str) -> dict:
    with unit_of_work():
        extras = Extras(files=ids)
        seq = talk.say(room.actor(FRIEND), room.review_id, new_key(), "", extras=extras).seq
    return queries.sync(room.actor(HOST), room.review_id, seq - 1).items[0]


def test_a_file_goes_with_a_message_and_opens_for_the_room_only(room: Table) -> None:
    answer = upload(room, FRIEND, (b"Who owns the hill?", "hill.txt"), (b"And the river?", "river.txt"))
    assert answer.status_code == 201
    first, second = answer.get_json()["items"]
    entry = send(room, first["id"])
    assert {name: entry["file"][name] for name in ("id", "title", "kind", "size")} == {
        "id": first["id"], "title": "hill.txt", "kind": "txt", "size": 18,
    }  # fmt: skip
    assert [each["id"] for each in send(room, first["id"], second["id"])["files"]] == [first["id"], second["id"]]
    for who, status in (
        (HOST, 200),
        (Seating.OBSERVER, 200),
        ("officer", 404),
        ("secretariat", 404),
        ("stranger", 404),
    ):
        assert client(room, who).get(first["url"]).status_code == status, who
    room.take(Seating.LEAD, FRIEND)
    assert client(room, FRIEND).get(first["url"]).status_code == 404


def test_files_are_in_no_list_and_no_search(room: Table, work) -> None:
    upload(room, FRIEND, (b"quicksand under the hill", "quicksand.txt"))
    work()
    (holder,) = db.session.query(Record).filter_by(type="room-files")
    assert holder.audience == []
    found = client(room, Seating.LEAD).get("/search?q=quicksand").get_data(as_text=True)
    assert "quicksand.txt" not in found


def test_the_same_file_twice_is_one_and_a_removed_message_takes_its_file_along(room: Table) -> None:
    one = upload(room, FRIEND, (b"The same.", "same.txt")).get_json()["items"][0]
    assert upload(room, HOST, (b"The same.", "again.txt")).get_json()["items"][0]["id"] == one["id"]
    entry = send(room, one["id"])
    with unit_of_work():
        talk.remove(room.actor(FRIEND), room.review_id, new_key(), entry["seq"])
    assert client(room, HOST).get(one["url"]).status_code == 404
    assert "file" not in queries.sync(room.actor(HOST), room.review_id, entry["seq"] - 1).items[0]


def test_who_may_not_write_and_what_is_too_much_is_refused(room: Table) -> None:
    for who, status in ((Seating.OBSERVER, 403), ("officer", 403), ("stranger", 404)):
        assert upload(room, who, (b"x", "x.txt")).status_code == status, who
    assert upload(room, FRIEND, *[(bytes([65 + n]), f"{n}.txt") for n in range(9)]).status_code == 422
    assert upload(room, FRIEND).status_code == 422
    with unit_of_work():
        off_record.set_off_record(room.actor(Seating.FACILITATOR), room.review_id, new_key(), on=True)
    assert upload(room, FRIEND, (b"x", "x.txt")).status_code == 403
    with unit_of_work():
        phases.finish(room.actor(Seating.FACILITATOR), room.review_id, new_key())
    assert upload(room, FRIEND, (b"x", "x.txt")).status_code == 403
    assert db.session.query(Document).count() == 0


def test_a_link_is_shown_to_those_who_may_read_where_it_leads(app: Flask, room: Table) -> None:
    with unit_of_work():
        version = PlanVersion(plan_id=room.plan.id, number=1, created_by=room.people[HOST].id)
        version.sections = [PlanSection(position=1, key="k" * 26, number="4.1", title="Actions")]
        db.session.add(version)
    review = room.review
    plan, there = record_path(review.plan), f"{record_path(review)}/room/links"

    def ask(who: str, path: str):
        return client(room, who).get(there, query_string={"path": path})

    shown = ask(FRIEND, plan).get_json()
    assert (shown["title"], shown["type"], shown["partner"]["slug"]) == (
        "Plan of Bielsko-Biala", "plan", "bielsko-biala",
    )  # fmt: skip
    assert ask(FRIEND, f"{plan}?section={'k' * 26}").get_json()["section_title"] == "4.1 Actions"
    assert ask(FRIEND, f"{plan}#section-{'k' * 26}").get_json()["section"] == "k" * 26
    for nowhere in (
        "",
        "/",
        "https://example.org/x",
        f"/harbour{plan}",
        plan.replace("/plans/", "/meetings/"),
        "/a/b/c",
    ):
        assert ask(FRIEND, nowhere).status_code == 404, nowhere
    assert ask("officer", plan).status_code == 403
    with unit_of_work():
        found = db.session.get(Review, room.review_id)
        assert found is not None
        found.plan.visibility = Visibility.PARTNER
        found.plan.audience.clear()
    assert ask(FRIEND, plan).status_code == 404
