"""The editor: a form that saves itself and loses nothing."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from flask import current_app, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db, unit_of_work
from infocus.core.errors import Conflict, Invalid, Stale
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.errors import problem
from infocus.core.web.guard import requires
from infocus.library.urls import document_path, file_path
from infocus.networks.context import network_or_404
from infocus.networks.models import Partner
from infocus.practices import services
from infocus.practices.approval.queries import needs_approval
from infocus.practices.forms import FileForm, PictureForm, PracticeForm, control_texts, form_of, picture_form
from infocus.practices.judging.queries import asked_of
from infocus.practices.links.panel import linked
from infocus.practices.links.views import offered
from infocus.practices.merging import nested
from infocus.practices.models import Practice
from infocus.practices.policy import is_coordinator
from infocus.practices.sections import CARD, FULL, SECTIONS, progress
from infocus.practices.together import Saved, base_of, read_base, save_together, values_of
from infocus.practices.views import blueprint
from infocus.practices.views.common import files_of, map_of, place_of, the_practice
from infocus.practices.views.deciding import labels, people, put_joined, take_choices
from infocus.practices.views.presence import also_here
from infocus.records.addresses import expected_version, to_record
from infocus.records.holds import be_seen, release_hold
from infocus.records.queries import get_record
from infocus.records.urls import record_path
from infocus.vocabularies.registry import VOCABULARIES

TRIES = 3


def _page(
    form: PracticeForm,
    network: str,
    practice: Practice | None,
    status: int = 200,
    *,
    pictures: Mapping[str, PictureForm] = MappingProxyType({}),
    **more: object,
) -> ResponseReturnValue:
    form.add_spare_rows()
    values = form.values()
    images, files = files_of(practice) if practice else ([], [])
    place = network_or_404(network)
    own = practice.partner_id if practice else current_actor().partner_in(place.id)
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
        picture_forms={each.id: picture_form(each) for each in images} | dict(pictures),
        linked=linked(current_actor(), practice) if practice else [],
        offers=offered(practice) if practice else [],
        asked=asked_of(current_actor(), practice) if practice else {},
        city=db.session.get(Partner, own) if own else None,
        drawing=map_of(place, place_of(practice.content) if practice else None),
        here=also_here(current_actor(), practice) if practice else [],
        beyond=practice is not None and practice.published_at is not None and needs_approval(practice),
        file_form=FileForm(formdata=None),
        file_path=file_path,
        document_path=document_path,
        most=current_app.extensions["infocus.settings"].max_upload_bytes,
        **more,
    )
    return page, status


def editor_page(practice: Practice, status: int, pictures: Mapping[str, PictureForm]) -> ResponseReturnValue:
    """The editor with what is stored, for forms beside the main one."""
    form = form_of(practice, wide=is_coordinator(current_actor(), practice), sent=False)
    return _page(form, practice.network.slug, practice, status, pictures=pictures)


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
        return jsonify(_saved(practice) | {"fields": control_texts(values_of(practice))}), 409
    return jsonify(answer | {"autosave": f"{answer['url']}".removesuffix("/edit") + "/autosave"}), 201


@blueprint.route("/<network>/practices/<handle>/edit", methods=["GET", "POST"])
@requires(Permission.EDIT_PRACTICE)
def edit(network: str, handle: str) -> ResponseReturnValue:
    """Change a practice. What others saved meanwhile is joined; where both changed one field, nothing is stored yet."""
    actor = current_actor()
    practice = the_practice(network, handle)
    require(actor, Permission.EDIT_PRACTICE, practice)
    form = form_of(practice, wide=is_coordinator(actor, practice))
    take_choices(form)
    if not form.validate_on_submit():
        if not form.is_submitted():
            with unit_of_work():
                be_seen(actor, the_practice(network, handle))
            practice = the_practice(network, handle)
        return _page(form, network, practice, 422 if form.errors or form.form_errors else 200)
    try:
        saved = _save(network, handle, form)
    except Invalid as error:
        form.take_errors(error)
        return _page(form, network, the_practice(network, handle), 422)
    if saved.stored:
        flash(_together(form, saved) if saved.taken else _("Saved."), "success")
        return to_record(saved.practice)
    theirs = put_joined(form, saved)
    more: dict[str, Any] = {"theirs": theirs, "by": people(saved.by), "taken": labels(form, saved.taken)}
    return _page(form, network, saved.practice, 409, **more)


@blueprint.post("/<network>/practices/<handle>/autosave")
@requires(Permission.EDIT_PRACTICE)
def autosave(network: str, handle: str) -> ResponseReturnValue:
    """Save what was typed so far, joined with what others saved; 409 with their texts where both changed a field."""
    form = PracticeForm()
    try:
        saved = _save(network, handle, form, partly=True)
    except Invalid as error:
        return _invalid(error)
    rows = max(len(form.indicators), len(form.amounts))
    values = nested(saved.fields)
    answer = _saved(saved.practice) | {
        "merged": control_texts(values, saved.taken, rows),
        "fields": control_texts(values, [clash.name for clash in saved.clashes], rows),
        "by": people(saved.by),
        "changed": labels(form, saved.taken),
    }
    return jsonify(answer), 409 if saved.clashes else 200


def _save(network: str, handle: str, form: PracticeForm, *, partly: bool = False) -> Saved:
    """Join and save; once more where somebody saved at the very moment."""
    base, left = read_base(request.form.get("base")), TRIES
    while True:
        left -= 1
        try:
            with unit_of_work():
                actor, practice = current_actor(), the_practice(network, handle)
                expected = expected_version()
                saved = save_together(actor, practice, form.values(), expected=expected, base=base, partly=partly)
                if saved.stored and not partly:
                    release_hold(actor, practice)
                return saved
        except Conflict:
            if not left:
                raise


def _together(form: PracticeForm, saved: Saved) -> str:
    who, fields = people(saved.by), labels(form, saved.taken)
    return str(_("Saved, together with what %(who)s changed meanwhile: %(fields)s.", who=who, fields=fields))


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
        "base": base_of(practice),
    }


def _invalid(error: Invalid) -> ResponseReturnValue:
    errors = [{"field": name, "message": str(text)} for name, text in error.fields.items()]
    return problem(422, _("Something in the form needs another look"), errors=errors)
