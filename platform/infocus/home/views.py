"""Home, preview of Markdown, statements, and what a browser allows."""

from flask import Blueprint, jsonify, render_template, request
from flask.typing import ResponseReturnValue

from infocus.core import clock, markup
from infocus.core.errors import TooLarge
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.home import queries
from infocus.records.urls import record_path

blueprint = Blueprint("home", __name__)
PREVIEW_LIMIT = 50_000


@blueprint.get("/")
@requires(Permission.OPEN_PAGE)
def index() -> ResponseReturnValue:
    """What waits for this person, what is new, what is live, what comes next; visitors see the public part."""
    actor = current_actor()
    if not actor.has_account:
        return render_template("home/public.html", overview=queries.public_overview(actor), record_path=record_path)
    return render_template(
        "home/index.html", overview=queries.overview(actor), record_path=record_path, now=clock.now()
    )


@blueprint.post("/preview")
@requires(Permission.USE_ACCOUNT)
def preview() -> ResponseReturnValue:
    """Markdown as the page will show it."""
    text = request.form.get("text", "")
    if len(text) > PREVIEW_LIMIT:
        raise TooLarge
    return jsonify(html=str(markup.render(text)))


@blueprint.get("/accessibility")
@requires(Permission.OPEN_PAGE)
def accessibility() -> ResponseReturnValue:
    """The accessibility statement."""
    return render_template("home/accessibility.html")


@blueprint.get("/privacy")
@requires(Permission.OPEN_PAGE)
def privacy() -> ResponseReturnValue:
    """What is stored about people, and for how long."""
    return render_template("home/privacy.html")


@blueprint.get("/check")
@requires(Permission.OPEN_PAGE)
def check() -> ResponseReturnValue:
    """What this browser and network allow: for the person and their IT desk."""
    return render_template("home/check.html")
