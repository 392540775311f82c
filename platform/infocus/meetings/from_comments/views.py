"""The page on which an action is made of a comment."""

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.comments.addresses import at_comment, comment_path, passage_path
from infocus.comments.queries import get_comment
from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid
from infocus.core.forms import options
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.back import own_path
from infocus.core.web.guard import requires
from infocus.meetings.agreed.services import Task
from infocus.meetings.from_comments.forms import ActionForm
from infocus.meetings.from_comments.services import make_action, meeting_for
from infocus.meetings.from_comments.values import words_of
from infocus.meetings.views import blueprint
from infocus.meetings.views.common import partner_choices


@blueprint.route("/comments/<comment_id>/action", methods=["GET", "POST"])
@requires(Permission.WRITE_MINUTES)
def action_of_comment(comment_id: str) -> ResponseReturnValue:
    """The comment's words stand in the form already; what is stored goes to the meeting, with the way back."""
    actor = current_actor()
    comment = get_comment(actor, comment_id)
    meeting = meeting_for(comment)
    require(actor, Permission.WRITE_MINUTES, meeting)
    form = ActionForm(data={"what": words_of(comment), "back": _back(comment_id, request.args.get("back"))})
    form.partner.choices = options(partner_choices(meeting.network_id))
    if form.validate_on_submit():
        try:
            with unit_of_work():
                comment = get_comment(actor, comment_id)
                task = Task(form.what.data or "", form.partner.data or "", due=form.due.data or "")
                make_action(actor, comment, task)
                target = at_comment(_back(comment_id, form.back.data), comment)
        except Invalid as error:
            form.take_errors(error)
        else:
            flash(_("The action stands with the meeting."), "success")
            return redirect(target, 303)
    where = passage_path(comment) or comment_path(comment)
    page = render_template("meetings/from_comments/make.html", form=form, comment=comment, meeting=meeting, where=where)
    return page, 422 if form.errors or form.form_errors else 200


def _back(comment_id: str, given: str | None) -> str:
    return own_path(given, f"/comments/{comment_id}")
