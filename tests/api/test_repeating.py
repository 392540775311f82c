"""``Idempotency-Key``: a request that is sent again is not carried out again."""

from datetime import timedelta
from io import BytesIO

from sqlalchemy import func, select

from infocus.api import services
from infocus.api.models import IdempotencyKey
from infocus.api.services import Repeatable
from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.practices.models import Practice
from tests.api.programs import PRACTICE, begin, call

KEY = {"Idempotency-Key": "order-66"}


def _count(kind):
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(kind))


def test_the_same_request_gets_the_same_answer(officer):
    first, second = (officer.post("/practices", PRACTICE, headers=KEY) for _ in range(2))
    assert (first.status_code, first.headers.get("Idempotency-Replayed")) == (201, None)
    assert (second.status_code, second.headers["Idempotency-Replayed"]) == (201, "true")
    assert (second.json, second.headers["ETag"]) == (first.json, first.headers["ETag"])
    assert _count(Practice) == 1


def test_another_body_with_the_same_key_is_refused(officer):
    officer.post("/practices", PRACTICE, headers=KEY)
    answer = officer.post("/practices", PRACTICE | {"title": "Another"}, headers=KEY)
    assert (answer.status_code, answer.json["errors"][0]["field"]) == (422, "Idempotency-Key")
    assert _count(Practice) == 1


def test_the_order_of_fields_is_the_same_body(officer):
    officer.post("/practices", PRACTICE, headers=KEY)
    turned = dict(reversed(PRACTICE.items()))
    assert officer.post("/practices", turned, headers=KEY).headers["Idempotency-Replayed"] == "true"


def test_a_file_sent_again_is_kept_once(office, officer):
    path = f"/meetings/{call(office)['id']}/outputs"

    def send(text):
        return officer.post(path, data={"title": "Paper", "file": (BytesIO(text), "paper.txt")}, headers=KEY)

    first, second = send(b"The same words."), send(b"The same words.")
    assert (first.status_code, second.status_code) == (201, 201)
    assert second.json["document"]["id"] == first.json["document"]["id"]
    assert send(b"Other words.").status_code == 422


def test_a_request_that_failed_can_be_mended(officer):
    assert officer.post("/practices", PRACTICE | {"started": "2017-13"}, headers=KEY).status_code == 422
    assert officer.post("/practices", PRACTICE | {"started": "2017-12"}, headers=KEY).status_code == 201


def test_a_request_that_is_running_is_not_begun_twice(office, officer):
    fields = (office.people["officer"].id, "POST", "/api/v1/practices", KEY["Idempotency-Key"])
    officer.post("/practices", PRACTICE, headers=KEY)
    with unit_of_work():
        row = db.session.scalars(select(IdempotencyKey)).one()
        row.status, fingerprint = None, row.fingerprint
    assert officer.post("/practices", PRACTICE, headers=KEY).status_code == 409
    clock.shift(timedelta(minutes=6))  # the process that ran it is long dead
    assert isinstance(services.begin(Repeatable(*fields, fingerprint)), str)


def test_a_key_is_its_persons_and_its_paths(office, officer):
    first = begin(officer)
    officer.post("/practices", PRACTICE, headers=KEY)
    assert office.program("neighbour").post("/practices", PRACTICE, headers=KEY).status_code == 201
    answer = officer.post("/comments", {"on": f"practice:{first['id']}", "text": "Same key"}, headers=KEY)
    assert answer.status_code == 201
    assert _count(Practice) == 3


def test_after_a_day_the_key_is_new_and_forgotten(office, officer):
    officer.post("/practices", PRACTICE, headers=KEY)
    clock.shift(timedelta(hours=23, minutes=30))
    assert officer.post("/practices", PRACTICE, headers=KEY).headers["Idempotency-Replayed"] == "true"
    clock.shift(timedelta(hours=24, minutes=1))
    with unit_of_work():
        db.session.expire_all()
    fresh = office.program("officer")
    assert fresh.post("/practices", PRACTICE, headers=KEY).headers.get("Idempotency-Replayed") is None
    assert _count(Practice) == 2
    clock.shift(timedelta(hours=49))
    services.purge()
    assert _count(IdempotencyKey) == 0


def test_what_was_refused_leaves_no_key(office):
    office.program("observer").post("/practices", PRACTICE, headers=KEY)
    assert _count(IdempotencyKey) == 0


def test_a_key_of_no_sense_is_refused(officer):
    for key in ("", "x" * 201, "clé"):
        assert officer.post("/practices", PRACTICE, headers={"Idempotency-Key": key}).status_code == 422
