"""Decisions and actions of a meeting, and the list of actions across all of them."""

from collections.abc import Callable

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid
from infocus.core.permissions import Permission, allows, require
from infocus.core.web.actor import current_actor
from infocus.core.web.back import own_path
from infocus.core.web.guard import requires
from infocus.meetings.agreed import queries, services
from infocus.meetings.agreed.queries import Wanted, Which
from infocus.meetings.models import Meeting, MeetingAction
from infocus.meetings.views import blueprint
from infocus.meetings.views.common import partner_choices, the_meeting
from infocus.networks.context import current_network
from infocus.networks.views.tables import csv_answer
from infocus.records.urls import record_path

PART = "X-Part"
"""Asks for the part of the page that changed, not for the page: the minutes' script does."""


def task_of_request() -> services.Task:
    """What the form says of an action."""
    names = ("what", "partner", "person", "due", "section")
    return services.Task(**{name: request.form.get(name, "") for name in names})


def marked(meeting: Meeting, section: str) -> str:
    """What is marked in a section of the minutes."""
    return render_template(
        "meetings/agreed/marked.html",
        decisions=[each for each in meeting.decisions if each.section == section],
        actions=[each for each in meeting.actions if each.section == section],
        late=queries.days_late,
    )


def _note(network: str, handle: str, act: Callable[[Meeting], object], anchor: str) -> ResponseReturnValue:
    """Store one line on a meeting; what is wrong is said where it was typed."""
    part, section = PART in request.headers, request.form.get("section", "")
    try:
        with unit_of_work():
            meeting = the_meeting(network, handle)
            act(meeting)
    except Invalid as error:
        if part:
            return {"message": str(error)}, 422
        flash(str(error), "error")
    meeting = the_meeting(network, handle)
    if part:
        return marked(meeting, section)
    return redirect(own_path(request.form.get("back"), f"{record_path(meeting)}#{anchor}"), 303)


@blueprint.post("/<network>/meetings/<handle>/decisions")
@requires(Permission.WRITE_MINUTES)
def add_decision(network: str, handle: str) -> ResponseReturnValue:
    """Note a decision."""
    text, agreed, section = (request.form.get(name, "") for name in ("text", "agreed", "section"))
    actor = current_actor()
    return _note(network, handle, lambda meeting: services.add_decision(actor, meeting, text, agreed, section), "de")


@blueprint.post("/<network>/meetings/<handle>/actions")
@requires(Permission.WRITE_MINUTES)
def add_action(network: str, handle: str) -> ResponseReturnValue:
    """Note an action."""
    task, actor = task_of_request(), current_actor()
    return _note(network, handle, lambda meeting: services.add_action(actor, meeting, task), "ac")


@blueprint.get("/<network>/meetings/<handle>/marked")
@requires(Permission.WRITE_MINUTES)
def marked_part(network: str, handle: str) -> ResponseReturnValue:
    """What is marked in one ``section`` of the minutes, for who has them open."""
    meeting = the_meeting(network, handle)
    require(current_actor(), Permission.WRITE_MINUTES, meeting)
    return marked(meeting, request.args.get("section", ""))


@blueprint.post("/actions/<action_id>")
@requires(Permission.WRITE_MINUTES)
def settle_action(action_id: str) -> ResponseReturnValue:
    """Close an action (``done=1``, with a ``reason`` as dropped) or open it again."""
    done, reason = request.form.get("done") != "0", request.form.get("reason", "")
    with unit_of_work():
        action = services.get_action(current_actor(), action_id)
        if not services.settle_action(current_actor(), action, done=done, dropped_because=reason):
            _say_settled(action)
        target = f"{record_path(action.meeting)}#a-{action.id}"
    return redirect(own_path(request.form.get("back"), target), 303)


def _say_settled(action: MeetingAction) -> None:
    """Somebody was first."""
    if action.done_at is None:
        flash(_("This action is open already."))
    elif action.closer is None:
        flash(_("This action is closed already."))
    else:
        flash(_("%(name)s has closed this action already.", name=action.closer.shown_name))


