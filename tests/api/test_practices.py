"""Practices: from the draft to the withdrawal."""

from tests.api.programs import FULL, PRACTICE, begin, publish


def test_a_new_practice_is_a_draft_of_the_writers_city(officer):
    answer = officer.post("/practices", FULL)
    assert answer.status_code == 201
    assert answer.headers["ETag"] == '"1"'
    made = answer.json
    assert {name: made[name] for name in ("type", "network", "partner", "state", "visibility", "version")} == {
        "type": "practice", "network": "in-focus", "partner": "porto", "state": "draft", "visibility": "network",
        "version": 1,
    }  # fmt: skip
    assert {name: made[name] for name in FULL} == FULL
    assert made["url"].endswith(f"/in-focus/practices/{made['id']}-a-desk-for-makers")
    assert made["created_at"].endswith("Z")
    assert made["author"]["name"].startswith("Officer")


def test_what_was_made_is_read_again_alike(officer):
    made = begin(officer)
    answer = officer.get(f"/practices/{made['id']}")
    assert answer.json == made
    assert answer.headers["ETag"] == '"1"'
    assert answer.headers["Cache-Control"].startswith("private")
    assert "Authorization" in answer.headers["Vary"]


def test_only_what_is_sent_is_changed(officer):
    made = begin(officer, how="First ask.")
    answer = officer.patch(f"/practices/{made['id']}", {"lesson": "Ask first.", "latitude": 41.1})
    assert answer.status_code == 200
    changed = answer.json
    assert (changed["how"], changed["lesson"], changed["latitude"], changed["title"]) == (
        "First ask.", "Ask first.", 41.1, PRACTICE["title"],
    )  # fmt: skip
    assert changed["version"] > made["version"]
    assert answer.headers["ETag"] == f'"{changed["version"]}"'


def test_the_whole_workflow(office):
    published = publish(office)
    assert published["state"] == "published"
    assert published["published_at"]
    assert office.program("neighbour").get(f"/practices/{published['id']}").json["how"] == FULL["how"]
    answer = office.program("officer").post(f"/practices/{published['id']}/withdraw", {"reason": "The desk closed."})
    assert answer.json["state"] == "withdrawn"
    assert office.program("neighbour").get(f"/practices/{published['id']}").status_code == 404


def test_an_expert_asks_for_changes(office, officer):
    made = officer.post("/practices", FULL).json
    officer.post(f"/practices/{made['id']}/submit")
    answer = office.program("expert").post(f"/practices/{made['id']}/ask-changes", {"text": "Which permits?"})
    assert answer.json["state"] == "changes-asked"


def test_a_submit_names_what_is_open(officer):
    answer = officer.post(f"/practices/{begin(officer)['id']}/submit")
    assert answer.status_code == 422
    assert "How we did it" in answer.json["errors"][0]["message"]


def test_a_step_from_the_wrong_state_is_a_conflict(office, officer):
    made = officer.post("/practices", FULL).json
    officer.post(f"/practices/{made['id']}/submit")
    assert officer.post(f"/practices/{made['id']}/submit").status_code == 409


def test_only_the_coordinator_shares_beyond_the_network(office):
    published = publish(office)
    path, body = f"/practices/{published['id']}/publish", {"visibility": "all"}
    assert office.program("officer").post(path, body).status_code == 403
    assert office.program("coordinator").post(path, body).json["visibility"] == "all"


def test_the_public_waits_for_the_city_s_approval(office):
    published = publish(office)
    answer = office.program("coordinator").post(f"/practices/{published['id']}/publish", {"visibility": "public"})
    assert answer.status_code == 409
    assert "approval of this version is missing" in answer.json["detail"]


def test_a_section_that_is_not_for_the_reader_is_null(office):
    published = publish(office, section_visibility={"wrong": "partner"})
    assert office.program("neighbour").get(f"/practices/{published['id']}").json["wrong"] is None
    assert office.program("coordinator").get(f"/practices/{published['id']}").json["wrong"] == FULL["wrong"]


def test_a_draft_is_removed(officer):
    made = begin(officer)
    answer = officer.delete(f"/practices/{made['id']}")
    assert (answer.status_code, answer.data) == (204, b"")
    assert officer.get(f"/practices/{made['id']}").status_code == 404


def test_what_was_published_is_not_removed(office, officer):
    assert officer.delete(f"/practices/{publish(office)['id']}").status_code == 403


def test_the_revisions_are_for_those_who_may_edit(office, officer):
    made = publish(office)
    officer.patch(f"/practices/{made['id']}", {"lesson": "Ask twice."})
    answer = officer.get(f"/practices/{made['id']}/revisions?limit=1")
    assert answer.json["items"][0]["content"]["lesson"] == "Ask twice."
    assert answer.json["next"]
    older = officer.get(answer.json["next"].partition("/api/v1")[2]).json["items"]
    assert older[0]["content"]["lesson"] == FULL["lesson"]
    reader = office.program("officer", "read")
    assert reader.get(f"/practices/{made['id']}/revisions").status_code == 200
    assert office.program("neighbour").get(f"/practices/{made['id']}/revisions").status_code == 403


def test_a_stale_change_is_refused_and_changes_nothing(officer):
    made = begin(officer)
    path = f"/practices/{made['id']}"
    officer.patch(path, {"lesson": "First."}, headers={"If-Match": '"1"'})
    answer = officer.patch(path, {"lesson": "Second."}, headers={"If-Match": '"1"'})
    assert answer.status_code == 412
    assert answer.mimetype == "application/problem+json"
    assert officer.get(path).json["lesson"] == "First."
    assert officer.delete(path, headers={"If-Match": '"1"'}).status_code == 412
    assert officer.patch(path, {"lesson": "Third."}, headers={"If-Match": "*"}).status_code == 200
    assert officer.patch(path, {"lesson": "Fourth."}, headers={"If-Match": "nonsense"}).status_code == 412
    assert officer.patch(path, {"lesson": "Fifth."}).status_code == 200
