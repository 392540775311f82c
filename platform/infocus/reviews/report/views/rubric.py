"""The rubric: own marks by a plain form, and both sides beside each other once they are open."""

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid, NotAllowed
from infocus.core.permissions import Permission, allows, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.records.urls import record_path
from infocus.reviews.models import Review
from infocus.reviews.report import marks
from infocus.reviews.report.policy import own_sheet, reads_rubric
from infocus.reviews.report.services import marking
from infocus.reviews.report.vocabulary import HOST_SHEET, MARKS, Criterion
from infocus.reviews.report.words import CRITERIA, HINTS, MARK_WORDS
from infocus.reviews.views.common import blueprint, the_review


@blueprint.get("/<network>/reviews/<handle>/rubric")
@requires(Permission.ENTER_ROOM)
def show_rubric(network: str, handle: str) -> ResponseReturnValue:
    """The nine criteria; what the other side marked is not in the page before it is open."""
    return _page(the_review(network, handle))


@blueprint.post("/<network>/reviews/<handle>/rubric")
@requires(Permission.AGREE_REVIEW)
def mark_rubric(network: str, handle: str) -> ResponseReturnValue:
    """Store own marks; ``done`` says that they are final."""
    given = {criterion.value: request.form.get(criterion, "") for criterion in Criterion}
    try:
        with unit_of_work():
            review = the_review(network, handle)
            marking.save_sheet(current_actor(), review, given, done=bool(request.form.get("done")))
    except Invalid as error:
        flash(str(error), "error")
        return _page(the_review(network, handle), 422)
    flash(_("Your marks are kept."), "success")
    return _back(review)


@blueprint.post("/<network>/reviews/<handle>/rubric/<step>")
@requires(Permission.FACILITATE_ROOM)
def step_rubric(network: str, handle: str, step: str) -> ResponseReturnValue:
    """Switch it on or off, or open both sides to each other."""
    steps = {"on": marking.switch_on, "off": marking.switch_off, "open": marking.open_rubric}
    with unit_of_work():
        review = the_review(network, handle)
        require(current_actor(), Permission.FACILITATE_ROOM, review)
        if step in steps:
            steps[step](current_actor(), review)
    return _back(review)


def _page(review: Review, status: int = 200) -> ResponseReturnValue:
    actor = current_actor()
    require(actor, Permission.ENTER_ROOM, review)
    if not reads_rubric(actor, review):
        raise NotAllowed
    rubric = marks.rubric_of(review)
    opened = rubric is not None and rubric.opened_at is not None
    sheet = own_sheet(actor, review) if rubric else None
    page = render_template(
        "reviews/report/rubric.html",
        review=review,
        path=record_path(review),
        rubric=rubric,
        opened=opened,
        rows=marks.beside(review) if opened else [],
        own=marks.sheet_of(review, sheet) if sheet else None,
        as_host=sheet == HOST_SHEET,
        may_mark=sheet is not None and not opened,
        done=sum(1 for row in marks.sheets(review) if row.done_at) if rubric else 0,
        may_facilitate=allows(actor, Permission.FACILITATE_ROOM, review),
        criteria=CRITERIA,
        hints=HINTS,
        marks=list(zip(MARKS, MARK_WORDS, strict=True)),
    )
    return page, status


def _back(review: Review) -> ResponseReturnValue:
    return redirect(f"{record_path(review)}/rubric", 303)
