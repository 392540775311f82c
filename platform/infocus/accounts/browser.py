"""The cookie's side of a session: Flask-Login keeps the key, the row behind it decides."""

from dataclasses import dataclass

import flask_login
from flask import Flask, g, request, session
from werkzeug.wrappers import Response

from infocus.accounts import sessions
from infocus.accounts.models import Account
from infocus.core.db import unit_of_work
from infocus.core.web.actor import forget_actor

_WHO = "person"
_TOUCH = "touch_session"


@dataclass(frozen=True, slots=True)
class SignedIn:
    """What Flask-Login holds in a request: the key from the cookie, the session's id, the account."""

    key: str
    session_id: str
    account: Account
    is_authenticated: bool = True
    is_active: bool = True
    is_anonymous: bool = False

    def get_id(self) -> str:
        """What the cookie keeps: a random key, so that a session can be ended on the server."""
        return self.key


def signed_in() -> SignedIn | None:
    """Who is signed in with this browser, if anybody."""
    user = flask_login.current_user
    return SignedIn(user.key, user.session_id, user.account) if user and user.is_authenticated else None


def remember(account: Account, session_id: str, key: str) -> None:
    """Put a new session into the cookie. Forms open in other tabs go on when the same person signs in again."""
    if session.get(_WHO) != account.person_id:
        session.clear()
    session[_WHO] = account.person_id
    session.permanent = True
    flask_login.login_user(SignedIn(key, session_id, account))
    forget_actor()


def forget() -> None:
    """Empty the cookie."""
    flask_login.logout_user()
    session.clear()
    forget_actor()


def _load(key: str) -> SignedIn | None:
    row = sessions.by_key(key)
    if row is None:
        return None
    if sessions.needs_touch(row):
        vars(g)[_TOUCH] = row.id
    return SignedIn(key, row.id, row.account)


def _touch(response: Response) -> Response:
    session_id = g.pop(_TOUCH, None)
    if session_id is not None and request.endpoint != "accounts.sign_out":
        with unit_of_work():
            sessions.touch(session_id)
    return response


def init_app(app: Flask) -> None:
    """Let Flask-Login read the cookie; sessions that were used are noted after the answer is made."""
    manager = flask_login.LoginManager()
    manager.session_protection = None  # our own rows decide; an address that changes on a train signs nobody out
    manager.user_loader(_load)
    manager.init_app(app, add_context_processor=False)  # pages show the actor; an error page must ask nothing
    app.config["PERMANENT_SESSION_LIFETIME"] = sessions.ABSOLUTE
    app.after_request(_touch)
