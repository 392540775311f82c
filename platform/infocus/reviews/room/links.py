"""Links in the room to records of this site, shown with their titles to those who may read them."""

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from sqlalchemy import select

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.library.labels import type_label
from infocus.plans.models import Plan, PlanSection, PlanVersion
from infocus.records.models import Record
from infocus.records.queries import get_record
from infocus.records.urls import id_of, record_path
from infocus.reviews.room.entries import partner_data

LONGEST = 500


def unfurl(actor: Actor, address: str) -> dict[str, Any] | None:
    """Title, kind, partner, summary of the record at a path of this site; ``None`` when this person reads none there.

    ``/<network>/<kind>/<id>-<slug>``, of a plan with ``?section=KEY`` or ``#section-KEY`` for one section of it.
    """
    if len(address) > LONGEST or not address.startswith("/"):
        return None
    parts = urlsplit(address)
    record = _record(actor, [unquote(part) for part in parts.path.split("/")[1:]])
    if record is None:
        return None
    found = {
        "title": record.title,
        "type": record.type,
        "kind": type_label(record.type),
        "partner": partner_data(record.partner),
        "summary": record.summary,
        "path": record_path(record),
    }
    key = parse_qs(parts.query).get("section", [parts.fragment.rpartition("section-")[2]])[0]
    section = _section(record, key) if isinstance(record, Plan) and key else None
    if section is not None:
        found |= {"section": section.key, "section_title": section.heading, "path": address}
    return found


def _record(actor: Actor, parts: list[str]) -> Record | None:
    if len(parts) < 3:
        return None
    network, kind, handle = parts[:3]
    try:
        record = get_record(actor, id_of(handle), Record)
    except NotFound:
        return None
    right = kind == record.KIND and record.network.slug == network
    return record if right else None


def _section(plan: Plan, key: str) -> PlanSection | None:
    wanted = select(PlanSection).join(PlanVersion).where(PlanVersion.plan_id == plan.id, PlanSection.key == key)
    return db.session.scalars(wanted.order_by(PlanVersion.number.desc()).limit(1)).first()
