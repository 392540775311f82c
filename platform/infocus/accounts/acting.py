"""Who acts on an open line, asked at every event: plain columns in one query, where a page loads whole rows."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.sql import Executable

from infocus.accounts.models import Account, ApiToken, Person, SignInSession
from infocus.accounts.sessions import IDLE
from infocus.core import clock
from infocus.core.db import directly


@dataclass(frozen=True, slots=True)
class Acting:
    """The person of a live session or token; ``scopes`` are the token's, ``None`` for a session."""

    person_id: str
    name: str
    language: str
    time_zone: str
    is_admin: bool
    scopes: tuple[str, ...] | None


_WHO = (Person.id, Person.name, Person.former_label, Person.language, Person.time_zone, Account.is_admin)
_SESSION = (
    select(*_WHO)
    .join(Account, Account.person_id == Person.id)
    .join(SignInSession, SignInSession.person_id == Account.person_id)
    .where(
        SignInSession.id == bindparam("id"),
        SignInSession.expires_at > bindparam("now"),
        SignInSession.seen_at > bindparam("idle"),
        Account.active,
    )
)
_TOKEN = (
    select(*_WHO, ApiToken.scopes)
    .join(Account, Account.person_id == Person.id)
    .join(ApiToken, ApiToken.person_id == Account.person_id)
    .where(ApiToken.id == bindparam("id"), ApiToken.expires_at > bindparam("now"), Account.active)
)


def by_session(session_id: str) -> Acting | None:
    """Who is signed in by this session, while it counts."""
    now = clock.now()
    return _acting(_SESSION, id=session_id, now=now, idle=now - IDLE)


def by_token(token_id: str) -> Acting | None:
    """Whose this API token is, while it counts."""
    return _acting(_TOKEN, id=token_id, now=clock.now())


def _acting(query: Executable, **values: object) -> Acting | None:
    row = directly(query, values).first()
    if row is None:
        return None
    person_id, name, former, language, time_zone, is_admin, *scopes = row
    return Acting(person_id, former or name, language, time_zone, is_admin, tuple(scopes[0]) if scopes else None)
