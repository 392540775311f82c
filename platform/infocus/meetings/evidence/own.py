"""What a person finds of it in their own data, and what goes with their account."""

from typing import Any

from sqlalchemy import select

from infocus.accounts.own_data import contributes_own_data, forgets_at_closing
from infocus.core.db import db
from infocus.meetings.evidence.models import EvidencePackage
from infocus.meetings.evidence.services import forget_person

forgets_at_closing(forget_person)


@contributes_own_data("evidence_packages")
def packages_asked_for(person_id: str) -> list[dict[str, Any]]:
    """The packages a person asked for and that are still there."""
    rows = select(EvidencePackage).where(EvidencePackage.person_id == person_id).order_by(EvidencePackage.id)
    return [
        {"meeting": row.meeting.title, "asked_at": row.asked_at.isoformat(), "state": row.state}
        for row in db.session.scalars(rows)
    ]
