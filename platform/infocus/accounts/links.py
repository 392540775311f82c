"""Links that come by mail and work once: to sign in, to set a new password, to confirm a new address.

Opening the page of a link uses nothing up, because mail scanners open links; its button does.
"""

from datetime import timedelta
from typing import Any, Literal

from sqlalchemy import delete, select, update

from infocus.accounts.models import OneTimeLink
from infocus.core import clock
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.secrets import digest, new_key

Purpose = Literal["sign-in", "reset", "email"]
LIFE: dict[str, timedelta] = {
    "sign-in": timedelta(minutes=15),
    "reset": timedelta(hours=1),
    "email": timedelta(hours=24),
}


def issue(person_id: str, purpose: Purpose, payload: dict[str, Any] | None = None) -> tuple[OneTimeLink, str]:
    """A new link and its key; earlier ones of the same purpose stop working."""
    drop(person_id, purpose)
    key, now = new_key(), clock.now()
    link = OneTimeLink(
        person_id=person_id,
        purpose=purpose,
        key_hash=digest(key),
        payload=payload or {},
        created_at=now,
        expires_at=now + LIFE[purpose],
    )
    db.session.add(link)
    db.session.flush()
    return link, key


def drop(person_id: str, purpose: Purpose | None = None) -> None:
    """Make a person's links stop working: those of one purpose, or all."""
    unused = delete(OneTimeLink).where(OneTimeLink.person_id == person_id, OneTimeLink.used_at.is_(None))
    db.session.execute(unused if purpose is None else unused.where(OneTimeLink.purpose == purpose))


def find(key: str, purpose: Purpose) -> OneTimeLink | None:
    """The link, if it still works; looking uses nothing up."""
    return db.session.scalar(
        select(OneTimeLink).where(
            OneTimeLink.key_hash == digest(key),
            OneTimeLink.purpose == purpose,
            OneTimeLink.used_at.is_(None),
            OneTimeLink.expires_at > clock.now(),
        )
    )


def use(key: str, purpose: Purpose) -> OneTimeLink:
    """Use the link up; of two at once one wins. Raises ``NotFound`` when it was used, ran out or never was."""
    link = find(key, purpose)
    if link is None:
        raise NotFound
    mine = update(OneTimeLink).where(OneTimeLink.id == link.id, OneTimeLink.used_at.is_(None))
    if db.session.scalar(mine.values(used_at=clock.now()).returning(OneTimeLink.id)) is None:
        raise NotFound
    return link


def purge() -> None:
    """Forget links that ran out a day ago."""
    db.session.execute(delete(OneTimeLink).where(OneTimeLink.expires_at < clock.now() - timedelta(days=1)))
