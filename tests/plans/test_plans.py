"""Plans: who writes them, versions from files, the index, the pages."""

import pytest
from flask.testing import FlaskClient

from infocus.core.actor import Role
from infocus.core.db import db, unit_of_work
from infocus.core.errors import Invalid, NotAllowed, NotFound, Stale
from infocus.engines.search.port import Standing
from infocus.library.queries import search
from infocus.library.shapes import SearchForm
from infocus.plans import queries, services
from infocus.plans.documents import plan_entries
from infocus.plans.models import Plan, PlanVersion, Stage
from infocus.plans.services import PlanValues
from infocus.records.urls import record_path
from tests.plans.cities import TEXT, City, upload


def test_who_begins_and_changes_a_plan(city: City) -> None:
    for who in ("officer", "coordinator"):
        assert city.begin(who)
    for who in ("volunteer", "colleague", "expert"):
        with pytest.raises(NotAllowed):
            city.begin(who)
    plan_id = city.begin("officer")

    def change(who: str, **more) -> None:
        with unit_of_work():
            plan = queries.get_plan(city.actor(who), plan_id)
            services.edit_plan(city.actor(who), plan, PlanValues(title="Changed", **more))

    for who in ("officer", "coordinator"):
        change(who)
    for who in ("second officer", "volunteer", "colleague", "expert"):
        with pytest.raises(NotAllowed):
            change(who)
    with pytest.raises(NotAllowed):
        change("officer", visibility="public")
    change("coordinator", visibility="public")
    with pytest.raises(NotFound):
        queries.get_plan(city.actor("stranger"), city.begin("officer"))


def test_a_plan_for_the_city_is_read_by_the_city_and_the_experts(city: City) -> None:
    plan_id = city.begin("officer", visibility="partner")
    for who in ("coordinator", "volunteer", "expert"):
        assert queries.get_plan(city.actor(who), plan_id).id == plan_id
    for who in ("colleague", "stranger"):
        with pytest.raises(NotFound):
            queries.get_plan(city.actor(who), plan_id)


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"title": "x" * 201},
        {"stage": "done"},
        {"visibility": "panel"},
        {"adopted_on": "26.6.2018"},
        {"summary": "x" * 601},
    ],
)
def test_wrong_values_are_named(city: City, wrong: dict) -> None:
    with pytest.raises(Invalid) as caught:
        city.begin("officer", **wrong)
    assert set(caught.value.fields) == set(wrong)


def test_a_stale_change_overwrites_nothing(city: City) -> None:
    plan_id = city.begin()
    with unit_of_work():
        services.edit_plan(
            city.actor("officer"), queries.get_plan(city.actor("officer"), plan_id), PlanValues(title="First"), 1
        )
    client, path = city.client("coordinator"), city.path(plan_id)
    form = {"title": "Second", "language": "en", "visibility": "network", "stage": "draft", "version": "1"}
    answer = client.post(f"{path}/edit", data=form)
    assert (answer.status_code, b"Second" in answer.data) == (409, True)
    with pytest.raises(Stale), unit_of_work():
        services.edit_plan(
            city.actor("officer"), queries.get_plan(city.actor("officer"), plan_id), PlanValues(title="x"), 1
        )
    assert queries.get_plan(city.actor("officer"), plan_id).title == "First"


def test_versions_come_from_files_and_are_found(city: City, work) -> None:
    plan_id = city.begin()
    assert upload(city, "officer", plan_id).status_code == 303
    second = TEXT + b"\nThe county joins the steering group.\n"
    assert upload(city, "coordinator", plan_id, second, note="The county joins.").status_code == 303
    work()
    db.session.rollback()
    plan = queries.get_plan(city.actor("colleague"), plan_id)
    assert [(v.number, v.document_version) for v in plan.versions] == [(1, 1), (2, 2)]
    page = city.client("colleague").get(record_path(plan))
    assert page.status_code == 200
    assert b"The county joins." in page.data
    found = search(city.actor("colleague"), SearchForm(text="counties steering"))
    assert [shown.hit.record for shown in found.items] == [plan_id]
    assert not search(city.actor("stranger"), SearchForm(text="counties steering")).items


def test_a_refused_file_leaves_nothing(city: City) -> None:
    plan_id = city.begin()
    assert upload(city, "colleague", plan_id).status_code == 403
    assert upload(city, "stranger", plan_id).status_code == 404
    for data, name in ((b"MZ\x90\x00" * 200, "plan.exe"), (b"not a pdf", "plan.pdf")):
        answer = upload(city, "officer", plan_id, data, name)
        assert answer.status_code == 422
        assert b"draft 1" in answer.data  # what was typed is still there
    assert city.client("officer").post(f"{city.path(plan_id)}/versions", data={"label": "x"}).status_code == 422
    assert db.session.query(PlanVersion).count() == 0


def test_the_list_shows_what_the_reader_may_see(city: City) -> None:
    city.begin("officer", title="A plan for all of us")
    city.begin("officer", title="A plan at home", visibility="partner")
    for who, home in (("volunteer", True), ("colleague", False)):
        page = city.client(who).get("/plans")
        assert b"A plan for all of us" in page.data
        assert (b"A plan at home" in page.data) is home
    assert b"A plan for all" not in city.client("stranger").get("/plans?network=in-focus").data


def test_forms_ask_for_sign_in_and_rights(city: City, client: FlaskClient) -> None:
    plan_id = city.begin()
    assert client.get("/in-focus/plans/new").status_code == 302
    assert city.client("volunteer").get("/in-focus/plans/new").status_code == 403
    assert city.client("colleague").get(f"{city.path(plan_id)}/edit").status_code == 403
    answer = city.client("officer").post(
        "/in-focus/plans/new", data={"title": "Another", "language": "fr", "visibility": "network", "stage": "roadmap"}
    )
    assert answer.status_code == 303
    assert city.client("officer").get(answer.location).status_code == 200


def test_only_a_plan_that_a_council_adopted_is_vouched_for_in_the_index(city: City) -> None:
    plan_id = city.begin()
    upload(city, "officer", plan_id)
    for stage in Stage:
        with unit_of_work():
            db.session.get_one(Plan, plan_id).state = stage
        db.session.rollback()
        entries = plan_entries(plan_id) or []
        assert {entry.author for entry in entries} == {city.people["officer"].id}
        assert {entry.standing for entry in entries} == {
            Standing.VALIDATED if stage == Stage.ADOPTED else Standing.USUAL
        }


def test_the_list_of_plans_leads_to_readiness_and_follow_up(world):
    network = world.network()
    officer, lead = world.person(Role.OFFICER, world.partner(network)), world.person(Role.LEAD, network)
    assert "/in-focus/follow-up" in world.client(officer).get("/plans").text
    assert "/in-focus/reviews/readiness" not in world.client(officer).get("/plans").text
    assert "/in-focus/reviews/readiness" in world.client(lead).get("/plans").text
