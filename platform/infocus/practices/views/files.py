"""Pictures and files of a practice, from the editor."""

from flask import current_app, flash, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid, NotFound
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.library.models import Document, DocumentRole
from infocus.library.pictures import SIDES, box_of, crop, describe, move_up
from infocus.library.services import add_document, remove_document
from infocus.library.uploads import received
from infocus.practices import services
from infocus.practices.forms import FileForm, picture_form
from infocus.practices.models import Practice
from infocus.practices.views import blueprint
from infocus.practices.views.common import files_of, the_practice
from infocus.practices.views.editing import editor_page
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


@blueprint.post("/<network>/practices/<handle>/files/<document_id>/picture")
@requires(Permission.EDIT_PRACTICE)
def change_picture(network: str, handle: str, document_id: str) -> ResponseReturnValue:
    """Describe a picture anew, and crop it where four numbers say so."""
    actor = current_actor()
    practice = the_practice(network, handle)
    require(actor, Permission.EDIT_PRACTICE, practice)
    form = picture_form(_picture(practice, document_id), sent=True)
    try:
        form.validate()
        box = box_of([form[side].data for side in SIDES])
        with unit_of_work():
            practice = the_practice(network, handle)
            require(actor, Permission.EDIT_PRACTICE, practice)
            document = _picture(practice, document_id)
            describe(document, form.title.data or "", form.alt.data or "")
            if box:
                crop(document, box, by=actor.person)
            services.files_changed(practice)
    except Invalid as error:
        for name, message in error.fields.items():
            field = form[name if name in form else "alt"]
            field.errors = [*field.errors, message]
        return editor_page(the_practice(network, handle), 422, pictures={document_id: form})
    flash(_("The picture is saved."), "success")
    return to_record(practice, f"/edit#picture-{document_id}")


@blueprint.post("/<network>/practices/<handle>/files/<document_id>/up")
@requires(Permission.EDIT_PRACTICE)
def picture_up(network: str, handle: str, document_id: str) -> ResponseReturnValue:
    """Put a picture before the one it follows; the first is the practice's picture in lists."""
    with unit_of_work():
        practice = the_practice(network, handle)
        require(current_actor(), Permission.EDIT_PRACTICE, practice)
        move_up(_picture(practice, document_id), files_of(practice)[0])
        services.files_changed(practice)
    return to_record(practice, f"/edit#picture-{document_id}")


def _picture(practice: Practice, document_id: str) -> Document:
    found = next((each for each in files_of(practice)[0] if each.id == document_id), None)
    if found is None:
        raise NotFound
    return found


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
