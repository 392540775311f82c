"""Roles that end, that are handed over, and what is felt at once."""

import pytest
from sqlalchemy import select

from infocus.core.actor import Role
from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid, NotAllowed
from infocus.networks import services
from infocus.networks.actors import memberships_of
from infocus.networks.models import MembershipRow


@pytest.fixture
def porto(world):
    return world.partner(world.network())


def row_of(session, person):
    return session.scalar(
        select(MembershipRow).where(MembershipRow.person_id == person.id, MembershipRow.ended_at.is_(None))
    )


def test_a_coordinator_ends_an_officers_role_and_it_counts_at_once(world, porto, session):
    coordinator, officer = world.person(Role.COORDINATOR, porto), world.person(Role.OFFICER, porto)
    theirs = world.client(officer)
    assert theirs.get("/in-focus/people").status_code == 200
    answer = world.client(coordinator).post(f"/in-focus/members/{row_of(session, officer).id}/end")
    assert answer.status_code == 302
    assert theirs.get("/in-focus/people").status_code == 403
    assert memberships_of(officer.id) == ()


@pytest.mark.parametrize("role", [Role.OFFICER, Role.ULG, Role.EXPERT, Role.OBSERVER])
def test_others_end_nobodys_role(world, porto, session, role):
    officer = world.person(Role.OFFICER, porto)
    other = world.person(role, porto if role in {Role.OFFICER, Role.ULG} else porto.network)
    answer = world.client(other).post(f"/in-focus/members/{row_of(session, officer).id}/end")
    assert answer.status_code == 403
    assert len(memberships_of(officer.id)) == 1


def test_people_outside_the_network_learn_nothing_of_a_membership(world, porto, session):
    officer = world.person(Role.OFFICER, porto)
    stranger = world.client(world.person(Role.LEAD, world.network("harbour-towns")))
    assert stranger.post(f"/in-focus/members/{row_of(session, officer).id}/end").status_code == 404
    assert stranger.post(f"/harbour-towns/members/{row_of(session, officer).id}/end").status_code == 404
    assert stranger.get("/in-focus/people").status_code == 403


def test_the_last_lead_stays_until_there_is_a_successor(world, porto, session):
    lead = world.person(Role.LEAD, porto.network)
    with pytest.raises(Conflict), unit_of_work():
        services.end_membership(world.actor(lead), row_of(session, lead))
    world.person(Role.LEAD, porto.network)
    with unit_of_work():
        services.end_membership(world.actor(lead), row_of(session, lead))
    assert memberships_of(lead.id) == ()


def test_a_coordinator_hands_over_to_one_of_the_own_city(world, porto, session):
    coordinator, officer = world.person(Role.COORDINATOR, porto), world.person(Role.ULG, porto)
    answer = world.client(coordinator).post(f"/in-focus/members/{row_of(session, officer).id}/hand-over")
    assert answer.status_code == 302
    assert [m.role for m in memberships_of(officer.id)] == [Role.COORDINATOR]
    assert [m.role for m in memberships_of(coordinator.id)] == [Role.OFFICER]


def test_nobody_else_hands_a_city_over(world, porto, session):
    officer = world.person(Role.OFFICER, porto)
    torino = world.partner(porto.network, "torino")
    for actor in (
        world.person(Role.OFFICER, porto),
        world.person(Role.COORDINATOR, torino),
        world.person(Role.EXPERT, porto.network),
    ):
        with pytest.raises(NotAllowed), unit_of_work():
            services.hand_over(world.actor(actor), row_of(session, officer))
    lead = world.person(Role.LEAD, porto.network)
    with pytest.raises(Invalid), unit_of_work():
        services.hand_over(world.actor(lead), row_of(session, lead))


def test_the_same_role_twice_is_one(world, porto, session):
    officer = world.person(Role.OFFICER, porto)
    lead = world.actor(world.person(Role.LEAD, porto.network))
    with unit_of_work():
        services.add_member(lead, officer, porto.network, Role.OFFICER, porto)
        services.add_member(lead, officer, porto.network, Role.ULG, porto)
    assert sorted(m.role for m in memberships_of(officer.id)) == [Role.OFFICER, Role.ULG]


def test_a_person_holds_several_roles_in_several_networks(world, porto):
    person = world.person(Role.OFFICER, porto)
    harbour = world.network("harbour-towns")
    world.belongs(person, Role.OBSERVER, harbour)
    actor = world.actor(person)
    assert {
        f"network:{porto.network_id}",
        f"network:{harbour.id}",
        f"partner:{porto.id}",
        "all",
        "public",
    } <= actor.keys
    page = world.client(person).get("/networks").text
    assert "Yours" in page
    assert "Others" not in page
