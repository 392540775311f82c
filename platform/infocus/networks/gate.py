"""Who acts: from the cookie or an API token to an actor, at every request and at every event of an open line."""

from infocus.accounts import sessions, tokens
from infocus.accounts.browser import signed_in
from infocus.core.actor import ANONYMOUS, Actor
from infocus.core.db import unit_of_work
from infocus.engines.realtime.port import Badge
from infocus.networks.actors import actor_of

_BADGE = "token:"


def actor_from_cookie() -> Actor:
    """The actor of this request's browser; ``ANONYMOUS`` when nobody is signed in."""
    user = signed_in()
    return ANONYMOUS if user is None else actor_of(user.account)


def actor_from_bearer(header: str) -> Actor | None:
    """The actor of an ``Authorization: Bearer …`` header, with the token's scopes; ``None`` when it does not count."""
    scheme, _, key = header.partition(" ")
    token = tokens.by_key(key.strip()) if scheme.lower() == "bearer" else None
    if token is None:
        return None
    actor = actor_of(token.account, token.scopes)
    if tokens.needs_touch(token):
        token_id = token.id
        with unit_of_work():
            tokens.touch(token_id)
    return actor


class SessionGate:
    """Who may be on an open line (`engines.realtime.port.Gate`): a live session of the cookie, or a live token."""

    def admit(self, token: str | None) -> Badge | None:
        """Who connects; a token that does not count is not made up for by a cookie."""
        if token is not None:
            row = tokens.by_key(token)
            return None if row is None else Badge(row.person_id, f"{_BADGE}{row.id}")
        user = signed_in()
        return None if user is None else Badge(user.account.person_id, user.session_id)

    def actor(self, badge: Badge) -> Actor | None:
        """The actor with today's rights; ``None`` once the session or token has ended."""
        if badge.session.startswith(_BADGE):
            token = tokens.by_id(badge.session.removeprefix(_BADGE))
            return None if token is None else actor_of(token.account, token.scopes)
        row = sessions.by_id(badge.session)
        return None if row is None else actor_of(row.account)
