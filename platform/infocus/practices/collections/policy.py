"""Rights over collections: who makes them, who curates one, and how far one may be shared."""

from collections.abc import Sequence

from infocus.core.actor import Actor, Role
from infocus.core.permissions import Permission, grants
from infocus.networks.models import Network
from infocus.networks.policy import is_open, takes_updates
from infocus.practices.collections.models import LEVELS, Collection
from infocus.records.models import Visibility
from infocus.records.policy import may_read

SHARERS = (Role.LEAD, Role.EXPERT, Role.COORDINATOR)
MAKERS = (*SHARERS, Role.OFFICER)


@grants(Permission.MAKE_COLLECTION)
def may_make(actor: Actor, network: Network) -> bool:
    """The lead partner, the lead expert, coordinators and officers, while the network is active."""
    return is_open(network) and actor.has(network.id, *MAKERS)


@grants(Permission.EDIT_COLLECTION)
def may_edit(actor: Actor, collection: Collection) -> bool:
    """Who made it, the coordinator of their city, the lead expert and the lead, until the network is closed."""
    network_id = collection.network_id
    return (
        may_read(actor, collection)
        and takes_updates(collection.network)
        and (
            actor.has(network_id, Role.LEAD, Role.EXPERT)
            or actor.has_for(network_id, collection.partner_id, Role.COORDINATOR)
            or (collection.author_id == actor.person and actor.has(network_id, *MAKERS))
        )
    )


def levels(actor: Actor, network: Network, now: str = Visibility.NETWORK) -> Sequence[str]:
    """How far this person may share: beyond the network not as an officer, but what is so already (``now``) stays."""
    if actor.has(network.id, *SHARERS):
        return LEVELS
    return [level for level in LEVELS if level in {Visibility.NETWORK, now}]
