"""Reads of notifications: one's own, of what one may still read."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, false, func, select

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.ids import is_id
from infocus.core.paging import Page, keyset
from infocus.notifications.kinds import BEYOND, KINDS
from infocus.notifications.models import Notification
from infocus.notifications.words import said_why
from infocus.records.models import Record
from infocus.records.policy import readable


@dataclass(frozen=True, slots=True)
class Told:
    """A notification in the reader's words."""

    row: Notification
    sentence: str
    why: str


def in_words(row: Notification) -> Told:
    """The sentence of a notification in the present language."""
    who = row.by.shown_name if row.by else ""
    kind = KINDS[row.kind]
    sentence = kind.say({"who": who, "title": row.record.title, **row.words})
    return Told(row, sentence, said_why(row.why, row.about, str(kind.why)))


def own(actor: Actor) -> ColumnElement[bool]:
    """What a person is still shown: about records they may read, in networks they belong to (comments go no wider).

    What answers a search is told of other networks too, as long as the person belongs to one.
    """
    networks = {member.network_id for member in actor.memberships}
    beyond = Notification.kind.in_(BEYOND) if networks else false()
    return (Notification.person_id == actor.person) & (Record.network_id.in_(networks) | beyond) & readable(actor)


def own_notifications(actor: Actor, *, cursor: str | None = None, limit: int = 20, unread: bool = False) -> Page[Told]:
    """One's notifications, newest first; with ``unread`` only those."""
    query = select(Notification).join(Record, Record.id == Notification.record_id).where(own(actor))
    if unread:
        query = query.where(Notification.read_at.is_(None))
    page = keyset(query, [Notification.id], lambda row: [row.id], cursor=cursor, limit=limit)
    return Page([in_words(row) for row in page.items], page.next)


def get_own(actor: Actor, notification_id: str) -> Notification:
    """One of one's own notifications. Raises ``NotFound``."""
    row = db.session.get(Notification, notification_id) if is_id(notification_id) else None
    if row is None or row.person_id != actor.person:
        raise NotFound
    return row


def unread_count(actor: Actor) -> int:
    """How many notifications wait unread."""
    if not actor.has_account:
        return 0
    query = select(func.count()).select_from(Notification).join(Record, Record.id == Notification.record_id)
    mine = query.where(own(actor), Notification.read_at.is_(None))
    return db.session.scalar(mine) or 0
