"""Editing one section or one row: who has it open, saving, and both texts where two saved."""

from collections.abc import Mapping

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.plans import editing
from infocus.plans.editing import Target, target_of
from infocus.plans.models import Plan
from infocus.plans.views.blueprint import blueprint, the_plan
from infocus.plans.words import HEADS
from infocus.records.holds import RecordHold, release_hold, take_hold
from infocus.records.urls import record_path


@blueprint.route("/<network>/plans/<handle>/parts/<key>", methods=["GET", "POST"])
@requires(Permission.EDIT_PLAN)
def edit_part(network: str, handle: str, key: str) -> ResponseReturnValue:
    """Edit a section or a row; opening takes the hold."""
    actor, plan = current_actor(), the_plan(network, handle)
    require(actor, Permission.EDIT_PLAN, plan)
    target = target_of(plan, key)
    if request.method == "GET":
        with unit_of_work():
            other = take_hold(actor, plan, key)
        return _form(plan, target, target.fields, target.fields, other=other)
    typed = {name: request.form.get(name, "") for name in target.fields}
    base = {name: request.form.get(f"base-{name}", "") for name in target.fields}
    try:
        with unit_of_work():
            version = editing.save_target(actor, plan, key, typed, base)
            goal = f"{record_path(plan)}/versions/{version.number}#{_anchor(target)}"
    except Invalid as error:
        return _form(the_plan(network, handle), target, typed, base, wrong=error.fields)
    except Conflict as error:
        plan = the_plan(network, handle)
        now = error.current if isinstance(error.current, Target) else target_of(plan, key)
        return _both(plan, now, typed, base)
    flash(_("Saved in version %(number)s.", number=version.number), "success")
    return redirect(goal, 303)


@blueprint.post("/<network>/plans/<handle>/parts/<key>/hold")
@requires(Permission.EDIT_PLAN)
def keep_hold(network: str, handle: str, key: str) -> ResponseReturnValue:
    """A sign of life from whoever has it open; ``leave`` ends the hold."""
    actor, plan = current_actor(), the_plan(network, handle)
    require(actor, Permission.EDIT_PLAN, plan)
    target = target_of(plan, key)
    with unit_of_work():
        if request.form.get("leave"):
            release_hold(actor, plan, key)
        else:
            take_hold(actor, plan, key)
    if request.form.get("leave"):
        return redirect(f"{record_path(plan)}/versions/{target.version}#{_anchor(target)}", 303)
    return "", 204


def _anchor(target: Target) -> str:
    return f"row-{target.key}" if target.kind else f"s-{target.key}"


def _form(
    plan: Plan,
    target: Target,
    typed: Mapping[str, str],
    base: Mapping[str, str],
    *,
    other: RecordHold | None = None,
    wrong: Mapping[str, str] | None = None,
) -> ResponseReturnValue:
    page = render_template(
        "plans/part.html",
        plan=plan,
        path=record_path(plan),
        target=target,
        typed=typed,
        base=base,
        other=other,
        wrong=wrong or {},
        heads=HEADS,
        limits={"title": editing.MOST_TITLE, "text": editing.MOST_TEXT},
        most=editing.MOST_CELL,
        anchor=_anchor(target),
    )
    return page, 422 if wrong else 200


def _both(plan: Plan, now: Target, typed: Mapping[str, str], base: Mapping[str, str]) -> ResponseReturnValue:
    page = render_template(
        "plans/both.html",
        plan=plan,
        path=record_path(plan),
        target=now,
        typed=typed,
        base=base,
        differing=[name for name in now.fields if now.fields[name] != typed.get(name)],
        heads=HEADS,
        anchor=_anchor(now),
    )
    return page, 409
