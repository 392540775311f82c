"""Experts judge: a queue, four criteria, changes asked section by section, and what changed since."""

from datetime import timedelta

import pytest

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.errors import Invalid
from infocus.practices import workflow
from infocus.practices.jobs import open_unanswered
from infocus.practices.judging.checks import Judgement
from infocus.practices.models import PracticeOpinion, PracticeState
from tests.practices.conftest import Office

S = PracticeState
MARKS = {f"met_{code}": "yes" for code in ("integrated", "impact", "relevance", "transferability")}


@pytest.fixture
def submitted(office: Office) -> Office:
    """A complete practice before the experts."""
    office.begin(criteria={"integrated": "Everybody sat at the table.", "impact": "Much.", "relevance": "Yes.",
                           "transferability": "Surely."})  # fmt: skip
    with unit_of_work():
        workflow.submit(office.actor("author"), office.practice)
    return office


def send(office: Office, act: str, who: str = "expert", **form: str):
    client = office.world.client(office.people[who])
    return client.post(f"{office.path}/{act}", data={"version": str(office.practice.version), **form})


def test_the_queue_begins_with_who_waits_longest_and_is_for_experts(submitted: Office, work) -> None:
    first = submitted.practice_id
    submitted.put(S.SUBMITTED, title="The first of them", submitted_at=clock.now() - timedelta(days=30))
    submitted.begin().put(S.SUBMITTED, title="The second of them", submitted_at=clock.now() - timedelta(days=1))
    open_unanswered()
    clients = {who: submitted.world.client(person) for who, person in submitted.people.items()}
    page = clients["expert"].get("/practices/queue").text
    assert page.index("The first of them") < page.index("The second of them")
    assert "read as not yet validated" in page
    assert {who: client.get("/practices/queue").status_code for who, client in clients.items()} == {
        who: 200 if who == "expert" else 403 for who in clients
    }
    submitted.practice_id = first
    for who, client in clients.items():
        code = client.get(f"{submitted.path}/judge").status_code
        assert code == {"expert": 200, "stranger": 404}.get(who, 403), who


def test_the_checklist_stands_beside_the_self_check_and_the_opinion_with_the_practice(submitted: Office) -> None:
    page = submitted.world.client(submitted.people["expert"]).get(f"{submitted.path}/judge").text
    assert "Everybody sat at the table." in page
    refused = send(submitted, "validate", text="Convincing.", **(MARKS | {"met_impact": "no"}))
    assert refused.status_code == 422
    assert "Convincing." in refused.text  # nothing typed is lost
    assert send(submitted, "validate", text="Convincing.", met_impact="yes").status_code == 422
    assert send(submitted, "validate", text="", **MARKS).status_code == 422
    why = "Ten firms came, and stayed."
    assert send(submitted, "validate", text="Convincing.", why_impact=why, **MARKS).status_code == 303
    assert submitted.practice.state == S.VALIDATED
    submitted.put(S.PUBLISHED, published_at=clock.now())
    shown = submitted.world.client(submitted.people["neighbour"]).get(submitted.path).text
    assert "Convincing." in shown
    assert why in shown


def test_changes_are_asked_by_section_and_shown_where_they_are_made(submitted: Office) -> None:
    asked = "Say what the letter cost."
    assert send(submitted, "ask-changes", text="", ask_resources=asked).status_code == 303
    author = submitted.world.client(submitted.people["author"])
    assert asked in author.get(submitted.path).text
    text = author.get(f"{submitted.path}/edit").text
    assert text.index(asked) < text.index('id="resources"')  # before its field in the editor
    submitted.save(resources="Stamps for 40 euros.")
    with unit_of_work():
        workflow.submit(submitted.actor("author"), submitted.practice)
    again = submitted.world.client(submitted.people["expert"]).get(f"{submitted.path}/judge").text
    assert "What changed since changes were asked" in again
    assert "<ins>Stamps for 40 euros" in again.replace("<ins> ", "<ins>")
    submitted.put(S.PUBLISHED, published_at=clock.now())
    for who in ("neighbour", "observer"):
        assert asked not in submitted.world.client(submitted.people[who]).get(submitted.path).text


def test_two_experts_at_once_give_one_answer(submitted: Office) -> None:
    old = str(submitted.practice.version)
    assert send(submitted, "ask-changes", text="More, please.").status_code == 303
    late = send(submitted, "validate", text="Fine as it is.", version=old, **MARKS)
    assert late.status_code in {303, 409}
    assert [row.text for row in db.session.query(PracticeOpinion)] == ["More, please."]


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (Judgement("Well.", {"impact": {"met": "rather"}}), {"met_impact"}),
        (Judgement("Well.", {"beauty": {"met": "yes"}}), {"met_beauty"}),
        (Judgement("", {}, {"how": "x" * 601}), {"ask_how"}),
        (Judgement("a\0b", {}, {"nowhere": "More."}), {"text", "ask_nowhere"}),
    ],
)
def test_what_an_expert_says_is_checked(submitted: Office, said: Judgement, wrong: set[str]) -> None:
    with pytest.raises(Invalid) as error, unit_of_work():
        workflow.ask_changes(submitted.actor("expert"), submitted.practice, said)
    assert wrong <= set(error.value.fields)
    assert db.session.query(PracticeOpinion).count() == 0
