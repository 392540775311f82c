"""The people of the tests are signed in the way the product signs people in, and hold the roles they were given."""

import pytest

from infocus.core.actor import Role


@pytest.fixture
def officer(world):
    return world.person(Role.OFFICER, world.partner(world.network(), "porto"))


def test_rights_are_those_of_the_role(world, officer):
    (membership,) = world.actor(officer).memberships
    assert (membership.network_slug, membership.partner_slug, membership.role) == ("in-focus", "porto", Role.OFFICER)


def test_a_client_is_signed_in(world, officer, client):
    assert client.get("/me").status_code == 302
    answer = world.client(officer).get("/me")
    assert answer.status_code == 200
    assert officer.name in answer.text


def test_two_people_share_no_cookie(world, officer):
    other = world.person()
    mine, theirs = world.client(officer), world.client(other)
    assert officer.name in mine.get("/me").text
    assert officer.name not in theirs.get("/me").text


def test_a_role_of_a_city_needs_a_partner(world):
    with pytest.raises(ValueError, match="for a partner"):
        world.person(Role.OFFICER, world.network())
