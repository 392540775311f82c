"""Agreement: the coordinator asks; who was asked answers on a page that needs no account."""

from flask import flash, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.accounts.asked import Verdict
from infocus.accounts.views.asked import Question, asked_page
from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.records.addresses import to_record
from infocus.reviews.advice import queries
from infocus.reviews.advice.forms import AskForm
from infocus.reviews.advice.services import agreeing
from infocus.reviews.advice.views.response import the_response
from infocus.reviews.advice.views.shown import Open, response_page
from infocus.reviews.advice.words import ANSWERS
from infocus.reviews.views.common import blueprint


@blueprint.post("/<network>/reviews/<handle>/response/ask")
@requires(Permission.SEEK_AGREEMENT)
def ask_agreement(network: str, handle: str) -> ResponseReturnValue:
    """Ask somebody to agree."""
    form, review = AskForm(), the_response(network, handle)
    require(current_actor(), Permission.SEEK_AGREEMENT, review)
    try:
        if form.validate():
            with unit_of_work():
                agreeing.ask(current_actor(), the_response(network, handle), form.asked())
            flash(_("They are asked. The table is closed until they have answered."), "success")
            return to_record(the_response(network, handle), "/response#agreement")
    except (Invalid, Conflict) as error:
        form.take_errors(error if isinstance(error, Invalid) else Invalid(error.message))
    return response_page(the_response(network, handle), Open(ask=form), 422)


@blueprint.post("/<network>/reviews/<handle>/response/take-back")
@requires(Permission.SEEK_AGREEMENT)
def take_back_question(network: str, handle: str) -> ResponseReturnValue:
    """Open the table before everybody has answered."""
    with unit_of_work():
        review = the_response(network, handle)
        agreeing.take_back(current_actor(), review)
        answer = to_record(review, "/response")
    flash(_("The table is open again; the pages in the mails are closed."), "success")
    return answer


@blueprint.post("/<network>/reviews/<handle>/response/open")
@requires(Permission.SEEK_AGREEMENT)
def open_response(network: str, handle: str) -> ResponseReturnValue:
    """Open an agreed table again."""
    with unit_of_work():
        review = the_response(network, handle)
        agreeing.open_again(current_actor(), review)
        answer = to_record(review, "/response")
    flash(_("The table is open again. It is agreed and told anew."), "success")
    return answer


@blueprint.route("/agree/<key>", methods=["GET", "POST"])
@requires(Permission.OPEN_PAGE)
def agree(key: str) -> ResponseReturnValue:
    """The table for somebody who was asked. Opening it answers nothing, because mail scanners open links."""
    return asked_page(key, QUESTION)


def _agree_page(key: str, error: str, typed: str) -> str:
    row = agreeing.find(key)
    review = row.review
    return render_template(
        "reviews/advice/agree.html",
        row=row,
        review=review,
        rows=queries.of_review(review.id),
        answers=ANSWERS,
        error=error,
        typed=typed,
    )


def _after(key: str, verdict: str) -> str:
    """Who agreed sees what they agreed to; what was sent back is with the coordinator, and its page is closed."""
    return render_template("reviews/advice/thanks.html") if verdict == Verdict.BACK else _agree_page(key, "", "")


QUESTION = Question(find=agreeing.find, decide=agreeing.decide, page=_agree_page, after=_after)
