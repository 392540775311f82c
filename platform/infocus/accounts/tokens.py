"""API tokens: named, scoped, running out, revocable; shown once, stored hashed."""

from datetime import timedelta

from flask_babel import gettext as _
from sqlalchemy import delete, select, update

from infocus.accounts.models import Account, ApiToken
from infocus.core import clock
from infocus.core.db import after_commit, db
from infocus.core.errors import Invalid, NotFound
from infocus.core.secrets import digest, new_key
from infocus.engines.bound import engines
from infocus.engines.realtime.port import Why

PREFIX = "ife_"
SCOPES = ("read", "write")
MOST_DAYS = 366
MOST_TOKENS = 25
USED_EVERY = timedelta(minutes=5)


def create(account: Account, name: str, scopes: list[str], days: int) -> tuple[ApiToken, str]:
    """A new token and its key, which is shown this once. ``days``: 1 to 366. Write includes read.

    Raises:
        Invalid: no name, an unknown scope, a time out of range, too many tokens.
    """
    errors = {}
    if not name.strip() or len(name) > 80:
        errors["name"] = _("Give it a name of at most 80 characters, so that you know it again.")
    if not scopes or set(scopes) - set(SCOPES):
        errors["scopes"] = _("Choose read, write or both.")
    if not 1 <= days <= MOST_DAYS:
        errors["days"] = _("Between 1 and %(most)s days.", most=MOST_DAYS)
    if len(listed(account.person_id)) >= MOST_TOKENS:
        errors[""] = _("You have %(most)s tokens; revoke one first.", most=MOST_TOKENS)
    if errors:
        raise Invalid(errors)
    key, now = new_key(PREFIX), clock.now()
    kept = [scope for scope in SCOPES if scope in scopes or scope == "read"]
    token = ApiToken(
        person_id=account.person_id,
        name=name.strip(),
        key_hash=digest(key),
        scopes=kept,
        created_at=now,
        expires_at=now + timedelta(days=days),
    )
    db.session.add(token)
    db.session.flush()
    return token, key


def listed(person_id: str) -> list[ApiToken]:
    """A person's tokens that have not run out, the newest first."""
    mine = select(ApiToken).where(ApiToken.person_id == person_id, ApiToken.expires_at > clock.now())
    return list(db.session.scalars(mine.order_by(ApiToken.created_at.desc(), ApiToken.id.desc())))


def revoke(person_id: str, token_id: str) -> None:
    """End a token at once, its open sockets too. Raises ``NotFound`` when it is not theirs."""
    token = db.session.get(ApiToken, token_id)
    if token is None or token.person_id != person_id:
        raise NotFound
    db.session.delete(token)
    _hang_up(token_id)


def revoke_all(person_id: str) -> None:
    """End all tokens of a person."""
    for token_id in db.session.scalars(select(ApiToken.id).where(ApiToken.person_id == person_id)).all():
        _hang_up(token_id)
    db.session.execute(delete(ApiToken).where(ApiToken.person_id == person_id))


def is_live(token: ApiToken | None) -> bool:
    """Whether a token still counts."""
    return token is not None and token.expires_at > clock.now() and token.account.active


def by_key(key: str) -> ApiToken | None:
    """The live token with this key."""
    if not key.startswith(PREFIX):
        return None
    token = db.session.scalar(select(ApiToken).where(ApiToken.key_hash == digest(key)))
    return token if is_live(token) else None


def needs_touch(token: ApiToken) -> bool:
    """Whether the time of its last use is old enough to be written again."""
    return token.last_used_at is None or token.last_used_at < clock.now() - USED_EVERY


def touch(token_id: str) -> None:
    """Note that the token was used just now."""
    db.session.execute(update(ApiToken).where(ApiToken.id == token_id).values(last_used_at=clock.now()))


def _hang_up(token_id: str) -> None:
    after_commit(lambda: engines().realtime.disconnect(Why.SIGNED_OUT, session=f"token:{token_id}"))
