"""Meetings, outputs, and the files of outputs."""

from io import BytesIO

from tests.api.programs import call

TEXT = b"Local resources make a city. The second paragraph is about workshops and rents.\n"


def _file(name="paper.txt", data=TEXT, **fields):
    return {"title": "A paper", "kind": "paper", "language": "en", **fields, "file": (BytesIO(data), name)}


def test_a_meeting_is_called_with_a_date_as_it_is_stated(office):
    made = call(office)
    assert (made["starts"], made["partner"], made["themes"], made["state"]) == (
        "2017-09",
        "porto",
        ["talent"],
        "planned",
    )
    assert office.program("officer").get(f"/meetings/{made['id']}").json == made


def test_a_meeting_is_changed_in_part(office):
    made = call(office)
    answer = office.program("lead").patch(
        f"/meetings/{made['id']}", {"starts": "2017-09-13", "state": "held"}, headers={"If-Match": '"1"'}
    )
    assert answer.status_code == 200
    assert (answer.json["starts"], answer.json["state"], answer.json["title"]) == ("2017-09-13", "held", made["title"])


def test_an_officer_calls_no_meeting(officer):
    answer = officer.post("/meetings", {"title": "Mine", "starts": "2018", "network": "in-focus"})
    assert answer.status_code == 403


def test_an_output_comes_with_its_document(office, officer, work):
    meeting = call(office)
    answer = officer.post(f"/meetings/{meeting['id']}/outputs", data=_file())
    assert answer.status_code == 201
    made = answer.json
    assert (made["kind"], made["meeting"], made["partner"]) == ("paper", meeting["id"], "porto")
    assert (made["document"]["state"], made["document"]["file_name"]) == ("pending", "paper.txt")
    work()
    document = officer.get(f"/documents/{made['document']['id']}").json
    assert (document["state"], document["pages"], document["pages_read"]) == ("ready", 1, 1)
    page = officer.get(f"/documents/{document['id']}/text?page=1").json
    assert "workshops and rents" in page["text"]
    assert officer.get(f"/documents/{document['id']}/text?page=2").status_code == 404
    assert [each["id"] for each in officer.get(f"/meetings/{meeting['id']}/outputs").json["items"]] == [made["id"]]


def test_the_file_is_answered_as_it_was_sent_and_never_runs(office, officer):
    made = officer.post(f"/meetings/{call(office)['id']}/outputs", data=_file()).json
    answer = officer.get(f"/documents/{made['document']['id']}/file")
    assert answer.data == TEXT
    assert answer.headers["Content-Security-Policy"] == "sandbox"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    part = officer.get(f"/documents/{made['document']['id']}/file", headers={"Range": "bytes=0-4"})
    assert (part.status_code, part.data) == (206, b"Local")


def test_an_output_can_be_a_link(office, officer):
    data = {"title": "A film", "link": "https://example.org/film"}
    answer = officer.post(f"/meetings/{call(office)['id']}/outputs", data=data, content_type="multipart/form-data")
    assert answer.status_code == 201
    assert answer.json["document"] is None


def test_an_output_is_changed_and_removed(office, officer):
    made = officer.post(f"/meetings/{call(office)['id']}/outputs", data=_file()).json
    path = f"/outputs/{made['id']}"
    changed = officer.patch(path, {"title": "Another title"}).json
    assert (changed["title"], changed["kind"], changed["document"]["id"]) == (
        "Another title", "paper", made["document"]["id"],
    )  # fmt: skip
    assert officer.get(path).json == changed
    assert officer.delete(path).status_code == 204
    assert officer.get(path).status_code == 404
    assert officer.get(f"/documents/{made['document']['id']}").status_code == 404


def test_the_file_follows_the_record(office, officer):
    made = officer.post(f"/meetings/{call(office)['id']}/outputs", data=_file(visibility="partner")).json
    assert office.program("neighbour").get(f"/documents/{made['document']['id']}").status_code == 404
    assert office.program("neighbour").get(f"/documents/{made['document']['id']}/file").status_code == 404
    assert office.program("neighbour").get(f"/outputs/{made['id']}").status_code == 404


def test_neither_file_nor_link_is_refused(office, officer):
    answer = officer.post(
        f"/meetings/{call(office)['id']}/outputs", data={"title": "Nothing"}, content_type="multipart/form-data"
    )
    assert answer.status_code == 422
    assert answer.json["errors"][0]["field"] == "file"
