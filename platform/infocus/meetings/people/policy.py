"""Who sees what about the people of a meeting."""

from infocus.core.actor import Actor, Role
from infocus.core.permissions import Permission, grants
from infocus.meetings.models import Meeting
from infocus.networks.queries import may_see_people
from infocus.records.policy import may_read


@grants(Permission.READ_NEEDS)
def may_read_needs(actor: Actor, meeting: Meeting) -> bool:
    """What people eat and how they come in: the host's coordinator and the lead, and nobody else."""
    return may_read(actor, meeting) and (
        actor.has(meeting.network_id, Role.LEAD)
        or actor.has_for(meeting.network_id, meeting.partner_id, Role.COORDINATOR)
    )


def may_see_list(actor: Actor, meeting: Meeting) -> bool:
    """Names of people are for members of the network; not for guests, not for the public."""
    return may_read(actor, meeting) and may_see_people(actor, meeting.network)
