"""Tell somebody something, mark it read, make the daily mail."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, delete, update

from infocus.core import clock, outbox
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.notifications.kinds import KINDS
from infocus.notifications.models import Notification
from infocus.records.models import Record

MAIL_JOB = "notifications.mail"
QUOTE = 240


def notify(
    person_id: str, kind: str, record: Record, *, path: str, by: str | None = None, quote: str = ""
) -> Notification | None:
    """Tell a person about a record inside the present unit of work; nobody is told of what they did themselves.

    ``path`` is where the page opens; ``kind`` one of ``KINDS``. What is mailed at once goes through the outbox.
    """
    if person_id == by:
        return None
    row = Notification(person_id=person_id, kind=kind, record_id=record.id, path=path, by_id=by, quote=quote[:QUOTE])
    db.session.add(row)
    db.session.flush()
    if KINDS[kind].at_once:
        outbox.enqueue(MAIL_JOB, {"notification": row.id})
    return row


def requote(record_id: str, anchor: str, quote: str) -> None:
    """Give what was told about this place of a record (``#c-…``) the words that stand there now."""
    db.session.execute(update(Notification).where(_at(record_id, anchor)).values(quote=quote[:QUOTE]))


def untell(record_id: str, anchor: str) -> None:
    """Take back what was told about this place of a record."""
    db.session.execute(delete(Notification).where(_at(record_id, anchor)))


def _at(record_id: str, anchor: str) -> ColumnElement[bool]:
    return (Notification.record_id == record_id) & Notification.path.endswith(anchor, autoescape=True)


def mark_read(actor: Actor, notification_ids: Iterable[str] | None = None) -> None:
    """Mark some, or all, of one's own notifications as read."""
    own = update(Notification).where(Notification.person_id == actor.person, Notification.read_at.is_(None))
    if notification_ids is not None:
        own = own.where(Notification.id.in_(list(notification_ids)))
    db.session.execute(own.values(read_at=clock.now()), execution_options={"synchronize_session": False})
