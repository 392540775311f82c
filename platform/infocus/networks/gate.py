"""Who acts: from a cookie or an API token to an actor, at every request and at every event of an open line."""

from infocus.accounts import tokens, visits
from infocus.accounts.acting import by_session, by_token
from infocus.accounts.browser import signed_in
from infocus.accounts.visitor_cookie import visiting
from infocus.core.actor import ANONYMOUS, Actor
from infocus.core.db import unit_of_work
from infocus.engines.realtime.port import Badge
from infocus.networks.actors import actor_of, actor_of_line, visitor

_BADGE = "token:"


def actor_from_cookie() -> Actor:
    """The actor of this request's browser: who is signed in, else who visits, else ``ANONYMOUS``."""
    user = signed_in()
    if user is not None:
        return actor_of(user.account)
    visit = visiting()
    return ANONYMOUS if visit is None else visitor(visit.person)


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
    """Who may be on an open line (`engines.realtime.port.Gate`): a live session or visit by cookie, or a live token."""

    def admit(self, token: str | None) -> Badge | None:
        """Who connects; a token that does not count is not made up for by a cookie."""
        if token is not None:
            row = tokens.by_key(token)
            return None if row is None else Badge(row.person_id, f"{_BADGE}{row.id}")
        user = signed_in()
        if user is not None:
            return Badge(user.account.person_id, user.session_id)
        visit = visiting()
        return None if visit is None else Badge(visit.person_id, f"{visits.BADGE}{visit.id}")

    def actor(self, badge: Badge) -> Actor | None:
        """The actor with today's rights; ``None`` once the session, visit or token has ended."""
        if badge.session.startswith(_BADGE):
            acting = by_token(badge.session.removeprefix(_BADGE))
            return None if acting is None else actor_of_line(acting)
        if badge.session.startswith(visits.BADGE):
            visit = visits.by_id(badge.session.removeprefix(visits.BADGE))
            return None if visit is None else visitor(visit.person)
        acting = by_session(badge.session)
        return None if acting is None else actor_of_line(acting)
