"""The blueprint of plans, and the plan of an address."""

from flask import Blueprint

from infocus.plans.models import Plan
from infocus.records.addresses import record_at

blueprint = Blueprint("plans", __name__)


def the_plan(network: str, handle: str) -> Plan:
    """The plan of this address, as the person may read it. Raises ``NotFound``."""
    return record_at(network, handle, Plan)