@blueprint.route("/actions/<action_id>/edit", methods=["GET", "POST"])
@requires(Permission.WRITE_MINUTES)
def edit_action(action_id: str) -> ResponseReturnValue:
    """Say anew what is to be done, by whom and when; or drop it with a reason."""
    action = services.get_action(current_actor(), action_id)
    require(current_actor(), Permission.WRITE_MINUTES, action.meeting)
    errors: dict[str, str] = {}
    typed = stored_task(action)
    if request.method == "POST":
        typed = task_of_request()
        try:
            with unit_of_work():
                action = services.get_action(current_actor(), action_id)
                services.edit_action(current_actor(), action, typed)
                target = f"{record_path(action.meeting)}#a-{action.id}"
        except Invalid as error:
            errors, action = error.fields, services.get_action(current_actor(), action_id)
        else:
            flash(_("Saved."), "success")
            return redirect(own_path(request.form.get("back"), target), 303)
    meeting = action.meeting
    page = render_template(
        "meetings/agreed/edit.html",
        action=action,
        typed=typed,
        errors=errors,
        meeting=meeting,
        path=record_path(meeting),
        partners=partner_choices(meeting.network_id),
        people=queries.people_of(meeting.network_id),
    )
    return page, 422 if errors else 200


def stored_task(action: MeetingAction) -> services.Task:
    """An action as its form has it."""
    partner = action.partner.slug if action.partner else ""
    return services.Task(action.what, partner, action.person_id or "", action.due, action.section)


def _wanted() -> Wanted:
    which = request.args.get("which", Which.OPEN)
    return Wanted(
        which=Which(which) if which in set(Which) else Which.OPEN,
        partner=tuple(request.args.getlist("partner")[:30]),
        network=tuple(request.args.getlist("network")[:20]),
        mine=bool(request.args.get("mine")),
    )


@blueprint.get("/meetings/actions")
@requires(Permission.READ_RECORD)
def actions() -> ResponseReturnValue:
    """Actions of all meetings this reader may read."""
    actor, wanted = current_actor(), _wanted()
    network = current_network(actor)
    page = queries.list_actions(actor, wanted, cursor=request.args.get("cursor"))
    return render_template(
        "meetings/agreed/index.html",
        page=page,
        wanted=wanted,
        partners=partner_choices(network.id)[1:] if network else [],
        late=queries.days_late,
        record_path=record_path,
        may=lambda action: allows(actor, Permission.WRITE_MINUTES, action.meeting),
        words=which_words(),
    )


def which_words() -> dict[str, str]:
    """The choices of the list in the reader's language."""
    return {Which.OPEN: _("Open"), Which.LATE: _("Overdue"), Which.CLOSED: _("Closed"), Which.ALL: _("All")}


@blueprint.get("/meetings/actions.csv")
@requires(Permission.READ_RECORD)
def actions_csv() -> ResponseReturnValue:
    """The same list as a table, up to 1,000 rows."""
    actor, wanted = current_actor(), _wanted()
    titles = [_("What"), _("City"), _("Person"), _("By"), _("State"), _("Closed on"), _("Meeting"), _("Address")]
    rows: list[list[object]] = []
    cursor: str | None = None
    for _page in range(10):
        page = queries.list_actions(actor, wanted, cursor=cursor, limit=100)
        rows += [_cells(row) for row in page.items]
        cursor = page.next
        if cursor is None:
            break
    return csv_answer("actions", [titles, *rows])


def _cells(row: MeetingAction) -> list[object]:
    state = _("Dropped") if row.dropped else _("Done") if row.done_at else _("Open")
    return [
        row.what,
        row.partner.label if row.partner else "",
        row.person.shown_name if row.person else "",
        row.due,
        state,
        row.done_at.date().isoformat() if row.done_at else "",
        row.meeting.title,
        record_path(row.meeting),
    ]
