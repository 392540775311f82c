"""The addresses of feeds. Who reads one has no session: the secret in the address is the key."""

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from flask_babel import force_locale

from infocus.core.i18n import locale_of
from infocus.core.limits import limits
from infocus.core.permissions import Permission
from infocus.core.web.guard import requires
from infocus.feeds.atom import MEDIA_TYPE, written
from infocus.feeds.searches import feed_of
from infocus.library.saved.services import by_feed_secret

blueprint = Blueprint("feeds", __name__, url_prefix="/feeds")


@blueprint.get("/searches/<secret>.atom")
@requires(Permission.READ_RECORD)
def search(secret: str) -> ResponseReturnValue:
    """The feed of a saved search; 304 when it is as it was, 404 for an address that is not, or no longer, one."""
    limits().hit("120/minute", "feed", request.remote_addr or "")
    saved = by_feed_secret(secret)
    with force_locale(locale_of(saved.language)):
        body = written(feed_of(saved, secret))
    answer = Response(body, content_type=f"{MEDIA_TYPE}; charset=utf-8")
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.add_etag()
    return answer.make_conditional(request)
