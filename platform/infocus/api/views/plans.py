"""Plans and their versions."""

from flask import Response
from flask_babel import gettext as _

from infocus.api.answers import answer, next_url
from infocus.api.lists import records
from infocus.api.operations import operation
from infocus.api.own import own_network, own_partner
from infocus.api.requests import check_match
from infocus.api.schemas.plans import (
    ChangesQuery,
    NewPlan,
    NewVersion,
    PlanChanges,
    PlanChangesShape,
    PlanShape,
    PlanVersionShape,
    VersionQuery,
    VersionTextShape,
    changes_shape,
    plan_shapes,
    plan_values,
    text_shape,
    version_shape,
)
from infocus.api.schemas.records import Listed, RecordQuery
from infocus.api.uploads import uploaded
from infocus.core.actor import Role
from infocus.core.db import db, unit_of_work
from infocus.core.errors import Invalid, NotFound
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.plans import services
from infocus.plans.models import Plan
from infocus.plans.queries import get_plan as read_plan
from infocus.plans.queries import newest_with_text, numbers_with_text, version_of

WRITERS = (Role.COORDINATOR, Role.OFFICER)


@operation("GET", "/plans", query=RecordQuery, shape=Listed[PlanShape])
@requires(Permission.READ_RECORD)
def list_plans(query: RecordQuery) -> Response:
    """Plans you may read, the newest change first."""
    page = records(current_actor(), Plan, query)
    return answer(Listed[PlanShape](items=plan_shapes(page.items), next=next_url(page.next)))


@operation("POST", "/plans", body=NewPlan, shape=PlanShape, status=201)
@requires(Permission.WRITE_PLAN)
def begin_plan(body: NewPlan) -> Response:
    """Begin a plan of your city, without a version yet."""
    actor = current_actor()
    with unit_of_work():
        network = own_network(actor, body.network, WRITERS)
        partner = own_partner(actor, network, body.partner, WRITERS)
        return _answer(services.create_plan(actor, partner, plan_values(body.model_dump(exclude_unset=True))), 201)


@operation("GET", "/plans/<record_id:plan_id>", shape=PlanShape)
@requires(Permission.READ_RECORD)
def get_plan(plan_id: str) -> Response:
    """One plan with its versions."""
    return _answer(read_plan(current_actor(), plan_id))


@operation("PATCH", "/plans/<record_id:plan_id>", body=PlanChanges, shape=PlanShape, matches=True)
@requires(Permission.EDIT_PLAN)
def change_plan(plan_id: str, body: PlanChanges) -> Response:
    """Change what is said about a plan: only what is sent is changed."""
    with unit_of_work():
        plan = read_plan(current_actor(), plan_id)
        check_match(plan.version)
        values = plan_values(body.model_dump(exclude_unset=True), plan)
        return _answer(services.edit_plan(current_actor(), plan, values))


@operation("GET", "/plans/<record_id:plan_id>/versions", shape=Listed[PlanVersionShape])
@requires(Permission.READ_RECORD)
def list_versions(plan_id: str) -> Response:
    """All versions of a plan, the newest first."""
    plan = read_plan(current_actor(), plan_id)
    shapes = [version_shape(version) for version in reversed(plan.versions)]
    return answer(Listed[PlanVersionShape](items=shapes))


@operation("POST", "/plans/<record_id:plan_id>/versions", form=NewVersion, shape=PlanVersionShape, status=201)
@requires(Permission.EDIT_PLAN)
def add_version(plan_id: str, body: NewVersion) -> Response:
    """Upload the next version. Its text is read afterwards: ask its document how far it is."""
    actor = current_actor()
    require(actor, Permission.EDIT_PLAN, read_plan(actor, plan_id))
    with uploaded() as upload, unit_of_work():
        if upload is None:
            raise Invalid({"file": _("Choose a file first.")})
        plan = read_plan(actor, plan_id)
        made = services.add_version(actor, plan, upload, label=body.label, note=body.note)
        db.session.flush()
        return answer(version_shape(made), 201)


@operation("GET", "/plans/<record_id:plan_id>/sections", query=VersionQuery, shape=VersionTextShape)
@requires(Permission.READ_RECORD)
def get_sections(plan_id: str, query: VersionQuery) -> Response:
    """The sections of a version, and the rows of its action and risk tables."""
    plan = read_plan(current_actor(), plan_id)
    version = newest_with_text(plan) if query.version is None else version_of(plan, query.version)
    if version is None:
        raise NotFound
    return answer(text_shape(plan, version.number))


@operation("GET", "/plans/<record_id:plan_id>/changes", query=ChangesQuery, shape=PlanChangesShape)
@requires(Permission.READ_RECORD)
def get_changes(plan_id: str, query: ChangesQuery) -> Response:
    """What changed from one version to another, section by section and row by row."""
    plan = read_plan(current_actor(), plan_id)
    readable = numbers_with_text(plan)
    new = version_of(plan, query.new or next(reversed(readable), None))
    old = version_of(plan, query.old or next((each for each in reversed(readable) if each < new.number), None))
    return answer(changes_shape(plan, old.number, new.number))


def _answer(plan: Plan, status: int = 200) -> Response:
    db.session.flush()
    return answer(plan_shapes([plan])[0], status, version=plan.version)
