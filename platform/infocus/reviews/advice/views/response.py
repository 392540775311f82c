"""The response table: read, as CSV, answered row by row."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid, Stale
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.networks.views.tables import csv_answer
from infocus.reviews.advice import queries
from infocus.reviews.advice.forms import AnswerForm, ProgressForm, TextForm
from infocus.reviews.advice.models import Recommendation
from infocus.reviews.advice.services import answering
from infocus.reviews.advice.views.shown import Open, can_change, may_recommend, response_page
from infocus.reviews.advice.words import line_heads, line_of
from infocus.reviews.models import Review
from infocus.reviews.views.common import blueprint, the_review


def the_response(network: str, handle: str) -> Review:
    """The review whose table this person may read. Raises ``NotFound``, ``NotAllowed``."""
    review = the_review(network, handle)
    require(current_actor(), Permission.READ_ADVICE, review)
    return review


def the_row(review: Review, recommendation_id: str) -> Recommendation:
    """One of its recommendations. Raises ``NotFound``."""
    return queries.row_of(current_actor(), review, recommendation_id)


@blueprint.get("/<network>/reviews/<handle>/response")
@requires(Permission.READ_ADVICE)
def response(network: str, handle: str) -> ResponseReturnValue:
    """What became of every recommendation; ``row`` opens the form of one, ``form`` says which."""
    review = the_response(network, handle)
    row_id = request.args.get("row", "")
    return response_page(review, _opened(the_row(review, row_id)) if row_id else Open())


@blueprint.get("/<network>/reviews/<handle>/response.csv")
@requires(Permission.READ_ADVICE)
def response_csv(network: str, handle: str) -> ResponseReturnValue:
    """The table as CSV."""
    review = the_response(network, handle)
    rows = queries.recommendations(current_actor(), review)
    return csv_answer(f"response-{review.id}", [line_heads(), *map(line_of, rows)])


@blueprint.post("/<network>/reviews/<handle>/response/<recommendation_id>/answer")
@requires(Permission.ANSWER_REVIEW)
def answer_row(network: str, handle: str, recommendation_id: str) -> ResponseReturnValue:
    """Store the answer to one recommendation; nobody's words are overwritten or thrown away."""
    review, form = the_response(network, handle), AnswerForm()
    row = the_row(review, recommendation_id)
    require(current_actor(), Permission.ANSWER_REVIEW, review)
    try:
        if form.validate():
            with unit_of_work():
                row = answering.answer(current_actor(), recommendation_id, form.values(), form.seen_version())
                after = _next(review, row) if request.form.get("then") == "next" else None
                number = row.number
            flash(_("Saved."), "success")
            return redirect(_row_url(network, handle, after, number), 303)
    except Invalid as error:
        form.take_errors(error)
    except Stale:
        return _lost(review, recommendation_id, form)
    return response_page(review, Open(row=recommendation_id, answer=form), 422)


@blueprint.post("/<network>/reviews/<handle>/response/<recommendation_id>/progress")
@requires(Permission.ANSWER_REVIEW)
def check_row(network: str, handle: str, recommendation_id: str) -> ResponseReturnValue:
    """Store how far one recommendation is."""
    review, form = the_response(network, handle), ProgressForm()
    row = the_row(review, recommendation_id)
    require(current_actor(), Permission.ANSWER_REVIEW, review)
    status = 422
    try:
        if form.validate():
            progress, note = form.progress.data or "", form.note.data or ""
            with unit_of_work():
                row = answering.check(current_actor(), recommendation_id, progress, note, form.seen_version())
                number = row.number
            flash(_("Saved."), "success")
            return redirect(_row_url(network, handle, None, number), 303)
    except Invalid as error:
        form.take_errors(error)
    except Stale:
        row, status = the_row(the_response(network, handle), recommendation_id), 409
        form.version.data = str(row.version)
    return response_page(review, Open(row=recommendation_id, progress=form, lost=status == 409), status)


def _lost(review: Review, recommendation_id: str, form: AnswerForm) -> ResponseReturnValue:
    """Somebody else was faster: both answers, and the form with the typed words once more."""
    review = the_response(review.network.slug, review.id)
    form.version.data = str(the_row(review, recommendation_id).version)
    return response_page(review, Open(row=recommendation_id, answer=form, lost=True), 409)


def _opened(row: Recommendation) -> Open:
    """The form that ``form`` asks for, filled with what is stored; only for whoever may send it."""
    actor, wanted = current_actor(), request.args.get("form", "answer")
    if wanted == "text" and may_recommend(actor, row.review):
        form = TextForm(formdata=None)
        form.text.data = row.text
        return Open(row=row.id, text=form)
    require(actor, Permission.ANSWER_REVIEW, row.review)
    if wanted == "progress" or not can_change(queries.standing_of(row.review), row):
        progress = ProgressForm(formdata=None)
        progress.fill(row)
        return Open(row=row.id, progress=progress)
    answer = AnswerForm(formdata=None)
    answer.fill(row)
    return Open(row=row.id, answer=answer)


def _next(review: Review, row: Recommendation) -> str | None:
    """The next recommendation without an answer, from this one on and round again."""
    open_rows = [each for each in queries.of_review(review.id) if not each.answer and each.id != row.id]
    later = [each for each in open_rows if each.number > row.number]
    return next((each.id for each in (*later, *open_rows)), None)


def _row_url(network: str, handle: str, opened: str | None, number: int) -> str:
    if opened is None:
        return url_for("reviews.response", network=network, handle=handle, _anchor=f"r{number}")
    return url_for("reviews.response", network=network, handle=handle, row=opened, _anchor="open")
