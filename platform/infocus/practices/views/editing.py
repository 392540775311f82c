"""The editor: a form that saves itself and loses nothing."""

from flask import current_app, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid, NotFound, Stale
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.errors import problem
from infocus.core.web.guard import requires
from infocus.library.models import DocumentRole
from infocus.library.services import add_document, remove_document
from infocus.library.uploads import received
from infocus.library.urls import document_path, file_path
from infocus.networks.context import network_or_404
from infocus.practices import services
from infocus.practices.approval.queries import needs_approval
from infocus.practices.forms import FileForm, PracticeForm, field_values, form_of
from infocus.practices.judging.queries import asked_of
from infocus.practices.models import Practice
from infocus.practices.policy import is_coordinator
from infocus.practices.sections import CARD, FULL, SECTIONS, progress
from infocus.practices.views import blueprint
from infocus.practices.views.common import files_of, the_practice
from infocus.records.addresses import expected_version, to_record
from infocus.records.queries import get_record
from infocus.records.urls import record_path
from infocus.vocabularies.registry import VOCABULARIES


def _page(
    form: PracticeForm, network: str, practice: Practice | None, status: int = 200, **more: object
) -> ResponseReturnValue:
    form.add_spare_rows()
    values = form.values()
    images, files = files_of(practice) if practice else ([], [])
    page = render_template(
        "practices/edit.html",
        form=form,
        practice=practice,
        network_slug=network,
        path=record_path(practice) if practice else None,
        progress=progress(values["title"] or "", values["summary"] or "", values),
        card=CARD,
        full=FULL,
        sections=SECTIONS,
        criteria=VOCABULARIES["criteria"].labels,
        images=images,
        files=files,
        asked=asked_of(current_actor(), practice) if practice else {},
        beyond=practice is not None and practice.published_at is not None and needs_approval(practice),
        file_form=FileForm(formdata=None),
        file_path=file_path,
        document_path=document_path,
        most=current_app.extensions["infocus.settings"].max_upload_bytes,
        **more,
    )
    return page, status


@blueprint.route("/<network>/practices/new", methods=["GET", "POST"])
@requires(Permission.WRITE_PRACTICE)
def new(network: str) -> ResponseReturnValue:
    """Begin a practice."""
    actor = current_actor()
    place = network_or_404(network)
    require(actor, Permission.WRITE_PRACTICE, place)
    form = form_of(None, wide=False, default_language=actor.language)
    if form.validate_on_submit():
        try:
            with unit_of_work():
                practice = _begun(actor, network, form)
                target = f"{record_path(practice)}/edit"
        except Invalid as error:
            form.take_errors(error)
        except IntegrityError:  # the same form was sent twice at once: the first one made the draft
            return redirect(f"{record_path(_made(actor, form))}/edit", 303)
        else:
            flash(_("The draft is saved. Only you and your coordinator see it."), "success")
            return redirect(target, 303)
    return _page(form, network, None, 422 if form.errors or form.form_errors else 200)


@blueprint.post("/<network>/practices/autosave")
@requires(Permission.WRITE_PRACTICE)
def autosave_new(network: str) -> ResponseReturnValue:
    """The first save of a form that saves itself; answers where the draft lives now."""
    form = form_of(None, wide=False)
    try:
        with unit_of_work():
            practice = _begun(current_actor(), network, form)
            answer = _saved(practice) | {"url": f"{record_path(practice)}/edit"}
    except Invalid as error:
        return _invalid(error)
    except (Conflict, IntegrityError):  # sent twice at once
        practice = _made(current_actor(), form)
        return jsonify(version=practice.version, fields=field_values(practice)), 409
    return jsonify(answer | {"autosave": f"{answer['url']}".removesuffix("/edit") + "/autosave"}), 201


@blueprint.route("/<network>/practices/<handle>/edit", methods=["GET", "POST"])
@requires(Permission.EDIT_PRACTICE)
def edit(network: str, handle: str) -> ResponseReturnValue:
    """Change a practice. A lost race shows both versions and stores neither away."""
    actor = current_actor()
    practice = the_practice(network, handle)
    require(actor, Permission.EDIT_PRACTICE, practice)
    form = form_of(practice, wide=is_coordinator(actor, practice))
    theirs = None
    if form.validate_on_submit():
        try:
            with unit_of_work():
                practice = the_practice(network, handle)
                services.save_practice(actor, practice, form.values(), expected=expected_version())
                target = record_path(practice)
            flash(_("Saved."), "success")
            return redirect(target, 303)
        except Invalid as error:
            form.take_errors(error)
        except (Stale, Conflict):
            practice = the_practice(network, handle)
            theirs = _differing(form, practice)
            form.version.data = str(practice.version)
    status = 409 if theirs else 422 if form.errors or form.form_errors else 200
    return _page(form, network, practice, status, theirs=theirs)


@blueprint.post("/<network>/practices/<handle>/autosave")
@requires(Permission.EDIT_PRACTICE)
def autosave(network: str, handle: str) -> ResponseReturnValue:
    """Save what was typed so far; 409 with the stored texts when somebody else was faster."""
    actor = current_actor()
    form = PracticeForm()
    try:
        with unit_of_work():
            practice = the_practice(network, handle)
            services.save_practice(actor, practice, form.values(), expected=expected_version())
            return jsonify(_saved(practice))
    except Invalid as error:
        return _invalid(error)
    except (Stale, Conflict):
        practice = the_practice(network, handle)
        return jsonify(version=practice.version, fields=field_values(practice)), 409


def _begun(actor: Actor, network: str, form: PracticeForm) -> Practice:
    """The draft of a new form, once, however often it is sent; a form gone back to long after makes another one."""
    place = network_or_404(network)
    try:
        return services.begin_practice(actor, place, form.values(), key=form.key.data)
    except Stale:
        return services.begin_practice(actor, place, form.values())


def _made(actor: Actor, form: PracticeForm) -> Practice:
    """The draft that another sending of this form has made."""
    return get_record(actor, form.key.data, Practice)


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


@blueprint.post("/<network>/practices/<handle>/remove")
@requires(Permission.EDIT_PRACTICE)
def remove(network: str, handle: str) -> ResponseReturnValue:
    """Remove a draft."""
    with unit_of_work():
        services.remove_practice(current_actor(), the_practice(network, handle), expected=expected_version())
    flash(_("The draft was removed."), "success")
    return redirect(url_for("practices.index"), 303)


def _saved(practice: Practice) -> dict[str, object]:
    done = progress(practice.title, practice.summary, practice.content)
    return {
        "version": practice.version,
        "saved_at": clock.now().isoformat(),
        "filled": done.filled,
        "total": done.total,
    }


def _invalid(error: Invalid) -> ResponseReturnValue:
    errors = [{"field": name, "message": str(text)} for name, text in error.fields.items()]
    return problem(422, _("Something in the form needs another look"), errors=errors)


def _differing(form: PracticeForm, practice: Practice) -> list[tuple[str, str, str]]:
    """Label, mine and theirs of every text that differs."""
    stored = field_values(practice)
    rows = []
    for name in ("title", "summary", *(section.name for section in SECTIONS)):
        mine, theirs = form[name].data or "", (stored.get(name) or [""])[0]
        if mine != theirs:
            rows.append((str(form[name].label.text), mine, theirs))
    return rows
