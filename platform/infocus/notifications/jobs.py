"""Mail about notifications: at once for a few kinds, daily for the rest; never twice."""

from datetime import timedelta
from typing import Any

from flask_babel import force_locale
from sqlalchemy import update

from infocus.accounts import letters
from infocus.accounts.models import Account
from infocus.core import clock, outbox
from infocus.core.db import db, unit_of_work
from infocus.core.i18n import locale_of
from infocus.core.schedule import periodic
from infocus.networks.actors import actor_of
from infocus.notifications.digest import compose, due_people
from infocus.notifications.models import DigestMark, Notification
from infocus.notifications.queries import in_words
from infocus.notifications.services import MAIL_JOB
from infocus.records.urls import record_path


@outbox.job(MAIL_JOB)
def mail_at_once(payload: dict[str, Any]) -> None:
    """Mail one notification, unless it was read, mailed or lost its reader meanwhile."""
    with unit_of_work():
        row = db.session.get(Notification, payload["notification"])
        account = db.session.get(Account, row.person_id) if row else None
        if row is None or account is None or not account.active or row.read_at or row.mailed_at:
            return
        actor = actor_of(account)
        if actor.keys.isdisjoint(row.record.stored_keys) or not actor.roles(row.record.network_id):
            return
        person = account.person
        with force_locale(locale_of(person.language)):
            sentence = in_words(row).sentence
        words = {"name": person.name, "sentence": sentence, "quote": row.quote, "path": row.path}
        letters.post(account.email, person.language, "notification", **words)
        row.mailed_at = clock.now()


@periodic("notifications.digest", timedelta(minutes=10))
def daily_mails() -> None:
    """Make the daily mails that are due; mark and mail are one transaction."""
    for person_id in [account.person_id for account in due_people(clock.now())]:
        with unit_of_work():
            _mail_digest(person_id)


def _mail_digest(person_id: str) -> None:
    account = db.session.get(Account, person_id)
    if account is None or not account.active:
        return
    actor = actor_of(account)
    language = account.person.language
    with force_locale(locale_of(language)):
        digest = compose(actor)
    if db.session.get(DigestMark, (person_id, digest.day)) is not None:
        return  # another worker was first
    db.session.add(DigestMark(person_id=person_id, day=digest.day, until=digest.until))
    if digest.is_empty:
        return
    letters.post(
        account.email,
        language,
        "digest",
        name=account.person.name,
        told=[{"sentence": told.sentence, "quote": told.row.quote, "path": told.row.path} for told in digest.told],
        new=[{"title": record.title, "summary": record.summary, "path": record_path(record)} for record in digest.new],
        more=digest.more,
    )
    mailed = [told.row.id for told in digest.told]
    db.session.execute(
        update(Notification).where(Notification.id.in_(mailed)).values(mailed_at=clock.now()),
        execution_options={"synchronize_session": False},
    )
