"""The digest: what waits unread and what is new, at seven in the reader's own time zone, daily or weekly."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from infocus.accounts.models import Account
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.notifications.choosing.queries import cadence
from infocus.notifications.models import DigestMark, Notification
from infocus.notifications.queries import Told, in_words, own
from infocus.records.models import Record
from infocus.records.policy import readable

HOUR = 7
MOST = 20


@dataclass(frozen=True, slots=True)
class Group:
    """What happened to one record, newest first."""

    record: Record
    told: list[Told]


@dataclass(frozen=True, slots=True)
class Digest:
    """What one mail says; ``more`` counts what did not fit, ``until`` is up to when new records were looked at."""

    day: str
    until: datetime
    groups: list[Group]
    new: list[Record]
    more: int

    @property
    def told(self) -> list[Told]:
        """Every notification in it."""
        return [told for group in self.groups for told in group.told]

    @property
    def is_empty(self) -> bool:
        """Nothing to say: no mail."""
        return not self.groups and not self.new


def due_people(now: datetime) -> list[Account]:
    """The active accounts whose seven o'clock has passed today and that were not looked at since."""
    wanted = select(Account).where(Account.active, Account.digest != "never").order_by(Account.person_id)
    lately = (now - timedelta(days=2)).date().isoformat()
    marks = select(DigestMark.person_id, DigestMark.day).where(DigestMark.day >= lately)
    made = set(db.session.execute(marks).all())
    found = []
    for account in db.session.scalars(wanted):
        local = now.astimezone(ZoneInfo(account.person.time_zone))
        if local.hour >= HOUR and (account.person_id, local.date().isoformat()) not in made:
            found.append(account)
    return found


def compose(actor: Actor, usual: str, now: datetime) -> Digest:
    """What is unread, not mailed yet, still readable and due by its cadence; and the records shared since.

    ``usual`` is how often the person's mail comes. What is weekly comes on Monday, or on the first day after it that
    a mail can be made; new records come with the person's usual mail.
    """
    zone = ZoneInfo(actor.time_zone)
    day, monday = now.astimezone(zone).date().isoformat(), last_monday(now, zone)
    groups, left = _told(actor, usual, now, monday)
    seen = {group.record.id for group in groups}
    last = db.session.scalar(select(func.max(DigestMark.until)).where(DigestMark.person_id == actor.person))
    begin = last or now - timedelta(days=1)
    until = monday if usual == "weekly" else now
    new = [] if until <= begin else _fresh(actor, begin, until, seen)
    return Digest(day, max(until, begin), groups, new[:MOST], left + max(0, len(new) - MOST))


def last_monday(now: datetime, zone: ZoneInfo) -> datetime:
    """The last Monday's seven o'clock on the reader's wall."""
    local = now.astimezone(zone)
    monday = local.date() - timedelta(days=local.weekday())
    seven = datetime.combine(monday, time(HOUR), zone).astimezone(UTC)
    return seven if seven <= now else datetime.combine(monday - timedelta(days=7), time(HOUR), zone).astimezone(UTC)


def _told(actor: Actor, usual: str, now: datetime, monday: datetime) -> tuple[list[Group], int]:
    """The newest ``MOST``, by record (the one with the newest first), and how many are left for another day."""
    waiting = (
        select(Notification.id, Notification.how, Notification.created_at)
        .join(Record, Record.id == Notification.record_id)
        .where(
            own(actor),
            Notification.read_at.is_(None),
            Notification.mailed_at.is_(None),
            Notification.created_at <= now,
            Notification.how != "page",
        )
        .order_by(Notification.id.desc())
    )
    due = [row.id for row in db.session.execute(waiting) if _is_due(row.how, row.created_at, usual, monday)]
    shown = select(Notification).where(Notification.id.in_(due[:MOST])).order_by(Notification.id.desc())
    rows = list(db.session.scalars(shown).unique())
    newest: dict[str, int] = {}
    for place, row in enumerate(rows):
        newest.setdefault(row.record_id, place)
    ordered = sorted(rows, key=lambda row: newest[row.record_id])  # stable: newest first inside a record
    groups = [list(some) for _record, some in groupby(ordered, key=lambda row: row.record_id)]
    return [Group(some[0].record, [in_words(row) for row in some]) for some in groups], max(0, len(due) - MOST)


def _is_due(how: str, told_at: datetime, usual: str, monday: datetime) -> bool:
    """What should have come at once and did not comes with the next mail."""
    return cadence(usual, how) != "weekly" or told_at <= monday


def _fresh(actor: Actor, begin: datetime, until: datetime, seen: set[str]) -> list[Record]:
    fresh = select(Record).where(
        readable(actor),
        Record.created_at > begin,
        Record.created_at <= until,
        Record.author_id != actor.person,
        Record.state != "draft",
        Record.id.not_in(seen),
        Record.network_id.in_({m.network_id for m in actor.memberships}),
    )
    return list(db.session.scalars(fresh.order_by(Record.created_at.desc()).limit(MOST + 1)).unique())
