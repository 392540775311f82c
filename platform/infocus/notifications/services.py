"""Tell somebody something, mark it read, make the daily mail."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, delete, update

from infocus.core import clock, outbox
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.notifications import pending
from infocus.notifications.choosing.queries import mailed_at_once, next_moment
from infocus.notifications.kinds import KINDS
from infocus.notifications.models import Notification
from infocus.records.models import Record
from infocus.records.urls import record_path

MAIL_JOB = "notifications.mail"
QUOTE = 240


def notify(
    person_id: str,
    kind: str,
    record: Record,
    *,
    path: str,
    by: str | None = None,
    quote: str = "",
    words: dict[str, Any] | None = None,
    by_mail: bool = True,
    why: tuple[str, str] = ("", ""),
    how: str = "usual",
    happening: str | None = None,
) -> Notification | None:
    """Tell a person about a record inside the present unit of work; nobody is told of what they did themselves.

    ``path`` is where the page opens; ``kind`` one of ``KINDS``, ``words`` what its sentence says besides who and what.
    What is mailed at once goes through the outbox, in the morning when it is night at the reader's; without ``by_mail``
    no digest has it either. ``why``, ``how`` and ``happening`` are those of a watch (``tell_watchers``).
    """
    if person_id == by:
        return None
    pending.told(record.id, person_id)
    row = Notification(person_id=person_id, kind=kind, record_id=record.id, path=path, by_id=by, quote=quote[:QUOTE])
    row.words, (row.why, row.about) = words or {}, (why[0], why[1][:200])
    row.how, row.happening = how, happening
    row.mailed_at = None if by_mail else clock.now()  # the daily mail passes over what counts as mailed
    db.session.add(row)
    db.session.flush()
    if by_mail and mailed_at_once(person_id, how, direct=KINDS[kind].at_once):
        outbox.enqueue(MAIL_JOB, {"notification": row.id}, run_after=next_moment(person_id, clock.now()))
    return row


def tell_watchers(
    record: Record,
    kind: str,
    *,
    path: str = "",
    by: str | None = None,
    quote: str = "",
    words: dict[str, Any] | None = None,
    places: bool = False,
) -> None:
    """Tell everybody who watches this record, once the present unit of work has committed.

    ``places``: it is new to who watches its city, its network, its themes or what it belongs to, as well. Who hears of
    the record in this unit of work by ``notify`` is not told twice; who may not read it then is not told at all.
    """
    where = path or record_path(record)
    said: dict[str, Any] = {"path": where, "by": by, "quote": quote[:QUOTE], "words": words or {}, "places": places}
    said["at"] = clock.now().isoformat()
    pending.add({"record": record.id, "kind": kind} | said)


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


def mark_path_read(actor: Actor, path: str) -> None:
    """Mark as read what leads one to this page: it is open."""
    there = update(Notification).where(Notification.person_id == actor.person, Notification.path == path)
    db.session.execute(
        there.where(Notification.read_at.is_(None)).values(read_at=clock.now()),
        execution_options={"synchronize_session": False},
    )


def forget_path(person_id: str, path: str) -> None:
    """Take back what one person was told about a page that is gone."""
    db.session.execute(delete(Notification).where(Notification.person_id == person_id, Notification.path == path))
