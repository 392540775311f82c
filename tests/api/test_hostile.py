"""Bad input: a clear answer, and nothing half-saved."""

import io
import json
import unicodedata
import zipfile

import pytest
from sqlalchemy import func, select

from infocus.core.db import db
from infocus.library.models import Document
from infocus.meetings.models import Output
from infocus.practices.models import Practice
from tests.api.programs import PRACTICE, V1, begin, call

JSON = {"Content-Type": "application/json"}


def _count(kind):
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(kind))


def _problem(answer, status):
    assert answer.status_code == status, answer.text
    assert answer.mimetype == "application/problem+json"
    assert answer.json["status"] == status
    return {each["field"]: each["message"] for each in answer.json.get("errors", [])}


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "   "}, "title"),
        ({"title": "x" * 101}, "title"),
        ({"title": "Two\nlines"}, "title"),
        ({"title": None}, "title"),
        ({"title": 7}, "title"),
        ({"title": ["x"]}, "title"),
        ({"title": "NUL \x00 inside"}, "title"),
        ({"how": "escape \x1b[31m"}, "how"),
        ({"summary": "x" * 301}, "summary"),
        ({"language": "xx"}, "language"),
        ({"language": "EN"}, "language"),
        ({"visibility": "panel"}, "visibility"),
        ({"visibility": "public"}, "visibility"),
        ({"colour": "red"}, "colour"),
        ({"id": "a" * 26}, "id"),
        ({"state": "published"}, "state"),
        ({"latitude": 91}, "latitude"),
        ({"latitude": "41.1"}, "latitude"),
        ({"latitude": 10**400}, "latitude"),
        ({"started": "2017-13"}, "started"),
        ({"started": "yesterday"}, "started"),
        ({"themes": ["'; DROP TABLE records; --"]}, "themes"),
        ({"themes": "talent"}, "themes"),
        ({"keywords": ["x"] * 13}, "keywords"),
        ({"amounts": [{"what": "x", "value": True}]}, "amounts.0.value"),
        ({"amounts": [{"sum": 1}]}, "amounts.0.sum"),
        ({"indicators": [{"name": "x", "year": 12}]}, "indicators.0.year"),
        ({"criteria": {"beauty": "yes"}}, "criteria.beauty.[key]"),
        ({"network": "atlantis"}, "network"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_wrong_value_is_named_beside_its_field(officer, values, field):
    assert field in _problem(officer.post("/practices", PRACTICE | values), 422)
    assert _count(Practice) == 0


def test_every_wrong_field_is_named_at_once(officer):
    found = _problem(officer.post("/practices", {"title": "", "summary": 7, "extra": 1}), 422)
    assert set(found) == {"title", "summary", "language", "extra"}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b'{"title": }',
        b"\xff\xfe",
        b'{"title": NaN}',
        b"[" * 100_000,
        b'{"title": "\\ud800"}',
        b'{"a": 1} trailing',
    ],
    ids=repr,
)
def test_what_is_no_json_is_said_to_be_none(officer, body):
    _problem(officer.post("/practices", data=body, headers=JSON), 400)
    assert _count(Practice) == 0


@pytest.mark.parametrize("body", ["[]", "null", '"title"', "7", "true"])
def test_json_that_is_no_object_is_refused(officer, body):
    _problem(officer.post("/practices", data=body, headers=JSON), 422)


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_another_media_type_is_refused(officer, kind):
    _problem(officer.post("/practices", data=json.dumps(PRACTICE), headers={"Content-Type": kind}), 415)


def test_an_oversized_body_is_refused_unread(officer):
    large = json.dumps(PRACTICE | {"how": "x" * 1_100_000})
    answer = officer.post("/practices", data=large, headers=JSON)
    _problem(answer, 413)
    assert answer.headers["Connection"] == "close"
    assert _count(Practice) == 0


def test_an_oversized_body_without_a_length_is_refused(officer):
    large = io.BytesIO(json.dumps(PRACTICE | {"how": "x" * 1_100_000}).encode())
    more = {"input_stream": large, "environ_overrides": {"wsgi.input_terminated": True}}
    _problem(officer.post("/practices", headers=JSON | {"Transfer-Encoding": "chunked"}, **more), 413)


def test_limits_count_composed_characters_and_line_ends_as_one(officer):
    decomposed = unicodedata.normalize("NFD", "é" * 100)
    made = officer.post("/practices", PRACTICE | {"title": decomposed, "lesson": "a\r\nb" + "c" * 297}).json
    assert made["title"] == "é" * 100
    assert made["lesson"] == "a\nb" + "c" * 297


