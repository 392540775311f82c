"""Rights of the library that are not a record's."""

from infocus.core.actor import EXPERTS, Actor, Role
from infocus.core.permissions import Permission, grants
from infocus.networks.models import Network

_LOOKS_AFTER = frozenset({Role.COORDINATOR, Role.LEAD}) | EXPERTS


@grants(Permission.READ_MISSED_SEARCHES)
def may_read_missed(actor: Actor, network: Network) -> bool:
    """Who can do something about what a network's library lacks: coordinators, experts and the lead."""
    return actor.has(network.id, *_LOOKS_AFTER)


def networks_looked_after(actor: Actor) -> list[str]:
    """Slugs of the networks whose missed searches the actor may read, as the permission says; without a query."""
    return list(dict.fromkeys(m.network_slug for m in actor.memberships if m.role in _LOOKS_AFTER))
