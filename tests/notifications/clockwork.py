"""Setting the clock, and what the tests of this folder share."""

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

from infocus.accounts.models import Account
from infocus.core import clock
from infocus.core.db import db, unit_of_work
from tests.library.shelf import Shelf
from tests.support.mails import mails

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
"""A Tuesday."""


def at(moment: datetime) -> None:
    """Let it be this moment."""
    clock.shift(timedelta(0))
    clock.shift(moment - clock.now())


def next_noon(moment: datetime) -> datetime:
    """Noon of that day: morning has come in every city, and no night has begun."""
    return moment.astimezone(UTC).replace(hour=12, minute=0, second=0, microsecond=0)


def sent(shelf: Shelf, who: str) -> list[EmailMessage]:
    """The mails one of the people got, the oldest first."""
    account = shelf.people[who].account
    assert account is not None
    return mails(shelf.world.app, account.email)


def set_mail(shelf: Shelf, often: str, *who: str, **person: str) -> None:
    """How often these people's usual mail comes; everybody else has none. ``person``: columns of these people."""
    ids = {shelf.people[name].id for name in who}
    with unit_of_work():
        for account in db.session.query(Account):
            account.digest = often if account.person_id in ids else "never"
            if account.person_id in ids:
                for name, value in person.items():
                    setattr(account.person, name, value)
