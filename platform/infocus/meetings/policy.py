"""Rights over meetings and outputs (domain.md, section 2)."""

from infocus.core.actor import CITY_ROLES, EXPERTS, STAFF, Actor, Role
from infocus.core.permissions import Permission, grants
from infocus.meetings.models import Meeting, Output
from infocus.networks.models import Network, Partner
from infocus.networks.policy import is_open, takes_updates
from infocus.records.policy import may_read


@grants(Permission.CREATE_MEETING)
def may_create(actor: Actor, network: Network) -> bool:
    """Experts and the lead call meetings of the network."""
    return is_open(network) and actor.has(network.id, *STAFF)


@grants(Permission.CALL_LOCAL_GROUP)
def may_call_local_group(actor: Actor, partner: Partner) -> bool:
    """A city's coordinator calls its local group, also when the network's time is over."""
    return takes_updates(partner.network) and actor.has_for(partner.network_id, partner.id, Role.COORDINATOR)


@grants(Permission.EDIT_MEETING)
def may_edit(actor: Actor, meeting: Meeting) -> bool:
    """Experts, the lead, and the host's coordinator edit it; the lead corrects a closed one."""
    if meeting.removed_at or not may_read(actor, meeting):
        return False
    if not takes_updates(meeting.network):
        return actor.has(meeting.network_id, Role.LEAD)
    return actor.has(meeting.network_id, *STAFF) or actor.has_for(
        meeting.network_id, meeting.partner_id, Role.COORDINATOR
    )


@grants(Permission.WRITE_MINUTES)
def may_write_minutes(actor: Actor, meeting: Meeting) -> bool:
    """Everyone of a city, experts and the lead write the minutes together."""
    return (
        may_read(actor, meeting)
        and takes_updates(meeting.network)
        and actor.has(meeting.network_id, *CITY_ROLES, *STAFF)
    )


@grants(Permission.UPLOAD_OUTPUT)
def may_upload(actor: Actor, meeting: Meeting) -> bool:
    """Officers, coordinators, experts and the lead add outputs to any meeting of the network."""
    return (
        may_read(actor, meeting)
        and takes_updates(meeting.network)
        and actor.has(meeting.network_id, Role.OFFICER, Role.COORDINATOR, *STAFF)
    )


@grants(Permission.EDIT_OUTPUT)
def may_edit_output(actor: Actor, output: Output) -> bool:
    """Who uploaded it, the coordinator of its partner, and the lead; experts their own."""
    if not may_read(actor, output):
        return False
    if not takes_updates(output.network):
        return actor.has(output.network_id, Role.LEAD)
    own = output.author_id == actor.person and actor.has(output.network_id, Role.OFFICER, Role.COORDINATOR, *EXPERTS)
    return (
        own
        or actor.has(output.network_id, Role.LEAD)
        or actor.has_for(output.network_id, output.partner_id, Role.COORDINATOR)
    )
