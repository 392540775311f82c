"""Who takes the evidence of a meeting."""

from infocus.core.actor import Actor, Role
from infocus.core.permissions import Permission, grants
from infocus.meetings.models import Meeting
from infocus.records.policy import may_read


@grants(Permission.TAKE_EVIDENCE)
def may_take_evidence(actor: Actor, meeting: Meeting) -> bool:
    """Coordinators and the lead of the network, of what they read; also once it is closed: audits come late."""
    return (
        not meeting.removed_at
        and may_read(actor, meeting)
        and actor.has(meeting.network_id, Role.COORDINATOR, Role.LEAD)
    )
