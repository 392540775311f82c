"""The cookie of a visit: its key, and nothing else. Who is signed in is never taken for a visitor."""

from flask import current_app, g, request
from werkzeug.wrappers import Response

from infocus.accounts import visits
from infocus.accounts.models import Visit
from infocus.core import clock
from infocus.core.web.actor import forget_actor

COOKIE = "infocus_visit"
_FOUND = "visit"


def visiting() -> Visit | None:
    """The visit of this request's browser, if it has one that lasts."""
    if _FOUND not in g:
        key = request.cookies.get(COOKIE, "")
        vars(g)[_FOUND] = visits.by_key(key) if key else None
    found: Visit | None = g.get(_FOUND)
    return found


def remember_visit(response: Response, visit: Visit, key: str) -> None:
    """Put a new visit into the browser, until it runs out."""
    response.set_cookie(
        COOKIE,
        key,
        max_age=max(1, int((visit.expires_at - clock.now()).total_seconds())),
        httponly=True,
        samesite="Lax",
        secure=bool(current_app.config["SESSION_COOKIE_SECURE"]),
    )


def forget_visit(response: Response) -> None:
    """Take it out again."""
    response.delete_cookie(COOKIE, httponly=True, samesite="Lax")
    vars(g).pop(_FOUND, None)
    forget_actor()
