"""The list of plans, a plan's own page, its form, and new versions."""

from flask import current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid, NotFound, Stale
from infocus.core.permissions import Permission, allows, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.library.uploads import received
from infocus.networks.context import current_network, network_or_404
from infocus.networks.models import Network, Partner
from infocus.plans import queries, services
from infocus.plans.beside import beside, ways
from infocus.plans.forms import PlanForm, UpdateForm, VersionForm
from infocus.plans.models import Plan
from infocus.plans.views.blueprint import blueprint, the_plan
from infocus.plans.views.shown import shown
from infocus.plans.words import STAGES
from infocus.records.addresses import moved
from infocus.records.urls import record_path


@blueprint.get("/plans")
@requires(Permission.READ_RECORD)
def index() -> ResponseReturnValue:
    """The plans of the reader's network, or of the one asked for, with their versions and reviews."""
    actor = current_actor()
    place = network_or_404(request.args["network"]) if request.args.get("network") else current_network(actor)
    page = queries.list_plans(actor, place.id if place else None, cursor=request.args.get("cursor"))
    return render_template(
        "plans/index.html",
        plans=page.items,
        stages=STAGES,
        shown=beside(actor, page.items),
        ways=ways(actor, place) if place else [],
        path=record_path,
        place=place,
        may_begin=place is not None and _own_partner(place) is not None,
        older=url_for("plans.index", network=place.slug if place else None, cursor=page.next) if page.next else None,
    )


@blueprint.get("/<network>/plans")
@requires(Permission.READ_RECORD)
def of_network(network: str) -> ResponseReturnValue:
    """The list of one network."""
    network_or_404(network)
    return redirect(url_for("plans.index", network=network))


@blueprint.get("/<network>/plans/<handle>")
@requires(Permission.READ_RECORD)
def show(network: str, handle: str) -> ResponseReturnValue:
    """A plan: what is said about it, its versions, its reviews, comments."""
    plan = the_plan(network, handle)
    elsewhere = moved(plan)
    if elsewhere is not None:
        return elsewhere
    return _page(plan, VersionForm(formdata=None))


@blueprint.route("/<network>/plans/new", methods=["GET", "POST"])
@requires(Permission.WRITE_PLAN)
def new(network: str) -> ResponseReturnValue:
    """Begin the own city's plan."""
    partner = _own_partner(network_or_404(network))
    form = PlanForm()
    if partner is None:
        require(current_actor(), Permission.WRITE_PLAN, next(iter(network_or_404(network).partners), None))
        raise NotFound
    try:
        if form.validate_on_submit():
            with unit_of_work():
                target = record_path(services.create_plan(current_actor(), partner, form.values()))
            flash(_("The plan is begun. Add its first version."), "success")
            return redirect(f"{target}#versions", 303)
    except Invalid as error:
        form.take_errors(error)
    return _form(form, network, None)


@blueprint.route("/<network>/plans/<handle>/edit", methods=["GET", "POST"])
@requires(Permission.EDIT_PLAN)
def edit(network: str, handle: str) -> ResponseReturnValue:
    """Change what is said about the plan."""
    plan = the_plan(network, handle)
    require(current_actor(), Permission.EDIT_PLAN, plan)
    form = PlanForm()
    status = 0
    if not form.is_submitted():
        form.process(obj=plan, stage=plan.state, version=str(plan.version))
    try:
        if form.validate_on_submit():
            with unit_of_work():
                plan = the_plan(network, handle)
                services.edit_plan(current_actor(), plan, form.values(), form.seen_version())
                target = record_path(plan)
            flash(_("Saved."), "success")
            return redirect(target, 303)
    except Invalid as error:
        form.take_errors(error)
    except Stale:
        plan, status = the_plan(network, handle), 409
        form.version.data = str(plan.version)
    return _form(form, network, plan, status)


@blueprint.post("/<network>/plans/<handle>/versions")
@requires(Permission.EDIT_PLAN)
def add_version(network: str, handle: str) -> ResponseReturnValue:
    """Upload the next version."""
    actor, form, upload = current_actor(), VersionForm(), request.files.get("file")
    plan = the_plan(network, handle)
    require(actor, Permission.EDIT_PLAN, plan)
    if upload is None or not upload.filename:
        form.take_errors(Invalid({"file": _("Choose a file first.")}))
        return _page(plan, form, 422)
    limit = current_app.extensions["infocus.settings"].max_upload_bytes
    try:
        if not form.validate():
            return _page(plan, form, 422)
        with received(upload.stream, upload.filename, limit) as kept, unit_of_work():
            plan = the_plan(network, handle)
            services.add_version(actor, plan, kept, label=form.label.data or "", note=form.note.data or "")
            target = record_path(plan)
    except Invalid as error:
        form.take_errors(error)
        return _page(the_plan(network, handle), form, 422)
    flash(_("The new version is kept. Its text is being read."), "success")
    return redirect(f"{target}#versions", 303)


def _own_partner(network: Network) -> Partner | None:
    """The partner whose plan this person may begin, if any."""
    actor = current_actor()
    return next((p for p in network.partners if allows(actor, Permission.WRITE_PLAN, p)), None)


def _page(plan: Plan, form: VersionForm, status: int = 200) -> ResponseReturnValue:
    return shown(plan, form, UpdateForm(formdata=None), status)


def _form(form: PlanForm, network: str, plan: Plan | None, status: int = 0) -> ResponseReturnValue:
    back = record_path(plan) if plan else url_for("plans.index", network=network)
    wrong = bool(form.errors or form.form_errors)
    page = render_template("plans/edit.html", form=form, plan=plan, back=back, stale=plan if status == 409 else None)
    return page, status or (422 if wrong else 200)
