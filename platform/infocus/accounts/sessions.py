"""Sessions on the server: one row a signed-in browser, so that they can be listed, ended, and run out."""

from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, or_, select, update

from infocus.accounts.models import Account, SignInSession
from infocus.core import clock
from infocus.core.db import after_commit, db
from infocus.core.errors import NotFound
from infocus.core.secrets import digest, new_key
from infocus.engines.bound import engines
from infocus.engines.realtime.port import Why

ABSOLUTE = timedelta(days=60)
IDLE = timedelta(days=14)
SEEN_EVERY = timedelta(minutes=5)
_BY_KEY = select(SignInSession).where(SignInSession.key_hash == bindparam("key_hash"))  # at every request: made once


def open_session(account: Account, browser: str) -> tuple[SignInSession, str]:
    """A new session and the key for its cookie; ``browser`` is what the browser calls itself."""
    key = new_key()
    now = clock.now()
    row = SignInSession(
        person_id=account.person_id,
        key_hash=digest(key),
        browser=browser[:200],
        created_at=now,
        seen_at=now,
        expires_at=now + ABSOLUTE,
    )
    db.session.add(row)
    db.session.flush()
    return row, key


def is_live(row: SignInSession | None, now: datetime) -> bool:
    """Whether a session still counts: not run out, used lately, of an active account."""
    return row is not None and row.expires_at > now and row.seen_at > now - IDLE and row.account.active


def by_key(key: str) -> SignInSession | None:
    """The live session whose cookie holds ``key``."""
    row = db.session.scalar(_BY_KEY, {"key_hash": digest(key)})
    return row if is_live(row, clock.now()) else None


def listed(person_id: str) -> list[SignInSession]:
    """A person's live sessions, the last used first."""
    rows = db.session.scalars(
        select(SignInSession).where(SignInSession.person_id == person_id).order_by(SignInSession.seen_at.desc())
    )
    now = clock.now()
    return [row for row in rows if is_live(row, now)]


def needs_touch(row: SignInSession) -> bool:
    """Whether the time it was last seen is old enough to be written again."""
    return row.seen_at < clock.now() - SEEN_EVERY


def touch(session_id: str) -> None:
    """Note that the session was used just now."""
    db.session.execute(update(SignInSession).where(SignInSession.id == session_id).values(seen_at=clock.now()))


def end(person_id: str, session_id: str) -> None:
    """Sign one browser of a person out, its open sockets too. Raises ``NotFound`` when the session is not theirs."""
    row = db.session.get(SignInSession, session_id)
    if row is None or row.person_id != person_id:
        raise NotFound
    db.session.delete(row)
    _hang_up(session_id)


def end_all(person_id: str, *, but: str | None = None) -> int:
    """Sign all browsers of a person out, but for the session ``but``; how many."""
    rows = select(SignInSession).where(SignInSession.person_id == person_id, SignInSession.id != (but or ""))
    ended = list(db.session.scalars(rows))
    for row in ended:
        db.session.delete(row)
        _hang_up(row.id)
    return len(ended)


def purge() -> None:
    """Forget sessions that ran out."""
    now = clock.now()
    db.session.execute(
        delete(SignInSession).where(or_(SignInSession.expires_at < now, SignInSession.seen_at < now - IDLE))
    )


def _hang_up(session: str) -> None:
    after_commit(lambda: engines().realtime.disconnect(Why.SIGNED_OUT, session=session))
