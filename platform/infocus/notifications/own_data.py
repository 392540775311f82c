"""What is kept about a person's notifications, watches and mail, for the file they can take away."""

from typing import Any

from sqlalchemy import select

from infocus.accounts.own_data import contributes_own_data
from infocus.core.db import db
from infocus.notifications.choosing.queries import choice_of
from infocus.notifications.models import Notification
from infocus.notifications.watching.models import Watch


@contributes_own_data("watching")
def watching(person_id: str) -> list[dict[str, Any]]:
    """What the person watches, or watches no more."""
    rows = db.session.scalars(select(Watch).where(Watch.person_id == person_id).order_by(Watch.id))
    return [
        {"what": row.subject, "id": row.subject_id, "mail": row.how, "since": row.since.isoformat()} for row in rows
    ]


@contributes_own_data("mail_choices")
def mail_choices(person_id: str) -> dict[str, Any]:
    """How the person wants mail at once and when it is night."""
    choice = choice_of(person_id)
    return {"direct": choice.direct, "quiet_from": choice.quiet_from, "quiet_until": choice.quiet_until}


@contributes_own_data("notifications")
def notifications(person_id: str) -> list[dict[str, Any]]:
    """What the person was told."""
    rows = db.session.scalars(select(Notification).where(Notification.person_id == person_id).order_by(Notification.id))
    return [
        {
            "kind": row.kind,
            "path": row.path,
            "at": row.created_at.isoformat(),
            "read": row.read_at.isoformat() if row.read_at else None,
            "mailed": row.mailed_at.isoformat() if row.mailed_at else None,
        }
        for row in rows
    ]
