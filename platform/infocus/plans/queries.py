"""Reads of plans, always for an actor."""

from infocus.core.actor import Actor
from infocus.core.paging import Page, keyset
from infocus.plans.models import Plan
from infocus.records.models import Record
from infocus.records.queries import get_record, visible


def get_plan(actor: Actor, plan_id: str | None) -> Plan:
    """One plan. Raises ``NotFound``."""
    return get_record(actor, plan_id, Plan)


def list_plans(
    actor: Actor,
    network_id: str | None = None,
    *,
    partner_id: str | None = None,
    cursor: str | None = None,
    limit: int = 20,
) -> Page[Plan]:
    """Plans the actor may read, of one network or one partner where given, newest first."""
    query = visible(actor, Plan)
    if network_id is not None:
        query = query.where(Plan.network_id == network_id)
    if partner_id is not None:
        query = query.where(Plan.partner_id == partner_id)
    return keyset(query, (Record.id,), lambda plan: (plan.id,), cursor=cursor, limit=limit)
