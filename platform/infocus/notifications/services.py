"""Tell somebody something, mark it read, make the daily mail."""

from collections.abc import Iterable

from sqlalchemy import update

from infocus.core import clock, outbox
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.notifications.kinds import KINDS
from infocus.notifications.models import Notification
from infocus.records.models import Record

MAIL_JOB = "notifications.mail"


def notify(
    person_id: str, kind: str, record: Record, *, path: str, by: str | None = None, quote: str = ""
) -> Notification | None:
    """Tell a person about a record inside the present unit of work; nobody is told of what they did themselves.

    ``path`` is where the page opens; ``kind`` one of ``KINDS``. What is mailed at once goes through the outbox.
    """
    if person_id == by:
        return None
    row = Notification(person_id=person_id, kind=kind, record_id=record.id, path=path, by_id=by, quote=quote[:240])
    db.session.add(row)
    db.session.flush()
    if KINDS[kind].at_once:
        outbox.enqueue(MAIL_JOB, {"notification": row.id})
    return row


def mark_read(actor: Actor, notification_ids: Iterable[str] | None = None) -> None:
    """Mark some, or all, of one's own notifications as read."""
    own = update(Notification).where(Notification.person_id == actor.person, Notification.read_at.is_(None))
    if notification_ids is not None:
        own = own.where(Notification.id.in_(list(notification_ids)))
    db.session.execute(own.values(read_at=clock.now()), execution_options={"synchronize_session": False})
