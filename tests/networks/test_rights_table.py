"""The rights of domain.md over networks and partners: every role, every state, own and other, as one table."""

import pytest

from infocus.core.actor import ANONYMOUS, Actor, Membership, Role
from infocus.core.permissions import Permission, allows
from infocus.networks.models import Network, NetworkState, Partner

OWN, OTHER_CITY, WHOLE = "own city", "other city", "network"
EVERYWHERE = {OWN, OTHER_CITY, WHOLE}
GRANTED: dict[Permission, dict[Role, set[str]]] = {
    Permission.EDIT_PARTNER: {Role.LEAD: {OWN, OTHER_CITY}, Role.COORDINATOR: {OWN}},
    Permission.INVITE: {Role.LEAD: EVERYWHERE, Role.COORDINATOR: {OWN}},
    Permission.MANAGE_NETWORK: {Role.LEAD: {WHOLE}},
}
STILL_IN_A_CLOSED_NETWORK = {Permission.MANAGE_NETWORK}
CASES = [
    (permission, role, place, state)
    for permission, by_role in GRANTED.items()
    for role in Role
    for place in sorted(set().union(*by_role.values()))
    for state in NetworkState
]


def subject_and_actor(role: Role, place: str, state: NetworkState, network_id: str = "n"):
    network = Network(id="n", slug="n", name="N", state=state)
    own, other = (Partner(id=name, network_id="n", network=network) for name in ("p", "q"))
    partner = "p" if role in {Role.COORDINATOR, Role.OFFICER, Role.ULG} else None
    actor = Actor(person_id="x", memberships=(Membership(network_id, network_id, role, partner, partner),))
    return {OWN: own, OTHER_CITY: other, WHOLE: network}[place], actor


@pytest.mark.parametrize(("permission", "role", "place", "state"), CASES)
def test_rights_over_networks_and_partners(permission, role, place, state):
    subject, actor = subject_and_actor(role, place, state)
    open_for_it = state != NetworkState.CLOSED or permission in STILL_IN_A_CLOSED_NETWORK
    assert allows(actor, permission, subject) == (open_for_it and place in GRANTED[permission].get(role, set()))


@pytest.mark.parametrize("permission", list(GRANTED))
@pytest.mark.parametrize("role", list(Role))
def test_a_role_counts_in_its_own_network_only(permission, role):
    place = WHOLE if permission == Permission.MANAGE_NETWORK else OWN
    subject, stranger = subject_and_actor(role, place, NetworkState.ACTIVE, network_id="elsewhere")
    assert not allows(stranger, permission, subject)


@pytest.mark.parametrize("permission", list(GRANTED))
def test_nobody_signed_in_administrators_and_read_only_tokens_change_nothing(permission):
    place = WHOLE if permission == Permission.MANAGE_NETWORK else OWN
    subject, lead = subject_and_actor(Role.LEAD, place, NetworkState.ACTIVE)
    reader = Actor(person_id="x", memberships=lead.memberships, scopes=frozenset({"read"}))
    assert allows(lead, permission, subject)
    for other in (ANONYMOUS, Actor(person_id="a", is_admin=True), reader):
        assert not allows(other, permission, subject)
