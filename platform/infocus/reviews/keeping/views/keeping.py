"""Holding a transcript, letting it go, deleting it now."""

from flask import flash, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.records.addresses import to_record
from infocus.records.urls import record_path
from infocus.reviews.keeping import queries
from infocus.reviews.keeping.forms import HoldForm
from infocus.reviews.keeping.services import holding
from infocus.reviews.views.common import blueprint, the_review


@blueprint.post("/<network>/reviews/<handle>/transcript/hold")
@requires(Permission.FACILITATE_ROOM)
def hold_transcript(network: str, handle: str) -> ResponseReturnValue:
    """Keep it until somebody lets it go."""
    try:
        with unit_of_work():
            review = the_review(network, handle)
            holding.hold(current_actor(), review, HoldForm().reason.data or "")
    except Invalid as error:
        flash(str(error), "error")
    else:
        flash(_("The transcript is kept until somebody lets it go."), "success")
    return to_record(the_review(network, handle), "#kept")


@blueprint.post("/<network>/reviews/<handle>/transcript/release")
@requires(Permission.FACILITATE_ROOM)
def release_transcript(network: str, handle: str) -> ResponseReturnValue:
    """Let its time count again."""
    with unit_of_work():
        review = the_review(network, handle)
        holding.let_go(current_actor(), review)
    flash(_("The hold is ended; the transcript’s time counts again."), "success")
    return to_record(the_review(network, handle), "#kept")


@blueprint.route("/<network>/reviews/<handle>/transcript/delete", methods=["GET", "POST"])
@requires(Permission.FACILITATE_ROOM)
def delete_transcript(network: str, handle: str) -> ResponseReturnValue:
    """What goes and what stays, with the button; and pressing it."""
    form, actor, review = HoldForm(), current_actor(), the_review(network, handle)
    require(actor, Permission.FACILITATE_ROOM, review)
    if form.is_submitted() and form.validate():
        with unit_of_work():
            review = the_review(network, handle)
            holding.delete_now(actor, review)
        flash(_("The transcript is deleted. What stays is on this page."), "success")
        return to_record(the_review(network, handle), "#kept")
    return render_template(
        "reviews/keeping/delete.html", review=review, path=record_path(review), state=queries.kept(review)
    )
