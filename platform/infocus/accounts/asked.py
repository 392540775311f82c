"""Somebody without an account is asked one question by mail: a page behind a key, two buttons, one answer.

Opening the page answers nothing, because mail scanners open links. Features keep such questions in tables of their
own (`AskedByMail`) and say what an answer brings about; what is alike for all of them is here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from flask_babel import gettext as _
from sqlalchemy import ForeignKey, String, select, update
from sqlalchemy.orm import Mapped, mapped_column

from infocus.core import clock
from infocus.core.db import Model, db
from infocus.core.errors import Conflict, Invalid, NotFound
from infocus.core.i18n import LANGUAGES
from infocus.core.secrets import digest, new_key
from infocus.core.text import clean

NAME_LIMIT = 120
EMAIL_LIMIT = 254
WORDS_LIMIT = 1_000
OPEN_FOR = timedelta(days=45)
"""How long the page stays open."""


class Verdict(StrEnum):
    """What somebody who was asked answers."""

    AGREE = "agree"
    BACK = "back"


class AskedByMail(Model):
    """Columns of a question. Of the key in the mail only a hash is kept.

    ``mailed_at`` is empty while the mail waits; ``closed_at`` says that the question was taken back or is over;
    ``words`` go with what is sent back.
    """

    __abstract__ = True

    name: Mapped[str] = mapped_column(String(NAME_LIMIT))
    email: Mapped[str] = mapped_column(String(EMAIL_LIMIT))
    language: Mapped[str] = mapped_column(String(2), default="en")
    key_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    expires_at: Mapped[datetime | None]
    asked_by: Mapped[str] = mapped_column(ForeignKey("persons.id"))
    asked_at: Mapped[datetime] = mapped_column(default=clock.now)
    mailed_at: Mapped[datetime | None]
    verdict: Mapped[str] = mapped_column(String(8), default="")
    words: Mapped[str] = mapped_column(String(WORDS_LIMIT), default="")
    answered_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]

    @property
    def is_open(self) -> bool:
        """Whether an answer is still waited for."""
        return (
            not self.verdict and self.closed_at is None and (self.expires_at is None or self.expires_at > clock.now())
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Whom to ask; the mail and its page are in ``language``."""

    name: str
    email: str
    language: str = "en"


Q = TypeVar("Q", bound=AskedByMail)


def checked(to: Addressee, more: Mapping[str, str] | None = None) -> Addressee:
    """The same, clean. Raises ``Invalid`` beside each field that is wrong, together with the errors in ``more``."""
    errors = dict(more or {})
    name, email = to.name.strip(), to.email.strip().lower()
    if not name or len(name) > NAME_LIMIT or not name.isprintable():
        errors["name"] = _("Say who it is.")
    local, _at, place = email.partition("@")
    if not local or "." not in place or len(email) > EMAIL_LIMIT or not email.isprintable() or " " in email:
        errors["email"] = _("This is not an e-mail address.")
    if to.language not in LANGUAGES:
        errors["language"] = _("Choose one of the ten working languages.")
    if errors:
        raise Invalid(errors)
    return Addressee(name=name, email=email, language=to.language)


def give_key(row: AskedByMail) -> str:
    """Open the question's page for its time; the key goes into the mail and nowhere else."""
    key, now = new_key(), clock.now()
    row.key_hash, row.mailed_at, row.expires_at = digest(key), now, now + OPEN_FOR
    return key


def find(kind: type[Q], key: str) -> Q:
    """What somebody was asked, by the key in their mail; looking answers nothing. Raises ``NotFound``."""
    row = db.session.scalar(select(kind).where(kind.key_hash == digest(key)))
    if row is None or row.closed_at is not None or row.expires_at is None or row.expires_at < clock.now():
        raise NotFound
    return row


def answer(row: AskedByMail, verdict: str, words: str = "") -> None:
    """Take an answer, once. Raises ``Invalid``, ``Conflict`` when it was answered already."""
    if row.verdict:
        raise Conflict(_("You have answered already; thank you."))
    if verdict not in set(Verdict):
        raise Invalid({"verdict": _("Agree, or send it back.")})
    said = _words(words)
    if verdict == Verdict.BACK and not said:
        raise Invalid({"words": _("Say in a word what should change.")})
    row.verdict, row.words, row.answered_at = verdict, said, clock.now()
    db.session.flush()


def use_up(kind: type[Q], key: str) -> bool:
    """Make a key work no more; of two presses at once one is told that it was the first."""
    mine = update(kind).where(kind.key_hash == digest(key)).values(key_hash=None)
    return db.session.scalar(mine.returning(kind.name)) is not None


def close(row: AskedByMail) -> None:
    """End a question: its address leads nowhere from now on."""
    row.key_hash = None
    row.closed_at = row.closed_at or clock.now()


def _words(text: str) -> str:
    try:
        found = clean(text)
    except ValueError:
        raise Invalid({"words": _("This text holds control characters; please type it again.")}) from None
    if len(found) > WORDS_LIMIT:
        raise Invalid({"words": _("%(length)s characters; %(most)s fit.", length=len(found), most=WORDS_LIMIT)})
    return found
