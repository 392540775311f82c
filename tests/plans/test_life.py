"""From the road map to what became of it: adoption, the decision's document, updates, other languages."""

from io import BytesIO

import pytest

from infocus.core.db import db, unit_of_work
from infocus.core.errors import Invalid
from infocus.networks.models import Network, NetworkState
from infocus.plans import services
from infocus.plans.models import Plan
from infocus.plans.services import PlanValues
from infocus.records.models import Record
from infocus.records.services import save
from infocus.records.translations import RecordTranslation
from tests.plans.cities import City
from tests.plans.files import FIRST


def change(city: City, plan_id: str, **values) -> None:
    with unit_of_work():
        plan = db.session.get_one(Plan, plan_id)
        services.edit_plan(city.actor("officer"), plan, PlanValues(title="Plan of Bordeaux", **values))


def adopt(city: City, plan_id: str) -> None:
    change(city, plan_id, stage="adopted", decision="249", adopted_on="2018-06-26")


def test_adopting_asks_for_number_and_date(city: City) -> None:
    plan_id = city.begin()
    with pytest.raises(Invalid) as caught:
        change(city, plan_id, stage="adopted")
    assert set(caught.value.fields) == {"decision", "adopted_on"}
    form = {"title": "Plan", "language": "en", "visibility": "network", "stage": "adopted", "decision": "249"}
    page = city.client("officer").post(f"{city.path(plan_id)}/edit", data=form)
    assert (page.status_code, "When did the council decide?" in page.text) == (422, True)
    adopt(city, plan_id)
    shown = city.client("colleague").get(city.path(plan_id)).text
    assert "249" in shown
    assert shown.count('aria-current="step"') == 1
    assert "Attach the decision" not in shown


def test_the_decision_is_a_document_of_the_plan(city: City) -> None:
    plan_id = city.begin()

    def attach(who: str, data: bytes = FIRST, name: str = "decision.docx"):
        from_disk = (BytesIO(data), name)
        return city.client(who).post(
            f"{city.path(plan_id)}/decision", data={"file": from_disk}, content_type="multipart/form-data"
        )

    assert attach("officer").status_code == 409  # not adopted yet
    adopt(city, plan_id)
    assert attach("colleague").status_code == 403
    assert attach("officer").status_code == 303
    assert "Council decision 249" in city.client("colleague").get(city.path(plan_id)).text
    assert attach("officer", b"# Decision 249\n", "decision.md").status_code == 303
    db.session.rollback()
    document = db.session.get_one(Plan, plan_id).decision_document
    assert document is not None
    assert [version.number for version in document.versions] == [1, 2]
    assert attach("officer", b"MZ\x90\x00" * 200, "decision.exe").status_code == 303  # said in the page


@pytest.mark.parametrize("state", NetworkState)
def test_updates_go_on_after_the_network_s_end_until_it_is_closed(city: City, state: NetworkState) -> None:
    plan_id = city.begin()
    update = {"day": "2019-03", "text": "The desk is open since *March*."}
    assert city.client("officer").post(f"{city.path(plan_id)}/updates", data=update).status_code == 409
    adopt(city, plan_id)
    with unit_of_work():
        db.session.get_one(Network, city.network.id).state = state
    answer = city.client("officer").post(f"{city.path(plan_id)}/updates", data=update)
    takes = state != NetworkState.CLOSED
    assert answer.status_code == (303 if takes else 403)
    assert ("<em>March</em>" in city.client("colleague").get(city.path(plan_id)).text) is takes
    if takes:
        wrong = city.client("officer").post(f"{city.path(plan_id)}/updates", data={"day": "March", "text": "x"})
        assert (wrong.status_code, "Write a date as" in wrong.text) == (422, True)
        assert city.client("colleague").post(f"{city.path(plan_id)}/updates", data=update).status_code == 403


def test_a_plan_in_another_language_is_linked_and_let_go(city: City) -> None:
    original = city.begin(title="Plan d’action", language="fr")
    english = city.begin(title="Action plan", language="en")
    client = city.client("officer")
    assert "This plan is a translation" in client.get(city.path(english)).text
    chosen = {"original": original, "how": "machine", "of_version": "1"}
    assert city.client("colleague").post(f"{city.path(english)}/languages", data=chosen).status_code == 403
    assert client.post(f"{city.path(english)}/languages", data=chosen).status_code == 303
    for address in (city.path(original), city.path(english)):
        page = city.client("colleague").get(address).text
        assert "by machine" in page
        assert city.path(original) in page
        assert city.path(english) in page
    for wrong in (english, city.begin(title="Third", language="en"), city.people["officer"].id):
        client.post(f"{city.path(english)}/languages", data={"original": wrong, "how": "human"})
        db.session.rollback()
        assert db.session.get_one(RecordTranslation, english).original_id == original
    with unit_of_work():
        db.session.get_one(Record, english).visibility = "partner"
        save(db.session.get_one(Plan, english))
    assert "by machine" not in city.client("colleague").get(city.path(original)).text
    assert client.post(f"{city.path(english)}/languages", data={"unlink": "1"}).status_code == 303
    db.session.rollback()
    assert db.session.get(RecordTranslation, english) is None
