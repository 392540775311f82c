"""Rights over a network and its partners (domain.md, section 2)."""

from infocus.core.actor import Actor, Role
from infocus.core.permissions import Permission, grants
from infocus.networks.models import Network, NetworkState, Partner


def is_open(network: Network) -> bool:
    """Whether the network still takes new records."""
    return network.state == NetworkState.ACTIVE


def takes_updates(network: Network) -> bool:
    """Whether owners may still change what they own."""
    return network.state in {NetworkState.ACTIVE, NetworkState.AFTERCARE}


@grants(Permission.READ_NETWORK)
def may_read_network(actor: Actor, network: Network | None) -> bool:
    """The front page of a network and its partners are open to everyone."""
    return True


@grants(Permission.MANAGE_NETWORK)
def may_manage_network(actor: Actor, network: Network) -> bool:
    """The lead partner runs the network, closes and archives it."""
    return actor.has(network.id, Role.LEAD)


@grants(Permission.EDIT_PARTNER)
def may_edit_partner(actor: Actor, partner: Partner) -> bool:
    """A coordinator edits the own partner's profile; the lead all of them."""
    return takes_updates(partner.network) and (
        actor.has(partner.network_id, Role.LEAD) or actor.has_for(partner.network_id, partner.id, Role.COORDINATOR)
    )


@grants(Permission.INVITE)
def may_invite(actor: Actor, place: Network | Partner) -> bool:
    """A coordinator invites the own partner's people; the lead everybody, also during aftercare."""
    network = place.network if isinstance(place, Partner) else place
    if not takes_updates(network):
        return False
    if actor.has(network.id, Role.LEAD):
        return True
    return isinstance(place, Partner) and actor.has_for(network.id, place.id, Role.COORDINATOR)
