"""Mail about notifications: at once for a few kinds, a digest for the rest; never twice, never lost.

A notification is claimed (``mailed_at``) in the transaction that writes its mail into the outbox: a worker that is
killed before the commit has done neither, and after it both; another worker that works at the same time claims nothing.
"""

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import structlog
from flask_babel import force_locale
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from infocus.accounts import letters
from infocus.accounts.models import Account
from infocus.core import clock, outbox
from infocus.core.db import db, unit_of_work
from infocus.core.i18n import locale_of
from infocus.core.schedule import periodic
from infocus.networks.actors import actor_of
from infocus.notifications.answering.services import address_for, reply_address
from infocus.notifications.choosing.queries import next_moment
from infocus.notifications.choosing.services import DIGEST, DIRECT
from infocus.notifications.digest import Digest, Group, compose, due_people
from infocus.notifications.kinds import BEYOND, KINDS
from infocus.notifications.models import DigestMark, Notification
from infocus.notifications.queries import Told, in_words
from infocus.notifications.services import MAIL_JOB
from infocus.notifications.signing import unsubscribe_address, unsubscribe_headers
from infocus.records.urls import record_path

log = structlog.get_logger()
ANSWER_LINE = "##- in focus -##"
"""The line above which an answer is written, the same in every language: what stands below it is our own mail."""


@outbox.job(MAIL_JOB)
def mail_at_once(payload: dict[str, Any]) -> None:
    """Mail one notification, unless it was read, mailed or lost its reader meanwhile; at night it waits again."""
    with unit_of_work():
        row = db.session.get(Notification, payload["notification"])
        account = db.session.get(Account, row.person_id) if row else None
        if row is None or account is None or not account.active or row.read_at or not _may_hear(account, row):
            return
        now = clock.now()
        morning = next_moment(row.person_id, now)
        if morning > now:
            outbox.enqueue(MAIL_JOB, payload, run_after=morning)
        elif _claimed([row.id], now):
            _post_one(account, row)


def _may_hear(account: Account, row: Notification) -> bool:
    actor = actor_of(account)
    if row.record.removed_at is not None or actor.keys.isdisjoint(row.record.stored_keys):
        return False
    return bool(actor.roles(row.record.network_id)) or (row.kind in BEYOND and bool(actor.memberships))


def _claimed(ids: Iterable[str], now: datetime) -> set[str]:
    """Of these, the notifications that were not mailed yet: they are now."""
    mine = update(Notification).where(Notification.id.in_(list(ids)), Notification.mailed_at.is_(None))
    mine = mine.values(mailed_at=now).returning(Notification.id)
    return set(db.session.scalars(mine, execution_options={"synchronize_session": False}))


def _post_one(account: Account, row: Notification) -> None:
    person = account.person
    with force_locale(locale_of(person.language)):
        told = in_words(row)
    stop = unsubscribe_address(person.id, _stops(row))
    answer = reply_address(person.id, row)
    letters.post(
        account.email,
        person.language,
        "notification",
        headers=unsubscribe_headers(stop),
        reply_to=answer,
        name=person.name,
        sentence=told.sentence,
        why=told.why,
        quote=row.quote,
        path=row.path,
        stop=stop,
        answerable=bool(answer),
        answer_line=ANSWER_LINE,
    )


def _stops(row: Notification) -> str:
    """What one click stops: mail about oneself, the mail of the watch, or else all digests."""
    if KINDS[row.kind].at_once:
        return DIRECT
    return f"record:{row.record_id}" if row.why in {"record", "own", "commented"} else DIGEST


@periodic("notifications.digest", timedelta(minutes=10))
def daily_mails() -> None:
    """Make the digests that are due; mark and mail are one transaction, and one that fails holds up nobody else's."""
    for person_id in [account.person_id for account in due_people(clock.now())]:
        try:
            with suppress(IntegrityError), unit_of_work():  # another worker was first
                _mail_digest(person_id)
        except Exception:
            log.exception("digest_failed", person=person_id)


def _mail_digest(person_id: str) -> None:
    account = db.session.get(Account, person_id)
    if account is None or not account.active:
        return
    actor, now = actor_of(account), clock.now()
    with force_locale(locale_of(account.person.language)):
        digest = compose(actor, account.digest, now)
    if db.session.get(DigestMark, (person_id, digest.day)) is not None:
        return  # another worker was first
    db.session.add(DigestMark(person_id=person_id, day=digest.day, until=digest.until))
    db.session.flush()  # the row is the lock: who comes second waits here, and its mail is rolled back
    if digest.is_empty:
        return
    ids = [told.row.id for told in digest.told]
    if _claimed(ids, now) == set(ids):
        _post_digest(account, digest)
    else:
        db.session.rollback()  # one of them went out at once meanwhile: the next round writes what is left


def _post_digest(account: Account, digest: Digest) -> None:
    stop = unsubscribe_address(account.person_id, DIGEST)
    letters.post(
        account.email,
        account.person.language,
        "digest",
        headers=unsubscribe_headers(stop),
        name=account.person.name,
        groups=[_group(account.person_id, group) for group in digest.groups],
        new=[{"title": record.title, "summary": record.summary, "path": record_path(record)} for record in digest.new],
        more=digest.more,
        often=account.digest,
        stop=stop,
    )


def _group(person_id: str, group: Group) -> dict[str, Any]:
    record = group.record
    lines = [_line(one) for one in group.told]
    return {
        "title": record.title, "path": record_path(record), "told": lines, "answer": address_for(person_id, record.id),
    }  # fmt: skip


def _line(told: Told) -> dict[str, str]:
    return {"sentence": told.sentence, "why": told.why, "quote": told.row.quote, "path": told.row.path}
