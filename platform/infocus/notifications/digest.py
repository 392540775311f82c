"""The daily mail: what waits unread and what is new, once a day at seven in the reader's own time zone."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from infocus.accounts.models import Account
from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.notifications.models import DigestMark, Notification
from infocus.notifications.queries import Told, in_words, own
from infocus.records.models import Record
from infocus.records.policy import readable

HOUR = 7
MOST = 20


@dataclass(frozen=True, slots=True)
class Digest:
    """What one daily mail says; ``more`` counts what did not fit."""

    day: str
    until: datetime
    told: list[Told]
    new: list[Record]
    more: int

    @property
    def is_empty(self) -> bool:
        """Nothing to say: no mail."""
        return not self.told and not self.new


def due_people(now: datetime) -> list[Account]:
    """The active accounts with a daily mail, whose seven o'clock has passed today and that had none today."""
    wanted = select(Account).where(Account.active, Account.digest == "daily").order_by(Account.person_id)
    lately = (now - timedelta(days=2)).date().isoformat()
    marks = select(DigestMark.person_id, DigestMark.day).where(DigestMark.day >= lately)
    made = set(db.session.execute(marks).all())
    found = []
    for account in db.session.scalars(wanted):
        local = now.astimezone(ZoneInfo(account.person.time_zone))
        if local.hour >= HOUR and (account.person_id, local.date().isoformat()) not in made:
            found.append(account)
    return found


def compose(actor: Actor, now: datetime | None = None) -> Digest:
    """What is unread, not mailed yet, and still readable; and the records shared since the last daily mail."""
    now = now or clock.now()
    day = now.astimezone(ZoneInfo(actor.time_zone)).date().isoformat()
    last = db.session.scalar(select(func.max(DigestMark.until)).where(DigestMark.person_id == actor.person))
    begin = last or now - timedelta(days=1)
    rows = db.session.scalars(
        select(Notification)
        .join(Record, Record.id == Notification.record_id)
        .where(
            own(actor),
            Notification.read_at.is_(None),
            Notification.mailed_at.is_(None),
            Notification.created_at <= now,
        )
        .order_by(Notification.id.desc())
    ).unique()
    fresh = select(Record).where(
        readable(actor),
        Record.created_at > begin,
        Record.created_at <= now,
        Record.author_id != actor.person,
        Record.state != "draft",
        Record.network_id.in_({m.network_id for m in actor.memberships}),
    )
    new = list(db.session.scalars(fresh.order_by(Record.created_at.desc()).limit(MOST + 1)).unique())
    told = list(rows)
    more = max(0, len(told) - MOST) + max(0, len(new) - MOST)
    return Digest(day, now, [in_words(row) for row in told[:MOST]], new[:MOST], more)
