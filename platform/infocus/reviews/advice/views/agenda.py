"""The button that sends recommendations to the local group's next meeting."""

from flask import flash, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.records.addresses import to_record
from infocus.records.urls import record_path
from infocus.reviews.advice.services.agenda import call_meeting, put_on_agenda
from infocus.reviews.advice.views.response import the_response
from infocus.reviews.views.common import blueprint


@blueprint.post("/<network>/reviews/<handle>/response/agenda")
@requires(Permission.SEEK_AGREEMENT)
def to_agenda(network: str, handle: str) -> ResponseReturnValue:
    """Put the recommendations on the agenda; with a date, call the meeting first."""
    starts = request.form.get("starts", "").strip()
    try:
        with unit_of_work():
            review = the_response(network, handle)
            if "starts" in request.form:
                call_meeting(current_actor(), review, starts)
            meeting, count = put_on_agenda(current_actor(), review)
            target = f"{record_path(meeting)}"
    except Invalid as error:
        flash(" ".join(error.fields.values()), "error")
        return to_record(the_response(network, handle), "/response#agenda")
    if count:
        flash(ngettext("%(num)d point is on the agenda.", "%(num)d points are on the agenda.", count), "success")
    else:
        flash(_("All of them are on the agenda already."), "success")
    return redirect(target, 303)
