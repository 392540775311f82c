"""Several files for a meeting or one of its sessions: the form, without a script too, and its place on the page."""

from dataclasses import dataclass
from typing import Any

from flask import current_app, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from infocus.core.actor import Actor
from infocus.core.db import unit_of_work
from infocus.core.errors import AppError, Invalid
from infocus.core.i18n import LANGUAGES
from infocus.core.permissions import Permission, allows, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.library.uploads import clean_name, received
from infocus.meetings.arriving.services import add_as_output, under_way
from infocus.meetings.forms import AUDIENCES
from infocus.meetings.importing.services import imports_of
from infocus.meetings.models import KIND_WORDS, Meeting
from infocus.meetings.views import blueprint
from infocus.meetings.views.common import max_upload, the_meeting
from infocus.records.panels import Panel, record_panel
from infocus.records.urls import record_path
from infocus.settings import Settings


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of one file of a form: its output's title and address, or why it was refused."""

    name: str
    title: str = ""
    href: str = ""
    why: str = ""


def choosing(actor: Actor, meeting: Meeting, session: str = "") -> dict[str, Any]:
    """What the form of several files needs."""
    settings: Settings = current_app.extensions["infocus.settings"]
    sessions = [(each.id, f"{each.starts} {each.title}".strip()) for each in meeting.sessions]
    return {
        "meeting_path": record_path(meeting),
        "sessions": [("", _("The meeting as a whole")), *sessions],
        "session": session,
        "kinds": [("", _("By its name")), *((str(kind), word) for kind, word in KIND_WORDS.items())],
        "tongues": [("", _("By its text")), *LANGUAGES.items()],
        "audiences": AUDIENCES,
        "most": max_upload(),
        "most_files": settings.max_files_at_once,
        "waiting": [each for each in under_way(actor, meeting) if each.arrived],
        "days": settings.half_upload_days,
    }


@record_panel(Meeting, 5)
def adding_panel(actor: Actor, meeting: Meeting) -> Panel | None:
    """The place on a meeting's page where files are dropped."""
    if not allows(actor, Permission.UPLOAD_OUTPUT, meeting):
        return None
    return Panel("meetings/arriving/panel.html", choosing(actor, meeting), toc=("add", _("Add files")))


@blueprint.route("/<network>/meetings/<handle>/outputs/add", methods=["GET", "POST"])
@requires(Permission.UPLOAD_OUTPUT)
def add_outputs(network: str, handle: str) -> ResponseReturnValue:
    """Choose several files; without a script they come in one request, each kept or refused by itself."""
    actor, meeting = current_actor(), the_meeting(network, handle)
    require(actor, Permission.UPLOAD_OUTPUT, meeting)
    sent = [_take(actor, network, handle, file.stream, file.filename or "") for file in _files()]
    if request.method == "POST" and not sent:
        flash(_("Choose a file first."), "error")
    meeting = the_meeting(network, handle)
    if sent and all(each.href for each in sent):
        count = len(sent)
        flash(
            ngettext("%(num)d file is kept and being read.", "%(num)d files are kept and being read.", count), "success"
        )
        return redirect(record_path(meeting), 303)
    page = render_template(
        "meetings/arriving/add.html",
        meeting=meeting,
        sent=sent,
        imports=imports_of(meeting.id, actor.person),
        **choosing(actor, meeting, request.values.get("session", "")),
    )
    return page, 422 if request.method == "POST" else 200


def _files() -> list[Any]:
    settings: Settings = current_app.extensions["infocus.settings"]
    return [file for file in request.files.getlist("files") if file.filename][: settings.max_files_at_once]


def _take(actor: Actor, network: str, handle: str, stream: Any, name: str) -> Sent:
    values = {key: request.form.get(key, "") for key in ("session", "visibility", "language")}
    try:
        with received(stream, name, max_upload()) as upload, unit_of_work():
            output = add_as_output(actor, the_meeting(network, handle), upload, values)
            return Sent(upload.file_name, output.title, record_path(output))
    except Invalid as error:
        return Sent(clean_name(name), why=str(error))
    except AppError:
        return Sent(clean_name(name), why=_("You may not add outputs to this meeting any more."))
