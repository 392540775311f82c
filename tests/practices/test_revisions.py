"""Versions: any two compared, small tables row by row, narrower sections kept, one brought back as a new one."""

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.practices import workflow
from infocus.practices.models import PracticeRevision, PracticeState
from infocus.practices.revisions.comparing import compare
from tests.practices.conftest import FULL, Office

S = PracticeState


def rows(*cells: tuple[str, float | None, str]) -> list[dict[str, object]]:
    return [{"name": name, "value": value, "unit": unit, "year": 2017} for name, value, unit in cells]


def snapshot(**content: object) -> dict[str, object]:
    return {"title": "A", "summary": "B", "language": "en", "content": content}


def test_tables_are_compared_row_by_row(any_app) -> None:
    old = snapshot(indicators=rows(("Jobs", 10, ""), ("Firms", 3, "firms"), ("Rents", None, "")))
    new = snapshot(indicators=rows(("firms ", 4, "firms"), ("Jobs", 10, ""), ("Visits", 7, "")))
    with any_app.test_request_context():
        (table,) = compare(old, new).tables
    said = [
        (row.kind, "|".join("".join(f"{kind[0]}{text}" for kind, text in cell) for cell in row.cells))
        for row in table.rows
    ]
    assert said == [
        ("changed", "rFirmsafirms |r3a4|sfirms|s2017"),
        ("added", "aVisits|a7|a|a2017"),
        ("removed", "rRents|r|r|r2017"),
    ]


def test_any_two_are_compared_and_one_is_brought_back_with_nothing_lost(office: Office) -> None:
    office.begin(how="One two three.")
    office.save("coordinator", how="One four three.", amounts=[{"what": "Stamps", "value": 40, "currency": "EUR"}])
    office.save("author", how="One five three.", amounts=[{"what": "Stamps", "value": 60, "currency": "EUR"}])
    client = office.world.client(office.people["author"])
    page = client.get(f"{office.path}/history", query_string={"number": 3, "against": 1}).text
    assert "<del>two </del><ins>five </ins>" in page
    page = client.get(f"{office.path}/history").text
    assert "<del>40</del><ins>60</ins>" in page
    for odd in ("0", "-1", "99", "x", "9" * 30):
        assert client.get(f"{office.path}/history", query_string={"number": odd, "against": odd}).status_code == 200
    version = str(office.practice.version)
    assert client.post(f"{office.path}/restore/1", data={"version": version}).status_code == 303
    assert client.post(f"{office.path}/restore/2", data={"version": version}).status_code in {409, 412}  # pressed again
    assert office.practice.content["how"] == "One two three."
    assert db.session.query(PracticeRevision).count() == 4
    assert "restored from version 1" in client.get(f"{office.path}/history").text


def test_experts_read_what_they_judged_without_what_is_not_for_them(office: Office, app) -> None:
    office.begin(wrong="The mayor slept.", evidence="Early and candid.", section_visibility={"wrong": "partner"})
    with unit_of_work():
        office.practice.state = S.DRAFT
    office.save("coordinator", evidence="Measured twice.", indicators=[{"name": "Letters", "value": 50}])
    with unit_of_work():
        workflow.submit(office.actor("author"), office.practice)
        workflow.ask_changes(office.actor("expert"), office.practice, "More, please.")
    office.save(
        "coordinator", wrong="The mayor snored.", section_visibility={"wrong": "partner", "evidence": "partner"}
    )
    office.put(S.PUBLISHED, published_at=clock.now(), validated_at=clock.now())
    shown = {who: office.world.client(office.people[who]).get(f"{office.path}/history") for who in office.people}
    assert {who for who, page in shown.items() if page.status_code == 200} == {"author", "coordinator", "expert"}
    assert "snored" in shown["author"].text
    assert "mayor" not in shown["expert"].text
    assert "number=1" not in shown["expert"].text  # what was a draft before it was given to judge
    client, token = app.test_client(), office.world.bearer(office.people["expert"])
    answer = client.get(f"/api/v1/practices/{office.practice_id}/revisions", headers=token).json
    assert [row["number"] for row in answer["items"]] == [3, 2]
    newest = answer["items"][0]["content"]
    assert (newest["wrong"], newest["evidence"], newest["indicators"]) == (None, None, [])
    assert newest["how"] == FULL["how"]


def test_what_happened_with_it_is_said_with_who_and_when(office: Office) -> None:
    office.begin()
    with unit_of_work():
        workflow.submit(office.actor("author"), office.practice)
        workflow.validate(office.actor("expert"), office.practice, "Convincing.")
        workflow.publish(office.actor("coordinator"), office.practice)
    page = office.world.client(office.people["coordinator"]).get(f"{office.path}/history").text
    told = page.partition("What happened with it")[2]
    assert told.index("published it for the network") < told.index("validated it") < told.index("submitted it")
    assert office.people["expert"].name in told
