"""The page behind the mail "did you use it?": no account, and opening it answers nothing."""

from flask import make_response, render_template, request
from flask.typing import ResponseReturnValue

from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid, NotFound
from infocus.core.limits import limits
from infocus.core.permissions import Permission
from infocus.core.web.guard import requires
from infocus.practices.transfers import borrowing
from infocus.practices.transfers.models import Used
from infocus.practices.transfers.words import USED
from infocus.practices.views import blueprint

TRIES = "30/minute"


@blueprint.route("/used/<key>", methods=["GET", "POST"])
@requires(Permission.OPEN_PAGE)
def did_you_use_it(key: str) -> ResponseReturnValue:
    """Three buttons; the one pressed in the mail comes first (``?used=yes``)."""
    limits().hit(TRIES, "used", request.remote_addr or "")
    transfer, error, status = None, "", 200
    try:
        if request.method == "POST":
            with unit_of_work():
                borrowing.say(key, request.form.get("used", ""))
        transfer = borrowing.find(key)
    except NotFound:
        status = 404
    except (Invalid, Conflict) as wrong:
        transfer, error, status = borrowing.find(key), wrong.message, 422
    pressed = request.args.get("used", "")
    answer = make_response(
        render_template(
            "practices/transfers/used.html",
            transfer=transfer,
            used=USED,
            first=pressed if pressed in set(Used) else "",
            error=error,
        ),
        status,
    )
    answer.headers |= {"Cache-Control": "private, no-store", "Referrer-Policy": "no-referrer"}
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
