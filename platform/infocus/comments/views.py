"""Comments over HTTP: plain forms that come back to the page they stood on."""

from flask import Blueprint, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.comments import queries, services
from infocus.comments.addresses import at_comment, comment_path, passage_path
from infocus.comments.forms import CommentForm
from infocus.comments.models import Comment
from infocus.core.db import unit_of_work
from infocus.core.numbers import whole
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.back import own_path
from infocus.core.web.guard import requires
from infocus.records.models import Record
from infocus.records.queries import get_record
from infocus.records.urls import record_path

blueprint = Blueprint("comments", __name__, url_prefix="/comments")


def _back(record: Record, comment: Comment | None = None) -> ResponseReturnValue:
    """To the page the form stood on, at the comment."""
    return redirect(at_comment(own_path(request.form.get("back"), record_path(record)), comment), 303)


@blueprint.get("/<comment_id>")
@requires(Permission.READ_RECORD)
def show(comment_id: str) -> ResponseReturnValue:
    """The lasting address of a comment leads to where it is read: at its passage, else on its record's page."""
    comment = queries.get_comment(current_actor(), comment_id)
    return redirect(passage_path(comment) or comment_path(comment), 302)


@blueprint.post("")
@requires(Permission.COMMENT)
def add() -> ResponseReturnValue:
    """Comment on a record or answer a comment; a form with errors comes back as a page with the words in it."""
    form = CommentForm()
    actor = current_actor()
    with unit_of_work():
        record = get_record(actor, form.on.data, Record)
        require(actor, Permission.COMMENT, record)
        if form.validate_on_submit():
            text, reply_to = form.text.data or "", form.reply_to.data or None
            again = queries.said_just_now(actor, record, text, reply_to)
            comment = again or services.add_comment(actor, record, text, reply_to=reply_to)
            return _back(record, comment)
        form.back.data = own_path(form.back.data, record_path(record))
    return render_template("comments/write.html", form=form, record=record, heading=_("Your comment")), 422


@blueprint.route("/<comment_id>/edit", methods=["GET", "POST"])
@requires(Permission.EDIT_COMMENT)
def edit(comment_id: str) -> ResponseReturnValue:
    """Change one's own comment."""
    actor = current_actor()
    form = CommentForm()
    if form.validate_on_submit():
        with unit_of_work():
            comment = queries.get_comment(actor, comment_id)
            services.edit_comment(actor, comment, form.text.data or "", expected=whole(form.version.data))
            return _back(comment.record, comment)
    comment = queries.get_comment(actor, comment_id)
    require(actor, Permission.EDIT_COMMENT, comment)
    if not form.is_submitted():
        form.text.data, form.version.data = comment.text, str(comment.version)
    form.back.data = own_path(request.values.get("back"), record_path(comment.record))
    page = render_template("comments/write.html", form=form, record=comment.record, heading=_("Change your comment"))
    return page, 422 if form.errors else 200


@blueprint.post("/<comment_id>/remove")
@requires(Permission.REMOVE_COMMENT)
def remove(comment_id: str) -> ResponseReturnValue:
    """Take the words away; the trace stays."""
    with unit_of_work():
        comment = queries.get_comment(current_actor(), comment_id)
        services.remove_comment(current_actor(), comment)
        record = comment.record
        response = _back(record)
    flash(_("The comment was removed."))
    return response


@blueprint.post("/<comment_id>/resolve")
@requires(Permission.RESOLVE_COMMENT)
def resolve(comment_id: str) -> ResponseReturnValue:
    """Settle the thread, or open it again (``done=0``)."""
    with unit_of_work():
        comment = queries.get_comment(current_actor(), comment_id)
        first = services.resolve_thread(current_actor(), comment, done=request.form.get("done") != "0")
        return _back(first.record, first)
