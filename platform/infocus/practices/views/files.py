"""Pictures and files of a practice, from the editor."""

from flask import current_app, flash, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid, NotFound
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.library.models import DocumentRole
from infocus.library.services import add_document, remove_document
from infocus.library.uploads import received
from infocus.practices import services
from infocus.practices.forms import FileForm
from infocus.practices.views import blueprint
from infocus.practices.views.common import files_of, the_practice
from infocus.records.addresses import to_record
from infocus.records.urls import record_path


@blueprint.post("/<network>/practices/<handle>/files")
@requires(Permission.EDIT_PRACTICE)
def add_file(network: str, handle: str) -> ResponseReturnValue:
    """Give the record a picture (with its description) or a file."""
    actor = current_actor()
    form = FileForm()
    wrong = [] if form.validate() else [str(text) for texts in form.errors.values() for text in texts]
    upload = request.files.get("file")
    name = upload.filename if upload else None
    practice = the_practice(network, handle)
    require(actor, Permission.EDIT_PRACTICE, practice)
    if not name:
        wrong.append(_("Choose a file first."))
    if wrong or upload is None or not name:
        flash(" ".join(wrong), "error")
        return to_record(practice, "/edit#files")
    limit = current_app.extensions["infocus.settings"].max_upload_bytes
    try:
        with received(upload.stream, name, limit) as kept, unit_of_work():
            practice = the_practice(network, handle)
            require(actor, Permission.EDIT_PRACTICE, practice)
            role = DocumentRole.IMAGE if kept.media_type.startswith("image/") else DocumentRole.ATTACHMENT
            title, alt = form.title.data or "", form.alt.data or ""
            add_document(practice, role, kept, by=actor.person, title=title, alt=alt, language=practice.language)
            services.files_changed(practice)
    except Invalid as error:
        flash(str(error), "error")
        return to_record(the_practice(network, handle), "/edit#files")
    flash(_("The file is kept. Its text is being read."), "success")
    return to_record(the_practice(network, handle), "/edit#files")


@blueprint.post("/<network>/practices/<handle>/files/<document_id>/remove")
@requires(Permission.EDIT_PRACTICE)
def remove_file(network: str, handle: str, document_id: str) -> ResponseReturnValue:
    """Take a picture or file away from the record."""
    with unit_of_work():
        practice = the_practice(network, handle)
        require(current_actor(), Permission.EDIT_PRACTICE, practice)
        found = next((each for group in files_of(practice) for each in group if each.id == document_id), None)
        if found is None:
            raise NotFound
        remove_document(found)
        services.files_changed(practice)
        target = f"{record_path(practice)}/edit#files"
    return redirect(target, 303)
