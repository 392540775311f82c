"""Reads of plans, always for an actor."""

from collections.abc import Sequence

from sqlalchemy import select

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.paging import Page, keyset
from infocus.plans.models import Plan, PlanRow, PlanSection, PlanVersion
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


def sections_of(plan: Plan, number: int | None = None) -> Sequence[PlanSection]:
    """The sections of one version in order (the newest that has any, without ``number``); the right is the plan's."""
    query = select(PlanSection).join(PlanVersion).where(PlanVersion.plan_id == plan.id)
    if number is None:
        newest = query.with_only_columns(PlanVersion.number).order_by(PlanVersion.number.desc()).limit(1)
        number = db.session.scalar(newest)
    return db.session.scalars(query.where(PlanVersion.number == number).order_by(PlanSection.position)).all()


def rows_of(plan: Plan, number: int) -> Sequence[PlanRow]:
    """The rows of one version's tables in order; the right is the plan's."""
    query = select(PlanRow).join(PlanVersion).where(PlanVersion.plan_id == plan.id, PlanVersion.number == number)
    return db.session.scalars(query.order_by(PlanRow.position)).all()


def version_of(plan: Plan, number: int | None) -> PlanVersion:
    """One version by its number. Raises ``NotFound``."""
    found = next((each for each in plan.versions if each.number == number), None)
    if found is None:
        raise NotFound
    return found


def newest_with_text(plan: Plan) -> PlanVersion | None:
    """The newest version whose sections are there."""
    with_text = select(PlanVersion.number).join(PlanSection).where(PlanVersion.plan_id == plan.id)
    number = db.session.scalar(with_text.order_by(PlanVersion.number.desc()).limit(1))
    return None if number is None else version_of(plan, number)


def numbers_with_text(plan: Plan) -> list[int]:
    """The numbers of the versions whose sections are there, oldest first: those that can be read and compared."""
    with_text = select(PlanVersion.number).join(PlanSection).where(PlanVersion.plan_id == plan.id).distinct()
    return list(db.session.scalars(with_text.order_by(PlanVersion.number)))
