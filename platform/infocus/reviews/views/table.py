"""Who sits at the table."""

from flask import flash, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid
from infocus.core.forms import options
from infocus.core.permissions import Permission, allows, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.records.addresses import to_record
from infocus.records.urls import record_path
from infocus.reviews import queries
from infocus.reviews.forms import ReadingForm, SeatForm
from infocus.reviews.models import Review
from infocus.reviews.services import seats, sharing
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


@blueprint.post("/<network>/reviews/<handle>/seats/<seat_id>/replace")
@requires(Permission.EDIT_REVIEW)
def replace(network: str, handle: str, seat_id: str) -> ResponseReturnValue:
    """Ask somebody else in the place of who declined."""
    try:
        with unit_of_work():
            review = the_review(network, handle)
            seats.replace(current_actor(), review, seat_id, request.form.get("person", ""))
        flash(_("They are asked; what the seat was given is theirs now."), "success")
    except (Conflict, Invalid) as error:
        flash(error.message or _("This person cannot be named."), "error")
    return to_record(the_review(network, handle), "#table")


@blueprint.post("/<network>/reviews/<handle>/share-out")
@requires(Permission.EDIT_REVIEW)
def share_out(network: str, handle: str) -> ResponseReturnValue:
    """Give every critical friend sections and a question, evenly."""
    try:
        with unit_of_work():
            sharing.share_out(current_actor(), the_review(network, handle))
        flash(_("Every critical friend has sections now; you can still change each."), "success")
    except Conflict as error:
        flash(error.message, "error")
    return to_record(the_review(network, handle), "#table")


@blueprint.route("/<network>/reviews/<handle>/seats/<seat_id>", methods=["GET", "POST"])
@requires(Permission.EDIT_REVIEW)
def reading(network: str, handle: str, seat_id: str) -> ResponseReturnValue:
    """What one seat reads and answers."""
    actor, form = current_actor(), ReadingForm()
    review = the_review(network, handle)
    require(actor, Permission.EDIT_REVIEW, review)
    seat = seats.the_seat(review, seat_id)
    readable = allows(actor, Permission.READ_RECORD, review.plan)
    form.sections.choices = options(queries.section_headings(review).items() if readable else ())
    if not form.is_submitted():
        form.sections.data, form.question.data, form.task.data = seat.sections, seat.question, seat.task
    try:
        if form.validate_on_submit():
            with unit_of_work():
                review = the_review(network, handle)
                keys, question, task = form.sections.data or [], form.question.data or "", form.task.data or ""
                sharing.assign(actor, review, seat_id, keys, question, task)
                answer = to_record(review, "#table")
            flash(_("Saved."), "success")
            return answer
    except Invalid as error:
        form.take_errors(error)
    return _reading_page(the_review(network, handle), seat_id, form)


def _reading_page(review: Review, seat_id: str, form: ReadingForm) -> ResponseReturnValue:
    readers: dict[str, list[str]] = {}
    for each in review.seated:
        for key in each.sections if each.id != seat_id else ():
            readers.setdefault(key, []).append(each.person.shown_name)
    page = render_template(
        "reviews/seat.html",
        review=review,
        seat=seats.the_seat(review, seat_id),
        form=form,
        readers=readers,
        path=record_path(review),
    )
    return page, 422 if form.errors or form.form_errors else 200
