"""The page of a transfer, written by the city that receives, commented on by the one that helps."""

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.comments.queries import discussion
from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid, Stale
from infocus.core.permissions import Permission, allows, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.notifications.services import mark_path_read
from infocus.practices.transfers import checkpoints, ledger, services
from infocus.practices.transfers.forms import TransferForm, transfer_form
from infocus.practices.transfers.models import OPENED, PLAN, Transfer
from infocus.practices.transfers.views.choosing import mentors_for, own_records
from infocus.practices.transfers.words import CHOICES, STAGES, USED, month_word, step_word
from infocus.practices.views import blueprint
from infocus.records.addresses import expected_version, moved, record_at, to_record
from infocus.records.models import Record
from infocus.records.panels import actions_of, panels_of
from infocus.records.policy import may_read
from infocus.records.queries import get_record
from infocus.records.urls import record_path


@blueprint.get("/<network>/transfers/<handle>")
@requires(Permission.READ_RECORD)
def transfer(network: str, handle: str) -> ResponseReturnValue:
    """One transfer. An old slug leads to the present one."""
    found = record_at(network, handle, Transfer)
    return moved(found) or _page(found)


def _page(found: Transfer, error: str = "", wrong: str = "") -> str:
    """``error`` belongs to the form ``wrong`` (``stop`` or a checkpoint's month), which holds what was typed."""
    actor = current_actor()
    practice = found.practice
    plan_record = get_plan(found)
    return render_template(
        "practices/transfers/show.html",
        transfer=found,
        practice=practice if may_read(actor, practice) else None,
        practice_path=record_path(practice),
        plan_record=plan_record,
        plan_path=record_path(plan_record) if plan_record else "",
        steps=ledger.steps_of(found),
        later=OPENED[OPENED.index(found.state) + 1 :][:1] if found.state in OPENED else (),
        path=record_path(found),
        may_edit=allows(actor, Permission.EDIT_TRANSFER, found),
        discussion=discussion(actor, found),
        panels=panels_of(actor, found),
        actions=actions_of(actor, found),
        words={"stages": STAGES, "choices": CHOICES, "used": USED},
        step_word=step_word,
        month_word=month_word,
        plan_due=next((row for row in found.checkpoints if row.month == PLAN), None),
        error=error,
        wrong=wrong,
    )


def get_plan(found: Transfer) -> Record | None:
    """The record the plan stands in, for those who may read it."""
    if found.plan_record_id is None:
        return None
    allowed = [row for row in own_records(current_actor(), found.partner_id) if row.id == found.plan_record_id]
    return get_record(current_actor(), allowed[0].id, Record) if allowed else None


@blueprint.route("/<network>/transfers/<handle>/edit", methods=["GET", "POST"])
@requires(Permission.EDIT_TRANSFER)
def edit_transfer(network: str, handle: str) -> ResponseReturnValue:
    """The form; after a lost race it holds what was typed, and the page says what is stored."""
    found = _editable(network, handle)
    form, status = _form(found), 200
    if request.method == "POST":
        status = 422
        try:
            if form.validate():
                with unit_of_work():
                    found = _editable(network, handle)
                    services.change(current_actor(), found, form.values(), expected=form.seen_version())
                flash(_("The transfer is saved."), "success")
                return to_record(_editable(network, handle))
        except Invalid as error:
            form.take_errors(error)
        except Stale:
            status = 409
    found = _editable(network, handle)
    if status == 409:
        form.version.data = str(found.version)
    page = render_template(
        "practices/transfers/edit.html",
        practice=found.practice,
        form=form,
        transfer=found,
        stored=found if status == 409 else None,
        path=record_path(found),
    )
    return page, status


@blueprint.post("/<network>/transfers/<handle>/stage")
@requires(Permission.EDIT_TRANSFER)
def move_on(network: str, handle: str) -> ResponseReturnValue:
    """Move to another stage by one button."""
    with unit_of_work():
        found = _editable(network, handle)
        services.change(
            current_actor(), found, {"stage": request.form.get("stage", "")}, expected=expected_version()
        )  # fmt: skip
    flash(_("Kept. The city that wrote the practice is told."), "success")
    return to_record(_editable(network, handle))


@blueprint.post("/<network>/transfers/<handle>/stop")
@requires(Permission.EDIT_TRANSFER)
def stop_transfer(network: str, handle: str) -> ResponseReturnValue:
    """Give it up, and say what failed."""
    try:
        with unit_of_work():
            found = _editable(network, handle)
            services.stop(current_actor(), found, request.form.get("failed", ""), expected=expected_version())
    except Invalid as error:
        return _page(_editable(network, handle), " ".join(error.fields.values()), "stop"), 422
    flash(_("Stopped. What failed stays for the next city."), "success")
    return to_record(_editable(network, handle))


@blueprint.post("/<network>/transfers/<handle>/go-on")
@requires(Permission.EDIT_TRANSFER)
def go_on_with_transfer(network: str, handle: str) -> ResponseReturnValue:
    """Take it up again."""
    try:
        with unit_of_work():
            services.go_on(current_actor(), _editable(network, handle))
        flash(_("The transfer goes on."), "success")
    except Conflict as error:
        flash(error.message, "error")
    return to_record(_editable(network, handle))


@blueprint.post("/<network>/transfers/<handle>/checkpoints/<int:month>")
@requires(Permission.EDIT_TRANSFER)
def answer_checkpoint(network: str, handle: str, month: int) -> ResponseReturnValue:
    """Look back."""
    try:
        with unit_of_work():
            found = _editable(network, handle)
            checkpoints.answer(current_actor(), found, month, request.form.get("text", ""))
            mark_path_read(current_actor(), f"{record_path(found)}#month-{month}")
    except Invalid as error:
        return _page(_editable(network, handle), " ".join(error.fields.values()), str(month)), 422
    flash(_("Kept."), "success")
    return to_record(_editable(network, handle), f"#month-{month}")


@blueprint.post("/<network>/transfers/<handle>/remove")
@requires(Permission.EDIT_TRANSFER)
def remove_transfer(network: str, handle: str) -> ResponseReturnValue:
    """Take the whole transfer back."""
    with unit_of_work():
        found = _editable(network, handle)
        readable = may_read(current_actor(), found.practice)
        back = record_path(found.practice) + "#used" if readable else f"/{found.network.slug}/transfers"
        services.remove(current_actor(), found, expected=expected_version())
    flash(_("Taken back."), "success")
    return redirect(back, 303)


def _editable(network: str, handle: str) -> Transfer:
    found = record_at(network, handle, Transfer)
    require(current_actor(), Permission.EDIT_TRANSFER, found)
    return found


def _form(found: Transfer) -> TransferForm:
    cities = [found.partner] if found.partner else []
    own = own_records(current_actor(), found.partner_id)
    return transfer_form(found, cities, mentors_for(found.network, cities), own, "")
