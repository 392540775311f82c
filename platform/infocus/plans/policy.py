"""Rights over plans: a city's own people write its plan; its coordinator answers for it."""

from infocus.core.actor import Actor, Role
from infocus.core.permissions import Permission, grants
from infocus.networks.models import Partner
from infocus.networks.policy import takes_updates
from infocus.plans.models import Plan


@grants(Permission.WRITE_PLAN)
def may_write_plan(actor: Actor, partner: Partner) -> bool:
    """Officers and the coordinator of a city begin its plan, also in aftercare: councils adopt late."""
    return takes_updates(partner.network) and actor.has_for(
        partner.network_id, partner.id, Role.COORDINATOR, Role.OFFICER
    )


@grants(Permission.EDIT_PLAN)
def may_edit_plan(actor: Actor, plan: Plan) -> bool:
    """The coordinator changes the plan and adds versions; an officer the plan they began."""
    if not takes_updates(plan.network):
        return False
    if actor.has_for(plan.network_id, plan.partner_id, Role.COORDINATOR):
        return True
    return actor.person == plan.author_id and actor.has_for(plan.network_id, plan.partner_id, Role.OFFICER)
