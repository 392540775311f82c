"""Use cases of a plan: begin it, change what is said about it, add a version from a file."""

from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _

from infocus.core import clock
from infocus.core.actor import Actor, Role
from infocus.core.dates import StatedDate
from infocus.core.db import db
from infocus.core.errors import Invalid, NotAllowed
from infocus.core.ids import new_id
from infocus.core.permissions import Permission, require
from infocus.library.models import DocumentRole
from infocus.library.services import add_document
from infocus.library.services import add_version as add_document_version
from infocus.library.uploads import Upload
from infocus.networks.models import Partner
from infocus.plans.models import Plan, PlanVersion, Stage
from infocus.records.models import Visibility
from infocus.records.services import check_updates, check_version, save

WIDE = frozenset({Visibility.ALL, Visibility.PUBLIC})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanValues:
    """What is typed about a plan. ``adopted_on`` is a stated date; ``decision`` names the council's decision."""

    title: str
    summary: str = ""
    language: str = "en"
    visibility: str = Visibility.NETWORK
    stage: str = Stage.DRAFT
    decision: str = ""
    adopted_on: str = ""


def create_plan(actor: Actor, partner: Partner, values: PlanValues) -> Plan:
    """A plan of ``partner``, without a version yet."""
    require(actor, Permission.WRITE_PLAN, partner)
    check_updates(partner.network)
    _check(values)
    _check_reach(actor, partner.network_id, partner.id, values.visibility)
    plan = Plan(
        id=new_id(), network_id=partner.network_id, partner_id=partner.id, author_id=actor.person, state=values.stage
    )
    _fill(plan, values)
    save(plan)
    db.session.refresh(plan, ["network", "partner", "author"])
    return plan


def edit_plan(actor: Actor, plan: Plan, values: PlanValues, expected_version: int | None = None) -> Plan:
    """Change what is said about the plan. Raises ``Stale`` when it has changed since ``expected_version``."""
    require(actor, Permission.EDIT_PLAN, plan)
    check_updates(plan.network)
    check_version(plan, expected_version)
    _check(values)
    if values.visibility != plan.visibility:
        _check_reach(actor, plan.network_id, plan.partner_id, values.visibility)
    _fill(plan, values)
    save(plan)
    return plan


def add_version(
    actor: Actor, plan: Plan, upload: Upload, *, label: str = "", note: str = "", at: datetime | None = None
) -> PlanVersion:
    """The next version, from an uploaded file; its text is read and compared afterwards."""
    require(actor, Permission.EDIT_PLAN, plan)
    check_updates(plan.network)
    if len(label) > 80 or len(note) > 300:
        raise Invalid({"label" if len(label) > 80 else "note": _("This text is too long.")})
    number = plan.current.number + 1 if plan.current else 1
    document = next((each.document for each in reversed(plan.versions) if each.document), None)
    if plan.current and plan.current.is_open:
        plan.current.closed_at = clock.now()
    if document is None:
        document = add_document(plan, DocumentRole.PLAN, upload, by=actor.person, language=plan.language, note=note)
        file_number = 1
    else:
        file_number = add_document_version(document, upload, by=actor.person, note=note).number
    version = PlanVersion(
        number=number,
        label=label,
        note=note,
        document_id=document.id,
        document_version=file_number,
        created_by=actor.person,
        created_at=at or clock.now(),
    )
    plan.versions.append(version)
    save(plan, at=at)
    return version


def _fill(plan: Plan, values: PlanValues) -> None:
    for name in ("title", "summary", "language", "visibility", "decision", "adopted_on"):
        setattr(plan, name, getattr(values, name))
    plan.state = values.stage


def _check(values: PlanValues) -> None:
    rules = (
        ("title", bool(values.title) and len(values.title) <= 200, _("A title of at most 200 characters.")),
        ("summary", len(values.summary) <= 600, _("At most 600 characters.")),
        ("stage", values.stage in set(Stage), _("There is no such stage.")),
        ("visibility", values.visibility in set(Visibility) - {Visibility.PANEL}, _("There is no such audience.")),
        ("decision", len(values.decision) <= 200, _("At most 200 characters.")),
        ("adopted_on", not values.adopted_on or _is_stated(values.adopted_on), _("2018, 2018-06 or 2018-06-26.")),
    )
    wrong = {name: message for name, right, message in rules if not right}
    if values.stage == Stage.ADOPTED and not values.decision:
        wrong["decision"] = _("Which decision is it? Its number makes the adoption hold.")
    if values.stage == Stage.ADOPTED and not values.adopted_on:
        wrong["adopted_on"] = _("When did the council decide?")
    if wrong:
        raise Invalid(wrong)


def _is_stated(text: str) -> bool:
    try:
        StatedDate(text)
    except ValueError:
        return False
    return True


def _check_reach(actor: Actor, network_id: str, partner_id: str | None, visibility: str) -> None:
    """Beyond the network only the coordinator publishes, in the city's name."""
    wider = visibility in WIDE
    if wider and not actor.has_for(network_id, partner_id, Role.COORDINATOR):
        raise NotAllowed(_("Only the coordinator publishes in the city's name."))
