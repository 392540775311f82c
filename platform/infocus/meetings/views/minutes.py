"""Minutes, decisions and actions."""

from collections.abc import Callable

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid, Stale
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.back import own_path
from infocus.core.web.guard import requires
from infocus.meetings import services
from infocus.meetings.forms import MinutesForm
from infocus.meetings.models import Meeting
from infocus.meetings.views import blueprint
from infocus.meetings.views.common import the_meeting
from infocus.records.addresses import expected_version
from infocus.records.urls import record_path


@blueprint.route("/<network>/meetings/<handle>/minutes", methods=["GET", "POST"])
@requires(Permission.WRITE_MINUTES)
def minutes(network: str, handle: str) -> ResponseReturnValue:
    """Write the minutes. A lost race shows what the other stored and keeps what was typed."""
    meeting = the_meeting(network, handle)
    require(current_actor(), Permission.WRITE_MINUTES, meeting)
    form = MinutesForm(data={"minutes": meeting.minutes, "version": str(meeting.version)})
    theirs, status = None, 200
    if form.validate_on_submit():
        try:
            with unit_of_work():
                meeting = the_meeting(network, handle)
                text = form.minutes.data or ""
                services.write_minutes(current_actor(), meeting, text, expected=expected_version())
                target = f"{record_path(meeting)}#mi"
        except Invalid as error:
            form.take_errors(error)
        except (Stale, Conflict):
            meeting, status = the_meeting(network, handle), 409
            theirs = meeting.minutes
            form.version.data = str(meeting.version)
        else:
            flash(_("The minutes are saved."), "success")
            return redirect(target, 303)
    page = render_template(
        "meetings/minutes.html", form=form, meeting=meeting, path=record_path(meeting), theirs=theirs
    )
    return page, 422 if form.errors or form.form_errors else status


def _note(network: str, handle: str, act: Callable[[Meeting], object], anchor: str) -> ResponseReturnValue:
    """Store one line on a meeting; what is wrong is said on its page."""
    try:
        with unit_of_work():
            meeting = the_meeting(network, handle)
            act(meeting)
            target = f"{record_path(meeting)}#{anchor}"
    except Invalid as error:
        flash(str(error), "error")
        return redirect(f"{record_path(the_meeting(network, handle))}#{anchor}", 303)
    return redirect(target, 303)


@blueprint.post("/<network>/meetings/<handle>/decisions")
@requires(Permission.WRITE_MINUTES)
def add_decision(network: str, handle: str) -> ResponseReturnValue:
    """Note a decision."""
    text, agreed, actor = request.form.get("text", ""), request.form.get("agreed", ""), current_actor()
    return _note(network, handle, lambda meeting: services.add_decision(actor, meeting, text, agreed), "de")


@blueprint.post("/<network>/meetings/<handle>/actions")
@requires(Permission.WRITE_MINUTES)
def add_action(network: str, handle: str) -> ResponseReturnValue:
    """Note an action."""
    what, who, due = (request.form.get(name, "") for name in ("what", "partner", "due"))
    actor = current_actor()
    return _note(network, handle, lambda meeting: services.add_action(actor, meeting, what, who, due), "ac")


@blueprint.post("/actions/<action_id>")
@requires(Permission.WRITE_MINUTES)
def settle_action(action_id: str) -> ResponseReturnValue:
    """Mark an action as done (``done=1``) or open."""
    with unit_of_work():
        action = services.get_action(current_actor(), action_id)
        services.settle_action(current_actor(), action, done=request.form.get("done") != "0")
        target = f"{record_path(action.meeting)}#ac"
    return redirect(own_path(request.form.get("back"), target), 303)
