"""Importing a folder: choose the ZIP, see how far it is, read and take away the report."""

from flask import current_app, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import Select, func, select

from infocus.core.db import db, unit_of_work
from infocus.core.errors import Invalid
from infocus.core.paging import Page, keyset
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.core.web.links import base_url
from infocus.engines.bound import engines
from infocus.engines.storage.port import TooLarge
from infocus.meetings.arriving.adding import choosing
from infocus.meetings.importing import services
from infocus.meetings.importing.models import ImportedFile, Outcome, OutputImport
from infocus.meetings.models import Meeting, Output
from infocus.meetings.views import blueprint
from infocus.meetings.views.common import the_meeting
from infocus.networks.views.tables import csv_answer
from infocus.records.queries import visible
from infocus.records.urls import record_path
from infocus.settings import Settings

WORDS = {
    Outcome.KEPT: _l("Kept"),
    Outcome.REMARKED: _l("Kept, with a remark"),
    Outcome.THERE: _l("Already there"),
    Outcome.REFUSED: _l("Refused"),
}


@blueprint.route("/<network>/meetings/<handle>/outputs/import", methods=["GET", "POST"])
@requires(Permission.UPLOAD_OUTPUT)
def import_folder(network: str, handle: str) -> ResponseReturnValue:
    """Choose a ZIP; without a script it comes in one request."""
    actor, meeting = current_actor(), the_meeting(network, handle)
    require(actor, Permission.UPLOAD_OUTPUT, meeting)
    problem = ""
    if request.method == "POST":
        try:
            return redirect(f"/imports/{_received(network, handle)}", 303)
        except Invalid as error:
            problem = str(error)
    settings: Settings = current_app.extensions["infocus.settings"]
    meeting = the_meeting(network, handle)
    page = render_template(
        "meetings/importing/new.html",
        meeting=meeting,
        problem=problem,
        imports=services.imports_of(meeting.id, actor.person),
        most_zip=settings.max_import_mb * 1_000_000,
        most_entries=settings.max_import_files,
        **choosing(actor, meeting, request.values.get("session", "")),
    )
    return page, 422 if problem else 200


def _received(network: str, handle: str) -> str:
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        raise Invalid({"file": _("Choose a file first.")})
    settings: Settings = current_app.extensions["infocus.settings"]
    try:
        stored = engines().storage.put(sent.stream, settings.max_import_mb * 1_000_000)
    except TooLarge:
        why = _("This file is larger than %(most)d MB. Nothing was kept.", most=settings.max_import_mb)
        raise Invalid({"file": why}) from None
    try:
        with unit_of_work():
            meeting = the_meeting(network, handle)
            return services.begin_import(current_actor(), meeting, stored, sent.filename, request.form).id
    except BaseException:
        engines().storage.delete(stored.key)
        raise


@blueprint.get("/imports/<import_id>")
@requires(Permission.UPLOAD_OUTPUT)
def import_state(import_id: str) -> ResponseReturnValue:
    """How far an import is, and its report so far; ``outcome`` narrows the list."""
    begun = services.get_import(current_actor(), import_id)
    wanted = request.args.get("outcome", "")
    page = _lines(begun, wanted, request.args.get("cursor"))
    return render_template(
        "meetings/importing/show.html",
        begun=begun,
        meeting_path=record_path(db.session.get_one(Meeting, begun.meeting_id)),
        page=page,
        outputs=_outputs([line.output_id for line in page.items if line.output_id]),
        counts=_counts(begun.id),
        words=WORDS,
        wanted=wanted if wanted in set(Outcome) else "",
        over=begun.ended_at is not None,
        record_path=record_path,
    )


@blueprint.get("/imports/<import_id>/report.csv")
@requires(Permission.UPLOAD_OUTPUT)
def import_report(import_id: str) -> ResponseReturnValue:
    """The report as a table for Excel: UTF-8 with its mark; cells that would be formulas are texts."""
    begun = services.get_import(current_actor(), import_id)
    lines = list(db.session.scalars(_report_of(begun.id).order_by(ImportedFile.number)))
    outputs = _outputs([line.output_id for line in lines if line.output_id])
    titles = [_("File"), _("What became of it"), _("Why"), _("Title"), _("Address")]
    rows = [[line.name, str(WORDS[Outcome(line.outcome)]), line.why, *_shown(outputs, line)] for line in lines]
    return csv_answer(f"import-{begun.id}", [titles, *rows])


def _report_of(import_id: str) -> Select[ImportedFile]:
    return select(ImportedFile).where(ImportedFile.import_id == import_id)


def _shown(outputs: dict[str, Output], line: ImportedFile) -> list[str]:
    """Title and address of a line's output, while there is one to be read."""
    output = outputs.get(line.output_id or "")
    return [output.title, base_url() + record_path(output)] if output else ["", ""]


def _lines(begun: OutputImport, outcome: str, cursor: str | None) -> Page[ImportedFile]:
    query = _report_of(begun.id)
    if outcome in set(Outcome):
        query = query.where(ImportedFile.outcome == outcome)
    key = [ImportedFile.number]
    return keyset(query, key, lambda line: [str(line.number)], cursor=cursor, limit=50, parse=lambda v: [int(v[0])])


def _outputs(ids: list[str]) -> dict[str, Output]:
    if not ids:
        return {}
    rows = db.session.scalars(visible(current_actor(), Output).where(Output.id.in_(ids))).unique()
    return {row.id: row for row in rows}


def _counts(import_id: str) -> dict[str, int]:
    query = select(ImportedFile.outcome, func.count()).where(ImportedFile.import_id == import_id)
    return {str(outcome): int(count) for outcome, count in db.session.execute(query.group_by(ImportedFile.outcome))}
