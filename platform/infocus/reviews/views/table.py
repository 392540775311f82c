"""Who sits at the table, and the course of the review by plain forms."""

import uuid

from flask import flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.records.addresses import to_record
from infocus.reviews.forms import SeatForm
from infocus.reviews.services import phases, seats
from infocus.reviews.views.common import blueprint, the_review
from infocus.reviews.views.pages import review_page


@blueprint.post("/<network>/reviews/<handle>/seats")
@requires(Permission.EDIT_REVIEW)
def give(network: str, handle: str) -> ResponseReturnValue:
    """Name somebody for a seat."""
    actor, form = current_actor(), SeatForm()
    require(actor, Permission.EDIT_REVIEW, the_review(network, handle))
    try:
        if form.validate():
            with unit_of_work():
                review = the_review(network, handle)
                seats.give_seat(actor, review, form.person.data or "", form.role.data or "", form.task.data or "")
                answer = to_record(review, "#table")
            flash(_("The seat is given; they hear of it."), "success")
            return answer
    except (Invalid, Conflict) as error:
        form.take_errors(error if isinstance(error, Invalid) else Invalid(error.message))
    return review_page(the_review(network, handle), form, 422)


@blueprint.post("/<network>/reviews/<handle>/seats/<seat_id>/remove")
@requires(Permission.EDIT_REVIEW)
def take(network: str, handle: str, seat_id: str) -> ResponseReturnValue:
    """Take a seat back."""
    try:
        with unit_of_work():
            review = the_review(network, handle)
            seats.take_seat(current_actor(), review, seat_id)
    except Conflict as error:
        flash(error.message, "error")
    return to_record(the_review(network, handle), "#table")


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
