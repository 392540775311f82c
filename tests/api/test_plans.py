"""Plans and their versions."""

from io import BytesIO

PLAN = {"title": "Porto's action plan", "language": "pt"}


def test_a_plan_of_the_own_city(office, officer):
    answer = officer.post("/plans", PLAN)
    assert answer.status_code == 201
    made = answer.json
    assert (made["partner"], made["state"], made["versions"]) == ("porto", "draft", [])
    assert office.program("neighbour").get(f"/plans/{made['id']}").json == made
    assert [each["id"] for each in officer.get("/plans?partner=porto").json["items"]] == [made["id"]]


def test_a_plan_is_changed_in_part(officer):
    made = officer.post("/plans", PLAN | {"summary": "Desks first."}).json
    path = f"/plans/{made['id']}"
    adopted = {"state": "adopted", "adopted_on": "2018-06", "decision": "249"}
    missing = officer.patch(path, {"state": "adopted"}, headers={"If-Match": '"1"'})
    assert {error["field"] for error in missing.json["errors"]} == {"decision", "adopted_on"}
    changed = officer.patch(path, adopted, headers={"If-Match": '"1"'})
    assert changed.status_code == 200
    assert {name: changed.json[name] for name in ("state", "adopted_on", "summary", "language")} == {
        "state": "adopted", "adopted_on": "2018-06", "summary": "Desks first.", "language": "pt",
    }  # fmt: skip
    assert officer.patch(path, {"state": "final"}, headers={"If-Match": '"1"'}).status_code == 412


def test_versions_follow_each_other(officer):
    made = officer.post("/plans", PLAN).json
    path = f"/plans/{made['id']}/versions"
    for number in (1, 2):
        file = (BytesIO(f"Version {number} of the plan.".encode()), "plan.txt")
        answer = officer.post(path, data={"label": f"draft {number}", "note": "new", "file": file})
        assert (answer.status_code, answer.json["number"]) == (201, number)
    assert [each["label"] for each in officer.get(path).json["items"]] == ["draft 2", "draft 1"]
    plan = officer.get(f"/plans/{made['id']}").json
    assert [version["number"] for version in plan["documents"][0]["versions"]] == [1, 2]


def test_a_version_needs_a_file(officer):
    made = officer.post("/plans", PLAN).json
    answer = officer.post(f"/plans/{made['id']}/versions", data={"label": "x"}, content_type="multipart/form-data")
    assert (answer.status_code, answer.json["errors"][0]["field"]) == (422, "file")


def test_nobody_begins_another_citys_plan(office, officer):
    assert officer.post("/plans", PLAN | {"partner": "ostrava"}).status_code == 403
    assert officer.post("/plans", PLAN | {"partner": "atlantis"}).status_code == 422
    assert office.program("observer").post("/plans", PLAN).status_code == 403
    made = officer.post("/plans", PLAN).json
    assert office.program("neighbour").patch(f"/plans/{made['id']}", {"title": "Ours"}).status_code == 403


def test_the_text_of_versions_and_what_changed(officer, work):
    made = officer.post("/plans", PLAN).json
    path = f"/plans/{made['id']}"
    assert officer.get(f"{path}/sections").status_code == 404
    for words in ("seven members", "nine members"):
        file = (BytesIO(f"# 1 Governance\n\nA group of {words}.\n".encode()), "plan.md")
        officer.post(f"{path}/versions", data={"note": words, "file": file})
        work()
    text = officer.get(f"{path}/sections").json
    assert (text["version"], [s["title"] for s in text["sections"]], text["rows"]) == (2, ["Governance"], [])
    first = officer.get(f"{path}/sections?version=1").json["sections"][0]
    assert (first["key"], first["number"]) == (text["sections"][0]["key"], "1")
    (change,) = officer.get(f"{path}/changes?old=1&new=2").json["sections"]
    assert (change["state"], ["removed", "seven "] in change["words"]) == ("changed", True)
    assert officer.get(f"{path}/changes?old=1&new=7").status_code == 404
    assert officer.get(f"{path}/changes").json["sections"] == [change], "without numbers between the two newest"
