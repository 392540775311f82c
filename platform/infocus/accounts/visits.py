"""Visits: what a browser of somebody without an account is known by. A row each, ended on the server, never renewed."""

from datetime import datetime

from sqlalchemy import bindparam, delete, select

from infocus.accounts.models import Person, Visit
from infocus.core import clock
from infocus.core.db import after_commit, db
from infocus.core.secrets import digest, new_key
from infocus.engines.bound import engines
from infocus.engines.realtime.port import Why

BADGE = "visit:"
"""How a visit is told from a session where both can stand: on an open line."""
_BY_KEY = select(Visit).where(Visit.key_hash == bindparam("key_hash"))


def open_visit(person: Person, until: datetime) -> tuple[Visit, str]:
    """A new visit and the key for its cookie."""
    key = new_key()
    row = Visit(person=person, key_hash=digest(key), expires_at=until)
    db.session.add(row)
    db.session.flush()
    return row, key


def by_key(key: str) -> Visit | None:
    """The visit whose cookie holds ``key``, while it lasts."""
    return _live(db.session.scalar(_BY_KEY, {"key_hash": digest(key)}))


def by_id(visit_id: str) -> Visit | None:
    """The visit of this id, while it lasts."""
    return _live(db.session.get(Visit, visit_id))


def end(person_id: str) -> None:
    """End every visit of a person, with its open lines."""
    for row in db.session.scalars(select(Visit).where(Visit.person_id == person_id)):
        _end(row)


def purge() -> None:
    """Forget visits that ran out, and close what they left open."""
    for row in db.session.scalars(select(Visit).where(Visit.expires_at < clock.now())):
        _end(row)


def _end(row: Visit) -> None:
    line = f"{BADGE}{row.id}"
    db.session.execute(delete(Visit).where(Visit.id == row.id))
    after_commit(lambda: engines().realtime.disconnect(Why.SIGNED_OUT, session=line))


def _live(row: Visit | None) -> Visit | None:
    return row if row is not None and row.expires_at > clock.now() else None
