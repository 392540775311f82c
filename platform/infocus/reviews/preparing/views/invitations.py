"""Answering an invitation: on the review's page, or by the link of the mail without signing in."""

from flask import Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid
from infocus.core.permissions import Permission, allows
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.records.urls import id_of, record_path
from infocus.reviews.models import PanelMember, Review
from infocus.reviews.preparing.forms import AnswerForm
from infocus.reviews.preparing.letters import published
from infocus.reviews.preparing.queries import span_of
from infocus.reviews.preparing.services import answering
from infocus.reviews.views.common import blueprint, the_review
from infocus.reviews.words import SEATINGS

YES, NO = "yes", "no"


@blueprint.post("/<network>/reviews/<handle>/answer")
@requires(Permission.USE_ACCOUNT)
def answer(network: str, handle: str) -> ResponseReturnValue:
    """Accept or decline where the review is read; who declined may change their mind."""
    actor, form = current_actor(), AnswerForm()
    try:
        if form.validate() and form.coming.data in {YES, NO}:
            with unit_of_work():
                review, _own = answering.seats_of(id_of(handle) or "", actor.person)
                answering.answer(review, actor.person, form.coming.data == YES, form.word.data or "")
            _thank(form)
        else:
            flash(" ".join(str(each) for each in form.word.errors) or _("Choose one of the two."), "error")
    except (Conflict, Invalid) as error:
        flash(error.message, "error")
    review, _own = answering.seats_of(id_of(handle) or "", actor.person)
    readable = allows(current_actor(), Permission.READ_RECORD, review)
    return redirect(record_path(review) if readable else url_for("home.index"), 303)


@blueprint.route("/review-invitations/<review_id>/<person_id>/<mark>", methods=["GET", "POST"])
@requires(Permission.OPEN_PAGE)
def invitation(review_id: str, person_id: str, mark: str) -> ResponseReturnValue:
    """The page behind the mail's link. Opening it answers nothing, because mail scanners open links; a button does."""
    form = AnswerForm()
    review, own = answering.invited(review_id, person_id, mark)
    try:
        if form.validate_on_submit() and form.coming.data in {YES, NO}:
            with unit_of_work():
                review, own = answering.invited(review_id, person_id, mark)
                answering.answer(review, person_id, form.coming.data == YES, form.word.data or "")
            _thank(form)
            here = url_for("reviews.invitation", review_id=review_id, person_id=person_id, mark=mark)
            return redirect(here, 303)
    except Invalid as error:
        form.take_errors(error)
    return _page(review, own, form)


@blueprint.get("/<network>/reviews/<handle>/calendar.ics")
@requires(Permission.READ_RECORD)
def calendar(network: str, handle: str) -> ResponseReturnValue:
    """The review for one's calendar."""
    review = the_review(network, handle)
    name = f"review-{review.held_on}.ics"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(published(review), mimetype="text/calendar", headers=headers)


def _page(review: Review, own: list[PanelMember], form: AnswerForm) -> ResponseReturnValue:
    span, person = span_of(review), own[0].person
    page = render_template(
        "reviews/preparing/invitation.html",
        review=review,
        path=record_path(review),
        form=form,
        person=person,
        roles=[SEATINGS[seat.role] for seat in own],
        coming=own[0].coming,
        when=span.words(),
        own_when=span.words_in(person.time_zone),
    )
    return page, 422 if form.errors else 200


def _thank(form: AnswerForm) -> None:
    coming = form.coming.data == YES
    flash(
        _("Thank you: you are expected.")
        if coming
        else _("Thank you for saying so. Your task is free for somebody else."),
        "success",
    )
