"""The course of a review by plain forms: begin and end."""

import uuid

from flask import flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.records.addresses import to_record
from infocus.reviews.room.services import phases
from infocus.reviews.views.common import blueprint, the_review


@blueprint.post("/<network>/reviews/<handle>/start")
@requires(Permission.FACILITATE_ROOM)
def start(network: str, handle: str) -> ResponseReturnValue:
    """Begin, and go into the room."""
    with unit_of_work():
        review = the_review(network, handle)
        phases.start(current_actor(), review.id, str(uuid.uuid4()))
        return to_record(review, "/room")


@blueprint.post("/<network>/reviews/<handle>/finish")
@requires(Permission.FACILITATE_ROOM)
def finish(network: str, handle: str) -> ResponseReturnValue:
    """End the live part."""
    with unit_of_work():
        review = the_review(network, handle)
        phases.finish(current_actor(), review.id, str(uuid.uuid4()))
        answer = to_record(review)
    flash(_("The review is over. Its transcript stays with the panel."), "success")
    return answer
