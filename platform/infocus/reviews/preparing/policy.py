"""Who prepares a network's reviews, and who sees its review days."""

from infocus.core.actor import STAFF, Actor
from infocus.core.permissions import Permission, grants
from infocus.networks.models import Network
from infocus.networks.policy import takes_updates


@grants(Permission.PREPARE_REVIEWS)
def may_prepare(actor: Actor, network: Network) -> bool:
    """Experts and the lead see how ready every review is, nudge, and set up review days."""
    return takes_updates(network) and actor.has(network.id, *STAFF)


@grants(Permission.READ_REVIEW_DAY)
def may_read_day(actor: Actor, network: Network) -> bool:
    """Everyone of the network sees who sits where on a review day."""
    return bool(actor.roles(network.id))
