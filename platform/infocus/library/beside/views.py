"""Comment on a passage, and the lasting address of one."""

from flask import flash, jsonify, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.comments.addresses import at_comment
from infocus.comments.queries import get_comment
from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid, NotFound
from infocus.core.numbers import whole
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.back import own_path
from infocus.core.web.guard import requires
from infocus.core.web.links import absolute, base_url
from infocus.library.beside.annotations import MEDIA, annotation_page
from infocus.library.beside.forms import PassageForm, WordsForm
from infocus.library.beside.services import comment_on_passage, place_here
from infocus.library.models import Document
from infocus.library.reader import get_document, get_version
from infocus.library.urls import document_path, shown_title
from infocus.library.views.blueprints import documents
from infocus.library.views.values import number_of


@documents.post("/documents/<document_id>/passages")
@requires(Permission.COMMENT)
def comment_on(document_id: str) -> ResponseReturnValue:
    """Comment on words of a page; what cannot be kept comes back as a page with everything in it."""
    actor, form = current_actor(), PassageForm()
    document = get_document(actor, document_id)
    require(actor, Permission.COMMENT, document.record)
    if form.validate_on_submit():
        try:
            with unit_of_work():
                document = get_document(actor, document_id)
                version = get_version(document, whole(form.version.data))
                comment = comment_on_passage(actor, document, version, form.words(), form.text.data or "")
                target = at_comment(_back(form, document), comment)
            return redirect(target, 303)
        except Invalid as error:
            form.form_errors.extend(error.fields.values())
    form.back.data = _back(form, document)
    page = render_template("library/beside/write.html", form=form, title=shown_title(document))
    return page, 422


@documents.get("/documents/<document_id>/passages/<comment_id>")
@requires(Permission.READ_RECORD)
def passage(document_id: str, comment_id: str) -> ResponseReturnValue:
    """The reader, opened at the passage of a comment."""
    actor = current_actor()
    comment = get_comment(actor, comment_id)
    document = get_document(actor, document_id)
    if comment.record_id != document.record_id:
        raise NotFound
    return redirect(at_comment(document_path(document), comment), 302)


@documents.get("/documents/<document_id>/annotations")
@requires(Permission.READ_RECORD)
def annotations(document_id: str) -> ResponseReturnValue:
    """The comments on passages of a version as W3C Web Annotations, for who is signed in here."""
    document = get_document(current_actor(), document_id)
    version = get_version(document, number_of("version"))
    own = absolute("documents.annotations", document_id=document.id, version=version.number)
    page, cursor = annotation_page(
        current_actor(), document, version, base_url(), own, cursor=request.args.get("cursor")
    )
    if cursor:
        page["next"] = absolute("documents.annotations", document_id=document.id, version=version.number, cursor=cursor)
    response = jsonify(page)
    response.mimetype = MEDIA
    return response


@documents.post("/documents/<document_id>/passages/<comment_id>/place")
@requires(Permission.RESOLVE_COMMENT)
def place_passage(document_id: str, comment_id: str) -> ResponseReturnValue:
    """Give a comment whose passage is gone the words somebody marked."""
    actor, form = current_actor(), WordsForm()
    comment, document = get_comment(actor, comment_id), get_document(actor, document_id)
    if comment.record_id != document.record_id:
        raise NotFound
    try:
        with unit_of_work():
            comment, document = get_comment(actor, comment_id), get_document(actor, document_id)
            version = get_version(document, whole(form.version.data))
            place_here(actor, document, version, comment, form.words())
        flash(_("The comment stands at these words now."), "success")
    except Invalid as error:
        flash(" ".join(error.fields.values()), "error")
    except Conflict as error:
        flash(error.message, "error")
    return redirect(at_comment(_back(form, document), get_comment(actor, comment_id)), 303)


def _back(form: WordsForm, document: Document) -> str:
    return own_path(form.back.data, document_path(document))
