"""What changed between two versions of an output's file; which language versions it has."""

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid, NotFound
from infocus.core.numbers import whole
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.library.models import DocumentVersion
from infocus.library.reader import documents_of
from infocus.library.urls import document_path
from infocus.meetings.editions.changes import changes_between
from infocus.meetings.editions.languages import link_to, unlink
from infocus.meetings.models import Output
from infocus.meetings.views import blueprint
from infocus.meetings.views.common import the_output
from infocus.records.urls import record_path


@blueprint.get("/<network>/outputs/<handle>/changes")
@requires(Permission.READ_RECORD)
def version_changes(network: str, handle: str) -> ResponseReturnValue:
    """The words that came and went from one version to another; without numbers, from the last but one to the last."""
    output = the_output(network, handle)
    old, new = _asked(output)
    return render_template(
        "meetings/editions/changes.html",
        output=output,
        document=new.document,
        old=old,
        new=new,
        changes=changes_between(old, new, whole(request.args.get("start")) or 0),
        path=record_path(output),
        document_path=document_path,
    )


def _asked(output: Output) -> tuple[DocumentVersion, DocumentVersion]:
    files = documents_of(output.id)
    if not files or len(files[0].versions) < 2:
        raise NotFound
    newest = files[0].latest.number
    new = files[0].version(whole(request.args.get("new")) or newest)
    old = files[0].version(whole(request.args.get("old")) or (new.number - 1 if new else newest - 1))
    if old is None or new is None:
        raise NotFound
    return old, new


@blueprint.post("/<network>/outputs/<handle>/original")
@requires(Permission.EDIT_OUTPUT)
def link_original(network: str, handle: str) -> ResponseReturnValue:
    """Say which output this one is a translation of, and who made it; or that it stands alone."""
    try:
        with unit_of_work():
            output = the_output(network, handle)
            require(current_actor(), Permission.EDIT_OUTPUT, output)
            original = request.form.get("original", "")
            if original:
                link_to(current_actor(), output, original, request.form.get("how", ""))
            else:
                unlink(output)
        flash(_("Saved."), "success")
    except Invalid as error:
        flash(str(error), "error")
    return redirect(f"{record_path(the_output(network, handle))}#languages", 303)
