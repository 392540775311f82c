"""The report as files, the page on which it is asked for, and its place on the meeting's page."""

import structlog
from flask import Response, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.i18n import LANGUAGES, select_locale
from infocus.core.limits import limits
from infocus.core.permissions import Permission
from infocus.core.text import slug
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.core.web.links import base_url
from infocus.engines.typesetting.port import TypesettingError
from infocus.engines.writing.docx import MEDIA_TYPE as DOCX
from infocus.engines.writing.sheet import Sheet
from infocus.meetings.models import Meeting, MeetingState
from infocus.meetings.people.days import is_over
from infocus.meetings.report.paper import Wanted
from infocus.meetings.report.queries import material_for
from infocus.meetings.report.services import as_docx, as_pdf, report_for
from infocus.meetings.views import blueprint
from infocus.meetings.views.common import the_meeting
from infocus.records.panels import Action, record_action
from infocus.records.urls import record_path

PRINTS = "20/10 minutes"
log = structlog.get_logger()


@record_action(Meeting, 70)
def report_button(actor: Actor, meeting: Meeting) -> Action | None:
    """The way to the report, once there is something to report."""
    if meeting.state == MeetingState.CANCELLED or not (meeting.state == MeetingState.HELD or is_over(meeting)):
        return None
    return Action(_("Report"), f"{record_path(meeting)}/report", "", "download")


@blueprint.get("/<network>/meetings/<handle>/report")
@requires(Permission.READ_RECORD)
def report(network: str, handle: str) -> ResponseReturnValue:
    """Choose the language and whether the minutes are in it; what the report holds for this reader."""
    meeting, wanted = the_meeting(network, handle), asked()
    return render_template(
        "meetings/report/choose.html",
        meeting=meeting,
        path=record_path(meeting),
        material=material_for(current_actor(), meeting),
        wanted=wanted,
        tongues=LANGUAGES,
    )


@blueprint.get("/<network>/meetings/<handle>/report.pdf")
@requires(Permission.READ_RECORD)
def meeting_report_pdf(network: str, handle: str) -> ResponseReturnValue:
    """The report to read, to print and to send on."""
    meeting, made = _made(network, handle)
    path = record_path(meeting)
    db.session.remove()  # nothing of the database is held while the child works
    try:
        content = as_pdf(made)
    except TypesettingError as error:
        log.warning("report_not_set", meeting=handle, why=str(error))
        flash(_("The PDF could not be made just now. The DOCX holds the same."), "error")
        return redirect(f"{path}/report")
    return _file(content, "application/pdf", made, "pdf")


@blueprint.get("/<network>/meetings/<handle>/report.docx")
@requires(Permission.READ_RECORD)
def meeting_report_docx(network: str, handle: str) -> ResponseReturnValue:
    """The report to go on with."""
    _meeting, made = _made(network, handle)
    db.session.remove()
    return _file(as_docx(made), DOCX, made, "docx")


def asked() -> Wanted:
    """What the address asks for: a language of ours, the reader's own without one; with the minutes, or without."""
    language = request.args.get("language", "")
    own = select_locale().partition("_")[0]
    return Wanted(
        language=language if language in LANGUAGES else own,
        minutes=request.args.get("minutes") == "1",
        base=base_url(),
    )


def _made(network: str, handle: str) -> tuple[Meeting, Sheet]:
    actor, meeting = current_actor(), the_meeting(network, handle)
    limits().hit(PRINTS, "meeting-report", actor.person or request.remote_addr or "")
    return meeting, report_for(actor, meeting, asked())


def _file(content: bytes, media_type: str, made: Sheet, ending: str) -> Response:
    title, words = slug(made.paper.title, 40) or "meeting", slug(made.paper.subtitle) or "report"
    answer = Response(content, mimetype=media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{title}-{words}.{ending}"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
