"""Rights over transfers: the receiving city writes its own; who reads the record may comment on it."""

from infocus.core.actor import Actor, Role
from infocus.core.permissions import Permission, grants
from infocus.networks.policy import takes_updates
from infocus.practices.transfers.models import Transfer
from infocus.records.policy import may_read


@grants(Permission.EDIT_TRANSFER)
def may_edit_transfer(actor: Actor, transfer: Transfer) -> bool:
    """Officers and coordinators of the receiving city, until the network is closed."""
    receives = actor.has_for(transfer.network_id, transfer.partner_id, Role.OFFICER, Role.COORDINATOR)
    return receives and may_read(actor, transfer) and takes_updates(transfer.network)
