"""Two versions of a plan compared."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from infocus.core.errors import NotFound
from infocus.core.numbers import whole
from infocus.core.permissions import Permission
from infocus.core.web.guard import requires
from infocus.plans.comparing import Change, changes, row_changes, tally
from infocus.plans.queries import numbers_with_text, version_of
from infocus.plans.views.blueprint import blueprint, the_plan
from infocus.plans.words import HEADS, TABLES
from infocus.records.urls import record_path


@blueprint.get("/<network>/plans/<handle>/compare")
@requires(Permission.READ_RECORD)
def compare(network: str, handle: str) -> ResponseReturnValue:
    """What changed from one version to another; without numbers, to the newest from the one before."""
    plan = the_plan(network, handle)
    readable = numbers_with_text(plan)
    if len(readable) < 2:
        raise NotFound
    new = whole(request.args.get("to")) or readable[-1]
    old = whole(request.args.get("from")) or max((each for each in readable if each < new), default=readable[0])
    versions = version_of(plan, old), version_of(plan, new)
    sections, rows = changes(plan, old, new), row_changes(plan, old, new)
    return render_template(
        "plans/compare.html",
        plan=plan,
        path=record_path(plan),
        old=versions[0],
        new=versions[1],
        readable=readable,
        sections=sections,
        rows=[row for row in rows if row.state != Change.SAME],
        tally=tally(sections),
        row_tally=tally(rows),
        heads=HEADS,
        tables=TABLES,
    )
