"""The projector's page: phase, clock, who listens or speaks, and one line. Nothing to click."""

from flask import render_template
from flask.typing import ResponseReturnValue

from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.reviews.room.views.config import phases_of, script_config
from infocus.reviews.views.common import blueprint, the_review
from infocus.reviews.vocabulary import Mode


@blueprint.get("/<network>/reviews/<handle>/stage")
@requires(Permission.ENTER_ROOM)
def stage(network: str, handle: str) -> ResponseReturnValue:
    """It reads along by itself, under the rights of whoever opened it."""
    actor = current_actor()
    review = the_review(network, handle)
    require(actor, Permission.ENTER_ROOM, review)
    return render_template(
        "reviews/stage.html",
        review=review,
        guided=review.mode == Mode.GUIDED,
        phases=phases_of(review),
        config=script_config(actor, review, "stage", []),
    )
