"""Store what a person chose about mail; stop it by the address in a mail."""

from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import update

from infocus.accounts.models import Account
from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Invalid, NotFound
from infocus.core.permissions import Permission, require
from infocus.notifications.choosing.models import MailChoice
from infocus.notifications.choosing.queries import OFTEN
from infocus.notifications.models import Notification
from infocus.notifications.watching.models import Subject
from infocus.notifications.watching.services import quieten

DIGEST, DIRECT = "digest", "direct"


@dataclass(frozen=True, slots=True)
class Choices:
    """What the form says; hours from 0 to 23."""

    often: str
    direct: bool
    quiet_from: int
    quiet_until: int


def choose(actor: Actor, choices: Choices) -> None:
    """Store them. Raises ``Invalid``."""
    require(actor, Permission.USE_ACCOUNT)
    errors = {}
    if choices.often not in OFTEN:
        errors["often"] = _("Choose one from the list.")
    for name in ("quiet_from", "quiet_until"):
        if not 0 <= getattr(choices, name) <= 23:
            errors[name] = _("An hour from 0 to 23.")
    if errors:
        raise Invalid(errors)
    account = _account(actor.person)
    if account.digest == "never" != choices.often:
        _count_as_mailed(actor.person)
    account.digest = choices.often
    row = _row(actor.person)
    row.direct, row.quiet_from, row.quiet_until = choices.direct, choices.quiet_from, choices.quiet_until
    db.session.flush()


def stop(person_id: str, what: str) -> None:
    """Stop what an address in a mail names: the digest, mail at once about oneself, or the mail of one watch.

    Doing it twice is doing it once. Raises ``NotFound`` when the person has no account any more.
    """
    account = _account(person_id)
    if what == DIGEST:
        account.digest = "never"
    elif what == DIRECT:
        _row(person_id).direct = False
    else:
        subject, _colon, subject_id = what.partition(":")
        quieten(person_id, Subject(subject), subject_id)
    db.session.flush()


def _count_as_mailed(person_id: str) -> None:
    """Who turns mail on again gets what happens from now on: the rest is in the list."""
    old = update(Notification).where(Notification.person_id == person_id, Notification.mailed_at.is_(None))
    db.session.execute(old.values(mailed_at=clock.now()), execution_options={"synchronize_session": False})


def _account(person_id: str) -> Account:
    account = db.session.get(Account, person_id)
    if account is None:
        raise NotFound
    return account


def _row(person_id: str) -> MailChoice:
    row = db.session.get(MailChoice, person_id)
    if row is None:
        row = MailChoice(person_id=person_id, direct=True, quiet_from=21, quiet_until=7)
        db.session.add(row)
    return row
