"""What follows from changes of roles: open lines of a person are closed, so that they come back with today's rights."""

from infocus.core.db import after_commit
from infocus.core.events import reacts_to
from infocus.engines.bound import engines
from infocus.engines.realtime.port import Why
from infocus.networks.events import MembershipChanged


@reacts_to(MembershipChanged)
def close_lines(event: MembershipChanged) -> None:
    """A role that ended is felt at once in every open room."""
    if event.ended:
        person = event.person_id
        after_commit(lambda: engines().realtime.disconnect(Why.RIGHTS_LOST, person=person))
