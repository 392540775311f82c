"""A partner's profile and a network's state: who changes them, lost races, wrong values."""

import pytest
from sqlalchemy import select

from infocus.core.actor import Role
from infocus.core.db import unit_of_work
from infocus.networks.audit import AuditEntry
from infocus.networks.models import Network, NetworkState, Partner
from infocus.networks.priorities import Priorities, Priority, from_json

FORM = {
    "version": "1",
    "mailbox": "in-focus@porto.example",
    "summary": "Empty buildings, full of firms",
    "themes": ["talent", "workspace-provision"],
    "items-0-text": "Creative industries",
    "items-0-year": "2016",
    "items-0-source": "RIS3",
    "items-0-ecosystems": ["digital", "cultural-creative"],
    "items-0-nace": ["62"],
    "items-0-nabs": ["10"],
    "items-0-objectives": ["PO1"],
    "items-1-text": "",
}
EDIT = "/in-focus/partners/porto/edit"


@pytest.fixture
def porto(world):
    return world.partner(world.network())


def test_the_coordinator_writes_the_priorities_and_everyone_reads_them(world, porto, client, session):
    browser = world.client(world.person(Role.COORDINATOR, porto))
    assert browser.get(EDIT).status_code == 200
    assert browser.post(EDIT, data=FORM).status_code == 302
    session.rollback()
    stored = from_json(session.get(Partner, porto.id).priorities)
    only = stored.items[0]
    assert (only.text, only.year, only.source, only.nace, only.nabs) == (
        "Creative industries",
        2016,
        "RIS3",
        ("62",),
        ("10",),
    )
    assert (set(only.ecosystems), only.objectives, len(stored.items)) == ({"digital", "cultural-creative"}, ("PO1",), 1)
    assert stored.themes == ("talent", "workspace-provision")
    assert "Creative industries" in client.get("/in-focus/partners/porto").text
    assert "Creative industries" in browser.get(EDIT).text


@pytest.mark.parametrize(
    "wrong",
    [
        {"themes": ["x"]},
        {"items-0-ecosystems": ["x"]},
        {"items-0-year": "1889"},
        {"items-0-year": "soon"},
        {"items-0-text": "x" * 601},
        {"summary": "x" * 601},
        {f"items-{number}-text": "Another" for number in range(13)},
    ],
)
def test_wrong_values_are_refused_and_nothing_is_stored(world, porto, session, wrong):
    browser = world.client(world.person(Role.COORDINATOR, porto))
    assert browser.post(EDIT, data=FORM | wrong).status_code == 422
    session.rollback()
    assert session.get(Partner, porto.id).priorities == {}


def test_a_lost_race_keeps_what_was_typed_and_shows_what_is_stored(world, porto, session):
    browser = world.client(world.person(Role.COORDINATOR, porto))
    browser.post(EDIT, data=FORM)
    answer = browser.post(EDIT, data=FORM | {"items-0-text": "Mine, typed meanwhile"})
    assert answer.status_code == 409
    assert "Mine, typed meanwhile" in answer.text
    assert "Creative industries" in answer.text
    assert 'name="version" type="hidden" value="2"' in answer.text
    session.rollback()
    assert from_json(session.get(Partner, porto.id).priorities).items[0].text == "Creative industries"


def may_edit(world, porto, role, other):
    place = {Role.COORDINATOR: other, Role.OFFICER: porto, Role.ULG: porto}.get(role, porto.network)
    return world.client(world.person(role, place)).post(EDIT, data=FORM).status_code


@pytest.mark.parametrize("role", [Role.OFFICER, Role.ULG, Role.EXPERT, Role.OBSERVER, Role.COORDINATOR])
def test_nobody_else_edits_a_partner_not_even_another_citys_coordinator(world, porto, role):
    assert may_edit(world, porto, role, world.partner(porto.network, "torino")) == 403


def test_the_lead_edits_every_partner_but_nobody_in_a_closed_network(world, porto):
    lead = world.client(world.person(Role.LEAD, porto.network))
    assert lead.post(EDIT, data=FORM).status_code == 302
    with unit_of_work():
        porto.network.state = NetworkState.CLOSED
    assert lead.post(EDIT, data=FORM | {"version": "2"}).status_code == 403


def test_the_lead_moves_the_network_on_and_back_only_with_a_reason(world, porto, session):
    lead = world.client(world.person(Role.LEAD, porto.network))

    def move(state, reason=""):
        status = lead.post("/in-focus/state", data={"state": state, "reason": reason}).status_code
        session.rollback()
        return status, session.get(Network, porto.network_id).state

    assert move("aftercare") == (302, "aftercare")
    assert move("closed") == (302, "closed")
    assert move("active") == (422, "closed")
    assert move("gone") == (422, "closed")
    assert move("aftercare", "The council adopts in June") == (302, "aftercare")
    last = session.scalars(select(AuditEntry).order_by(AuditEntry.at.desc(), AuditEntry.id.desc())).first()
    assert last.detail == {"before": "closed", "after": "aftercare", "reason": "The council adopts in June"}


@pytest.mark.parametrize("role", [Role.EXPERT, Role.OBSERVER])
def test_nobody_else_changes_the_state(world, porto, role):
    other = world.client(world.person(role, porto.network))
    assert other.post("/in-focus/state", data={"state": "closed"}).status_code == 403
    coordinator = world.client(world.person(Role.COORDINATOR, porto))
    assert coordinator.post("/in-focus/state", data={"state": "closed"}).status_code == 403


def test_a_site_administrator_has_no_right_to_content(world, porto):
    admin = world.client(world.person(is_admin=True))
    assert admin.post("/in-focus/state", data={"state": "closed"}).status_code == 403
    assert admin.post(EDIT, data=FORM).status_code == 403
    assert admin.get("/in-focus/people").status_code == 403


def test_what_the_column_holds_comes_back_as_it_was():
    whole = Priorities(
        "s", ("talent",), (Priority("t", 2016, "src", "tie", ("digital",), ("62",), ("10",), ("PO1",), emerging=True),)
    )
    assert from_json(whole.as_json()) == whole
    assert from_json({}) == Priorities()