@pytest.mark.parametrize(
    "text", ["\u202eevil\u202c", "z\u0335\u0321\u0353" * 20, "👩‍👩‍👧‍👦 family", "العربية", "<script>alert(1)</script>"]
)
def test_text_of_every_kind_is_kept_as_it_was_written(officer, text):
    made = begin(officer, title=text, how=text)
    assert officer.get(f"/practices/{made['id']}").json["how"] == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    "handle", ["x", "0" * 26 + "-slug", "%00" * 26, "I" * 26, "../me", "0" * 5_000, "'%20OR%201=1"]
)
def test_what_is_no_id_is_not_found(officer, handle):
    for kind in ("practices", "meetings", "plans", "reviews", "documents", "outputs"):
        _problem(officer.get(f"/{kind}/{handle}"), 404)


@pytest.mark.parametrize(
    "query", ["limit=many", "limit=-1", "limit=1000", "page=1", "year=20017", "network=" + "x" * 200]
)
def test_a_query_that_makes_no_sense_is_refused(officer, query):
    _problem(officer.get(f"/practices?{query}"), 422)


def test_a_nul_in_an_address_leads_nowhere(officer):
    _problem(officer.get("/practices?state=%00"), 404)


def test_too_many_values_of_a_filter_are_refused(officer):
    _problem(officer.get("/practices?" + "&".join(["theme=x"] * 31)), 422)


def test_an_unknown_path_and_an_unknown_method_are_problems(officer):
    _problem(officer.get("/nothing"), 404)
    assert "GET" in officer.ask("PUT", "/practices").headers["Allow"]
    _problem(officer.ask("PUT", "/practices"), 405)


def _send(officer, meeting, data, name, **fields):
    fields = {"title": "A file"} | fields | {"file": (io.BytesIO(data), name)}
    return officer.post(f"/meetings/{meeting['id']}/outputs", data=fields)


def _bomb():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"\0" * 300_000_000)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "empty.pdf"),
        (b"%PDF-1.7 nothing more", "broken.docx"),
        (b"MZ\x90\x00 a program", "minutes.pdf"),
        (b"GIF89a", "paper.pdf"),
        (b"\x00\x01\x02" * 100, "notes.txt"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_lies_is_refused_and_not_kept(office, officer, data, name):
    assert "file" in _problem(_send(officer, call(office), data, name), 422)
    assert (_count(Output), _count(Document)) == (0, 0)


def test_a_bomb_is_refused_or_fails_with_its_reason(office, officer, work):
    answer = _send(officer, call(office), _bomb(), "bomb.docx")
    if answer.status_code == 201:
        work()
        document = officer.get(f"/documents/{answer.json['document']['id']}").json
        assert (document["state"], bool(document["reason"])) == ("failed", True)
    else:
        assert "file" in _problem(answer, 422)


def test_the_same_file_twice_is_refused(office, officer):
    plan = officer.post("/plans", {"title": "Plan"}).json
    path = f"/plans/{plan['id']}/versions"
    first, second = (officer.post(path, data={"file": (io.BytesIO(b"The plan."), "plan.txt")}) for _ in range(2))
    assert first.status_code == 201
    assert "file" in _problem(second, 422)


def test_a_file_over_the_limit_is_too_large(office, officer, monkeypatch):
    monkeypatch.setattr("infocus.api.requests.max_upload", lambda: 1_000)
    _problem(_send(officer, call(office), b"x" * 1_001, "large.txt"), 413)
    assert _count(Output) == 0


def test_a_body_over_every_limit_is_too_large(office, officer, monkeypatch):
    monkeypatch.setitem(office.world.app.config, "MAX_CONTENT_LENGTH", 1_000)
    _problem(_send(officer, call(office), b"x" * 2_000, "large.txt"), 413)


def test_a_file_name_is_made_harmless(office, officer):
    made = _send(officer, call(office), b"Words.", "../../<img src=x onerror=alert(1)>\u202etxt.txt").json
    assert "/" not in made["document"]["file_name"]
    assert "\u202e" not in made["document"]["file_name"]


def test_fields_beside_a_file_are_checked_alike(office, officer):
    meeting = call(office)
    assert "kind" in _problem(_send(officer, meeting, b"Words.", "a.txt", kind="song"), 422)
    assert "colour" in _problem(_send(officer, meeting, b"Words.", "a.txt", colour="red"), 422)
    assert "title" in _problem(_send(officer, meeting, b"Words.", "a.txt", title="\x00"), 422)
    assert "session" in _problem(_send(officer, meeting, b"Words.", "a.txt", session="a" * 26), 422)
    two = {"title": "x", "file": (io.BytesIO(b"a"), "a.txt"), "second": (io.BytesIO(b"b"), "b.txt")}
    assert "second" in _problem(officer.post(f"/meetings/{meeting['id']}/outputs", data=two), 422)
    assert _count(Output) == 0


def test_an_error_inside_is_a_problem_without_its_insides(office, officer, monkeypatch):
    def fall(*_values):
        raise RuntimeError("the secret inside")

    monkeypatch.setattr("infocus.api.views.people.networks_for", fall)
    answer = officer.client.get(f"{V1}/networks", headers=officer.head)
    _problem(answer, 500)
    assert "secret" not in answer.text
