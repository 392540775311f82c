"""A version of a plan as text: contents, sections, rows to check; and as a Word file."""

from io import BytesIO

from flask import flash, redirect, render_template, request, send_file
from flask.typing import ResponseReturnValue
from flask_babel import force_locale
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid
from infocus.core.permissions import Permission, allows
from infocus.core.text import slug
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.engines.extraction.kinds import DOCX, PDF
from infocus.library.urls import document_path, file_path
from infocus.plans import editing
from infocus.plans.models import Plan, PlanVersion
from infocus.plans.paper import docx_of
from infocus.plans.queries import newest_with_text, numbers_with_text, rows_of, sections_of, version_of
from infocus.plans.tables import CELLS
from infocus.plans.views.blueprint import blueprint, the_plan
from infocus.plans.words import HEADS, TABLES
from infocus.records.holds import holds_of
from infocus.records.urls import record_path


@blueprint.get("/<network>/plans/<handle>/versions/<int:number>")
@requires(Permission.READ_RECORD)
def version(network: str, handle: str, number: int) -> ResponseReturnValue:
    """The text of a version, section by section."""
    plan = the_plan(network, handle)
    return _page(plan, version_of(plan, number))


@blueprint.get("/<network>/plans/<handle>/versions/<int:number>.docx")
@requires(Permission.READ_RECORD)
def version_docx(network: str, handle: str, number: int) -> ResponseReturnValue:
    """The version as a Word file, in the plan's language."""
    plan = the_plan(network, handle)
    found = version_of(plan, number)
    with force_locale(plan.language):
        data = docx_of(found)
    name = f"{slug(plan.title) or 'plan'}-{number}.docx"
    return send_file(BytesIO(data), mimetype=DOCX, as_attachment=True, download_name=name)


@blueprint.post("/<network>/plans/<handle>/versions/<int:number>/rows/<key>")
@requires(Permission.EDIT_PLAN)
def check_row(network: str, handle: str, number: int, key: str) -> ResponseReturnValue:
    """A row was read rightly, or is put right here."""
    plan = the_plan(network, handle)
    try:
        with unit_of_work():
            editing.check_row(current_actor(), plan, number, key, request.form)
    except Invalid as error:
        plan = the_plan(network, handle)
        return _page(plan, version_of(plan, number), wrong=(key, error.fields))
    flash(_("The row is checked."), "success")
    return redirect(f"{record_path(plan)}/versions/{number}#row-{key}", 303)


@blueprint.post("/<network>/plans/<handle>/versions/<int:number>/close")
@requires(Permission.EDIT_PLAN)
def close(network: str, handle: str, number: int) -> ResponseReturnValue:
    """End the editing of a version."""
    plan = the_plan(network, handle)
    with unit_of_work():
        editing.close_version(current_actor(), plan, number)
    flash(_("This version stays as it is now. Further changes begin the next one."), "success")
    return redirect(f"{record_path(plan)}/versions/{number}", 303)


def _page(plan: Plan, version: PlanVersion, wrong: tuple[str, dict[str, str]] = ("", {})) -> ResponseReturnValue:
    actor = current_actor()
    file = version.document.version(version.document_version) if version.document else None
    sections, newest = sections_of(plan, version.number), newest_with_text(plan)
    page = render_template(
        "plans/version.html",
        plan=plan,
        path=record_path(plan),
        version=version,
        file=file,
        pictured=file is not None and file.media_type == PDF,
        sections=sections,
        rows=rows_of(plan, version.number),
        keys={section.key for section in sections},
        readable=numbers_with_text(plan),
        cells=CELLS,
        heads=HEADS,
        tables=TABLES,
        document_path=document_path,
        file_path=file_path,
        may_edit=allows(actor, Permission.EDIT_PLAN, plan),
        is_newest=newest is not None and newest.number == version.number,
        holds=holds_of(plan),
        reader=actor.person,
        wrong_key=wrong[0],
        wrong=wrong[1],
        typed=request.form,
    )
    return page, 422 if wrong[0] else 200
