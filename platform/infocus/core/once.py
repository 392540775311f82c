"""A form that is sent twice makes one thing: its mark is stored with what it made, and leads the second there."""

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import String, Text, delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from infocus.core import clock
from infocus.core.db import Model, db, unit_of_work
from infocus.core.schedule import periodic

KEPT = timedelta(days=1)
"""A page that was open longer is sent as if for the first time."""


class FormSent(Model):
    """A form that was sent: its mark, which names nobody, and the page of what it made."""

    __tablename__ = "forms_sent"

    mark: Mapped[str] = mapped_column(String(64), primary_key=True)
    target: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(default=clock.now, index=True)


class SentBefore(Exception):
    """The form was sent before, or is being sent at the same moment: nothing more is made."""

    def __init__(self, mark: str) -> None:
        super().__init__(mark)
        self.mark = mark


def keep_mark(person: str | None, key: str, target: str) -> None:
    """Store in this unit of work that a person's form of this key made what is at ``target``. Raises ``SentBefore``."""
    mark = hashlib.sha256(f"{person} {key}".encode()).hexdigest()
    db.session.add(FormSent(mark=mark, target=target))
    try:
        db.session.flush()
    except IntegrityError as error:
        if "forms_sent" not in str(error.orig):
            raise
        raise SentBefore(mark) from error


def target_of(mark: str) -> str | None:
    """Where what the form made first is, once that is stored."""
    return db.session.scalar(select(FormSent.target).where(FormSent.mark == mark))


@periodic("forms-sent", timedelta(hours=1))
def forget() -> None:
    """Take away the marks of yesterday's forms."""
    with unit_of_work():
        db.session.execute(delete(FormSent).where(FormSent.at < clock.now() - KEPT))
