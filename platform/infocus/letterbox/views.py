"""Files sent to a meeting by mail: one's own address, and the files that wait to be confirmed."""

from flask import Blueprint, current_app, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.actor import Actor
from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid, NotFound
from infocus.core.permissions import Permission, allows, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.letterbox import queries, services
from infocus.letterbox.models import MailedFile
from infocus.meetings.forms import OutputForm
from infocus.meetings.models import Meeting
from infocus.records.addresses import record_at
from infocus.records.panels import Panel, record_panel
from infocus.records.urls import record_path

blueprint = Blueprint("letterbox", __name__)


@record_panel(Meeting, 70)
def mailed_panel(actor: Actor, meeting: Meeting) -> Panel | None:
    """What waits, and the way to the address, for whoever may add outputs."""
    if not _is_open() or not allows(actor, Permission.UPLOAD_OUTPUT, meeting):
        return None
    return Panel("letterbox/panel.html", {"waiting": queries.count_waiting(actor, meeting)}, "aside")


@blueprint.get("/<network>/meetings/<handle>/by-mail")
@requires(Permission.UPLOAD_OUTPUT)
def by_mail(network: str, handle: str) -> ResponseReturnValue:
    """My address for this meeting, and my files that wait."""
    return _page(_meeting(network, handle))


@blueprint.post("/<network>/meetings/<handle>/by-mail")
@requires(Permission.UPLOAD_OUTPUT)
def make_address(network: str, handle: str) -> ResponseReturnValue:
    """Make my address for this meeting."""
    with unit_of_work():
        meeting = _meeting(network, handle)
        services.meeting_address(current_actor(), meeting, make=True)
        path = record_path(meeting)
    return redirect(f"{path}/by-mail", 303)


@blueprint.post("/<network>/meetings/<handle>/by-mail/<file_id>")
@requires(Permission.UPLOAD_OUTPUT)
def confirm_file(network: str, handle: str, file_id: str) -> ResponseReturnValue:
    """Make an output of a file, or drop it (``drop``)."""
    actor, form = current_actor(), OutputForm(prefix=file_id)
    try:
        with unit_of_work():
            meeting = _meeting(network, handle)
            path = f"{record_path(meeting)}/by-mail"
            row = queries.own_file(actor, meeting, file_id)
            if request.form.get("drop"):
                services.drop(row)
                said = _("The file is dropped.")
            else:
                form.offer_sessions(meeting)
                services.confirm(actor, row, form.values())
                said = _("The output is kept. Its text is being read; you can leave this page.")
    except Invalid as error:
        form.take_errors(error)
        return _page(_meeting(network, handle), {file_id: form}), 422
    flash(said, "success")
    return redirect(path, 303)


def _meeting(network: str, handle: str) -> Meeting:
    meeting = record_at(network, handle, Meeting)
    require(current_actor(), Permission.UPLOAD_OUTPUT, meeting)
    if not _is_open():
        raise NotFound
    return meeting


def _is_open() -> bool:
    return bool(current_app.extensions["infocus.settings"].letterbox_address)


def _page(meeting: Meeting, typed: dict[str, OutputForm] | None = None) -> str:
    actor = current_actor()
    page = queries.waiting_files(actor, meeting, request.args.get("cursor"))
    forms = {row.id: (typed or {}).get(row.id) or _form(row, actor) for row in page.items}
    for form in forms.values():
        form.offer_sessions(meeting)
    return render_template(
        "letterbox/files.html",
        meeting=meeting,
        path=record_path(meeting),
        address=services.meeting_address(actor, meeting),
        page=page,
        forms=forms,
        email=queries.address_of(actor),
    )


def _form(row: MailedFile, actor: Actor) -> OutputForm:
    name = row.file_name.rpartition(".")[0] or row.file_name
    return OutputForm(formdata=None, prefix=row.id, data={"title": row.subject or name, "language": actor.language})
