"""The audit log: who did what to which thing, and when; never changed, never deleted with what it is about."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import Id, Model, db
from infocus.core.ids import new_id


class AuditEntry(Model):
    """One act. ``action`` is a verb with its feature (``networks.close``); ``detail`` holds plain values."""

    __tablename__ = "audit"
    __table_args__ = (Index("ix_audit_subject", "subject_type", "subject"), Index("ix_audit_at", "at", "id"))

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    person_id: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))
    action: Mapped[str] = mapped_column(String(60))
    subject_type: Mapped[str] = mapped_column(String(20))
    subject: Mapped[str] = mapped_column(Id)
    network_id: Mapped[str | None] = mapped_column(ForeignKey("networks.id"), index=True)
    detail: Mapped[dict[str, Any]] = mapped_column(default=dict)
    at: Mapped[datetime] = mapped_column(default=clock.now)


def note(
    actor: Actor, action: str, subject_type: str, subject: str, network_id: str | None = None, **detail: Any
) -> None:
    """Write down an act inside the present unit of work."""
    db.session.add(
        AuditEntry(
            person_id=actor.person_id,
            action=action,
            subject_type=subject_type,
            subject=subject,
            network_id=network_id,
            detail=detail,
            at=clock.now(),
        )
    )
