"""Questions over HTTP: forms on the practice's page, and a page of one question for the FAQ and for what had errors."""

from flask import flash, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid
from infocus.core.permissions import Permission, allows, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.practices.models import Practice
from infocus.practices.questions import services
from infocus.practices.questions.models import FAQ_LIMIT, Question
from infocus.practices.questions.queries import get_question
from infocus.practices.views import blueprint
from infocus.practices.views.common import the_practice
from infocus.records.addresses import to_record
from infocus.records.urls import record_path


@blueprint.post("/<network>/practices/<handle>/questions")
@requires(Permission.ASK_OWNER)
def ask_owner(network: str, handle: str) -> ResponseReturnValue:
    """Ask."""
    practice = the_practice(network, handle)
    try:
        with unit_of_work():
            practice = the_practice(network, handle)
            place = services.ask(current_actor(), practice, request.form.get("text", "")).place
    except Invalid as error:
        return _page(the_practice(network, handle), None, error), 422
    flash(_("Asked. Who answers for the practice is told, and you hear of the answer."), "success")
    return to_record(the_practice(network, handle), place)


@blueprint.get("/<network>/practices/<handle>/questions/<question>")
@requires(Permission.USE_ACCOUNT)
def question(network: str, handle: str, question: str) -> ResponseReturnValue:
    """One question with its answers, and the forms for who may answer and take it into the FAQ."""
    practice, found = _found(network, handle, question)
    return _page(practice, found)


@blueprint.post("/<network>/practices/<handle>/questions/<question>/answer")
@requires(Permission.USE_ACCOUNT)
def answer_question(network: str, handle: str, question: str) -> ResponseReturnValue:
    """Answer, or ask further."""
    try:
        with unit_of_work():
            _practice, found = _found(network, handle, question)
            services.answer(current_actor(), found, request.form.get("text", ""))
            place = found.place
    except Invalid as error:
        return _page(*_found(network, handle, question), error), 422
    flash(_("Kept. The other side is told."), "success")
    return to_record(the_practice(network, handle), place)


@blueprint.post("/<network>/practices/<handle>/questions/<question>/faq")
@requires(Permission.EDIT_PRACTICE)
def keep_question(network: str, handle: str, question: str) -> ResponseReturnValue:
    """Take it into the FAQ, in the owner's words."""
    form = request.form
    try:
        with unit_of_work():
            _practice, found = _found(network, handle, question)
            services.keep(current_actor(), found, form.get("faq_question", ""), form.get("faq_answer", ""))
    except Invalid as error:
        return _page(*_found(network, handle, question), error), 422
    flash(_("It stands in the FAQ: whoever reads the practice reads it."), "success")
    return to_record(the_practice(network, handle), "#faq")


@blueprint.post("/<network>/practices/<handle>/questions/<question>/faq/remove")
@requires(Permission.EDIT_PRACTICE)
def drop_question(network: str, handle: str, question: str) -> ResponseReturnValue:
    """Take it out of the FAQ."""
    with unit_of_work():
        _practice, found = _found(network, handle, question)
        services.drop(current_actor(), found)
        place = found.place
    flash(_("Taken out of the FAQ."), "success")
    return to_record(the_practice(network, handle), place)


@blueprint.post("/<network>/practices/<handle>/questions/<question>/remove")
@requires(Permission.REMOVE_QUESTION)
def remove_question(network: str, handle: str, question: str) -> ResponseReturnValue:
    """Take the words away."""
    with unit_of_work():
        _practice, found = _found(network, handle, question)
        services.remove(current_actor(), found)
    flash(_("Taken away."), "success")
    return to_record(the_practice(network, handle), "#questions")


def _found(network: str, handle: str, question_id: str) -> tuple[Practice, Question]:
    practice = the_practice(network, handle)
    return practice, get_question(current_actor(), practice, question_id)


def _page(practice: Practice, found: Question | None, error: Invalid | None = None) -> str:
    """The page of one question; ``None``: one that could not be asked yet. What was typed is in the forms."""
    actor = current_actor()
    if found is None:
        require(actor, Permission.ASK_OWNER, practice)
    owners = [each for each in found.answers if each.of_owner and each.text] if found else []
    typed = request.form
    return render_template(
        "practices/questions/question.html",
        practice=practice,
        path=record_path(practice),
        question=found,
        errors=error.fields if error else {},
        typed=typed.get("text", ""),
        faq_question=typed.get("faq_question") or (found.faq_question or found.text[:FAQ_LIMIT] if found else ""),
        faq_answer=typed.get("faq_answer")
        or (found.faq_answer or "\n\n".join(each.text for each in owners) if found else ""),
        may_answer=found is not None
        and not found.removed_at
        and (found.by_id == actor.person or allows(actor, Permission.ANSWER_QUESTION, practice)),
        may_keep=found is not None and allows(actor, Permission.EDIT_PRACTICE, practice),
    )
