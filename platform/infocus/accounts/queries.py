"""Reads of people and accounts."""

from sqlalchemy import select

from infocus.accounts.models import Account
from infocus.core.db import db
from infocus.core.errors import NotFound


def normal_email(email: str) -> str:
    """An address as it is stored and compared: without outer space, in lower case."""
    return email.strip().lower()


def by_email(email: str) -> Account | None:
    """The account with this address, active or not."""
    return db.session.scalar(select(Account).where(Account.email == normal_email(email)))


def account_of(person_id: str | None) -> Account:
    """The active account of a person. Raises ``NotFound``."""
    account = db.session.get(Account, person_id) if person_id else None
    if account is None or not account.active:
        raise NotFound
    return account


def all_accounts() -> list[Account]:
    """Every account, by address; for the command line."""
    return list(db.session.scalars(select(Account).order_by(Account.email)))
