"""Answering an invitation: signed in, or by the signed address of the letter."""

from collections.abc import Callable

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid, NotFound
from infocus.core.i18n import say_dates
from infocus.core.limits import limits
from infocus.core.permissions import Permission, allows
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.meetings.models import Coming, Participant
from infocus.meetings.people import queries
from infocus.meetings.people.days import NEEDS_KEPT
from infocus.meetings.people.forms import AnswerForm
from infocus.meetings.people.services import answering
from infocus.meetings.people.words import COMING_WORDS
from infocus.meetings.views import blueprint
from infocus.meetings.views.common import the_meeting
from infocus.records.urls import record_path

YES, NO = "yes", "no"
Found = Callable[[], Participant]
SECRET = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}


@blueprint.route("/<network>/meetings/<handle>/answer", methods=["GET", "POST"])
@requires(Permission.USE_ACCOUNT)
def answer(network: str, handle: str) -> ResponseReturnValue:
    """Accept or decline where one is signed in; whoever answered may change their mind."""
    row = queries.own_place(the_meeting(network, handle), current_actor().person)
    if row is None:
        raise NotFound
    place = row.id
    return _answered(lambda: queries.participant_of(the_meeting(network, handle), place))


@blueprint.route("/meeting-invitations/<participant_id>/<mark>", methods=["GET", "POST"])
@requires(Permission.OPEN_PAGE)
def invitation(participant_id: str, mark: str) -> ResponseReturnValue:
    """The page behind the letter's link. Mail scanners open links, so opening it answers nothing; a button does."""
    limits().hit("120/minute", "meeting-invitation", request.remote_addr or "")
    return _answered(lambda: answering.invited(participant_id, mark))


def _answered(found: Found) -> ResponseReturnValue:
    row, form = found(), AnswerForm()
    if not form.is_submitted():
        form.fill(answering.stored_needs(row), row.word)
        return _page(row, form)
    try:
        if form.validate() and form.coming.data in {YES, NO}:
            with unit_of_work():
                said = answering.answer(found(), form.coming.data == YES, form.word.data or "", form.needs)
            _thank(said)
            return redirect(request.path, 303)
    except (Conflict, Invalid) as error:
        form.take_errors(error if isinstance(error, Invalid) else Invalid(error.message))
    return _page(found(), form)


def _page(row: Participant, form: AnswerForm) -> ResponseReturnValue:
    meeting = row.meeting
    page = render_template(
        "meetings/people/answer.html",
        meeting=meeting,
        path=record_path(meeting) if allows(current_actor(), Permission.READ_RECORD, meeting) else None,
        row=row,
        form=form,
        when=say_dates(meeting.begins, meeting.finishes),
        open=answering.may_answer(meeting),
        words=COMING_WORDS,
        days=NEEDS_KEPT.days,
    )
    return page, 422 if form.errors or form.form_errors else 200, SECRET


def _thank(said: Coming) -> None:
    words = {
        Coming.YES: _("Thank you: you are expected."),
        Coming.WAITING: _("All seats are taken. You are on the waiting list and get a mail when one becomes free."),
        Coming.NO: _("Thank you for saying so. What you had told about food and access is deleted."),
    }
    flash(words.get(said, ""), "success")
