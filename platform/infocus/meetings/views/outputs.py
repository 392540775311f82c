"""Outputs: upload, page, change, new version, remove."""

import contextlib
from collections.abc import Iterator

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.comments.queries import discussion
from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid, Stale
from infocus.core.permissions import Permission, allows, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.core.web.once import SentBefore, made_first, once
from infocus.library.reader import documents_of
from infocus.library.similar import similar
from infocus.library.uploads import Upload, received
from infocus.library.urls import document_path, file_path
from infocus.meetings import outputs
from infocus.meetings.forms import OutputForm, stored_output
from infocus.meetings.models import KIND_WORDS, Meeting, Output, OutputKind
from infocus.meetings.views import blueprint
from infocus.meetings.views.common import max_upload, the_meeting, the_output
from infocus.records.addresses import expected_version, moved
from infocus.records.panels import actions_of, panels_of
from infocus.records.urls import record_path


@contextlib.contextmanager
def _uploaded() -> Iterator[Upload | None]:
    """The file of this request, kept; dropped again when what follows fails. ``None`` when none was sent."""
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        yield None
        return
    with received(sent.stream, sent.filename, max_upload()) as upload:
        yield upload


def _page(form: OutputForm, meeting: Meeting, output: Output | None, status: int | None = None) -> ResponseReturnValue:
    form.offer_sessions(meeting)
    page = render_template(
        "meetings/output_edit.html",
        form=form,
        meeting=meeting,
        output=output,
        path=record_path(output) if output else None,
        meeting_path=record_path(meeting),
        most=max_upload(),
    )
    return page, status or (422 if form.errors or form.form_errors else 200)


@blueprint.route("/<network>/meetings/<handle>/outputs/new", methods=["GET", "POST"])
@requires(Permission.UPLOAD_OUTPUT)
def upload(network: str, handle: str) -> ResponseReturnValue:
    """Upload an output to a meeting, or to one of its sessions."""
    actor = current_actor()
    meeting = the_meeting(network, handle)
    require(actor, Permission.UPLOAD_OUTPUT, meeting)
    form = OutputForm(data={"language": actor.language, "session": request.args.get("session", "")})
    if form.validate_on_submit():
        try:
            with _uploaded() as kept, unit_of_work():
                output, _document = outputs.add_output(actor, the_meeting(network, handle), kept, form.values())
                target = once(record_path(output))
        except Invalid as error:
            form.take_errors(error)
        except SentBefore as sent:
            return redirect(made_first(sent), 303)
        else:
            flash(_("The output is kept. Its text is being read; you can leave this page."), "success")
            return redirect(target, 303)
    return _page(form, the_meeting(network, handle), None)


@blueprint.get("/<network>/outputs/<handle>")
@requires(Permission.READ_RECORD)
def output(network: str, handle: str) -> ResponseReturnValue:
    """One output: what it is, its file with all versions, and the comments."""
    found = the_output(network, handle)
    elsewhere = moved(found)
    if elsewhere is not None:
        return elsewhere
    actor = current_actor()
    files = documents_of(found.id)
    return render_template(
        "meetings/output.html",
        output=found,
        document=files[0] if files else None,
        meeting_path=record_path(found.meeting) if allows(actor, Permission.READ_RECORD, found.meeting) else None,
        path=record_path(found),
        kind=KIND_WORDS[OutputKind(found.kind)],
        document_path=document_path,
        file_path=file_path,
        similar=similar(actor, found.id),
        discussion=discussion(actor, found),
        panels=panels_of(actor, found),
        actions=actions_of(actor, found),
        may_edit=allows(actor, Permission.EDIT_OUTPUT, found),
        most=max_upload(),
    )


@blueprint.route("/<network>/outputs/<handle>/edit", methods=["GET", "POST"])
@requires(Permission.EDIT_OUTPUT)
def edit_output(network: str, handle: str) -> ResponseReturnValue:
    """Change what is said about an output."""
    found = the_output(network, handle)
    require(current_actor(), Permission.EDIT_OUTPUT, found)
    form = OutputForm(data=stored_output(found))
    status = None
    if form.validate_on_submit():
        try:
            with unit_of_work():
                found = the_output(network, handle)
                outputs.edit_output(current_actor(), found, form.values(), expected=expected_version())
                target = record_path(found)
        except Invalid as error:
            form.take_errors(error)
        except (Stale, Conflict):
            found, status = the_output(network, handle), 409
            form.version.data = str(found.version)
            form.form_errors.append(
                _("Somebody else saved this meanwhile. The form holds yours; save again to replace theirs.")
            )
        else:
            flash(_("Saved."), "success")
            return redirect(target, 303)
    return _page(form, found.meeting, found, status)


@blueprint.post("/<network>/outputs/<handle>/versions")
@requires(Permission.EDIT_OUTPUT)
def new_version(network: str, handle: str) -> ResponseReturnValue:
    """Upload a newer file; the older ones stay."""
    try:
        with _uploaded() as kept, unit_of_work():
            found = the_output(network, handle)
            require(current_actor(), Permission.EDIT_OUTPUT, found)
            outputs.new_version(current_actor(), found, kept, request.form.get("note", ""))
        flash(_("The new version is kept and being read. Readers see the older one until then."), "success")
    except Invalid as error:
        flash(str(error), "error")
    return redirect(f"{record_path(the_output(network, handle))}#versions", 303)


@blueprint.post("/<network>/outputs/<handle>/remove")
@requires(Permission.EDIT_OUTPUT)
def remove_output(network: str, handle: str) -> ResponseReturnValue:
    """Remove an output."""
    with unit_of_work():
        found = the_output(network, handle)
        outputs.remove_output(current_actor(), found, expected=expected_version())
        target = record_path(found.meeting)
    flash(_("The output was removed."), "success")
    return redirect(target, 303)
