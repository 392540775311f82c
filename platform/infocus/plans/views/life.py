"""What becomes of a plan: the decision's document, updates, other languages."""

from flask import current_app, flash, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid
from infocus.core.numbers import whole
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.library.uploads import received
from infocus.plans import languages, life
from infocus.plans.forms import TranslationForm, UpdateForm, VersionForm
from infocus.plans.views.blueprint import blueprint, the_plan
from infocus.plans.views.shown import shown
from infocus.records.translations import How
from infocus.records.urls import record_path


@blueprint.post("/<network>/plans/<handle>/decision")
@requires(Permission.EDIT_PLAN)
def attach_decision(network: str, handle: str) -> ResponseReturnValue:
    """Attach the council's decision."""
    plan, upload = the_plan(network, handle), request.files.get("file")
    require(current_actor(), Permission.EDIT_PLAN, plan)
    if upload is None or not upload.filename:
        flash(_("Choose a file first."), "error")
        return redirect(f"{record_path(plan)}#adoption", 303)
    limit = current_app.extensions["infocus.settings"].max_upload_bytes
    try:
        with received(upload.stream, upload.filename, limit) as kept, unit_of_work():
            plan = the_plan(network, handle)
            life.attach_decision(current_actor(), plan, kept)
    except Invalid as error:
        flash(" ".join(map(str, error.fields.values())), "error")
    else:
        flash(_("The decision is attached."), "success")
    return redirect(f"{record_path(the_plan(network, handle))}#adoption", 303)


@blueprint.post("/<network>/plans/<handle>/updates")
@requires(Permission.EDIT_PLAN)
def add_update(network: str, handle: str) -> ResponseReturnValue:
    """Note what became of an adopted plan."""
    plan, form = the_plan(network, handle), UpdateForm()
    require(current_actor(), Permission.EDIT_PLAN, plan)
    try:
        if not form.validate():
            return shown(plan, VersionForm(formdata=None), form, 422)
        with unit_of_work():
            life.add_update(current_actor(), plan, form.day.data or "", form.text.data or "")
    except Invalid as error:
        form.take_errors(error)
        return shown(the_plan(network, handle), VersionForm(formdata=None), form, 422)
    flash(_("The update is kept."), "success")
    return redirect(f"{record_path(plan)}#updates", 303)


@blueprint.post("/<network>/plans/<handle>/languages")
@requires(Permission.EDIT_PLAN)
def link_language(network: str, handle: str) -> ResponseReturnValue:
    """Link this plan with its original in another language, or let it stand alone."""
    plan, form = the_plan(network, handle), TranslationForm()
    actor = current_actor()
    require(actor, Permission.EDIT_PLAN, plan)
    try:
        with unit_of_work():
            if request.form.get("unlink"):
                languages.unlink(actor, plan)
            else:
                how = How.MACHINE if form.how.data == How.MACHINE else How.HUMAN
                languages.link(actor, plan, form.original.data or "", how, whole(form.of_version.data))
    except Invalid as error:
        flash(" ".join(map(str, error.fields.values())), "error")
    else:
        flash(_("Saved."), "success")
    return redirect(f"{record_path(the_plan(network, handle))}#languages", 303)
