"""The life of a plan beyond its text: the council's decision with its document, notes on what became of it."""

from flask_babel import gettext as _

from infocus.core.actor import Actor
from infocus.core.dates import StatedDate
from infocus.core.errors import Conflict, Invalid
from infocus.core.permissions import Permission, require
from infocus.library.models import Document, DocumentRole
from infocus.library.services import add_document
from infocus.library.services import add_version as add_document_version
from infocus.library.uploads import Upload
from infocus.plans.models import Plan, PlanUpdate, Stage
from infocus.records.services import check_updates, save

MOST = 1000


def attach_decision(actor: Actor, plan: Plan, upload: Upload) -> Document:
    """Keep the council's decision as a document of the plan; another file is a newer version of it."""
    require(actor, Permission.EDIT_PLAN, plan)
    check_updates(plan.network)
    if plan.state != Stage.ADOPTED:
        raise Conflict(_("Say first that the plan is adopted, with number and date."))
    document = plan.decision_document
    if document is not None and document.removed_at is None:
        add_document_version(document, upload, by=actor.person)
    else:
        title = _("Council decision %(number)s", number=plan.decision)[:200]
        document = add_document(
            plan, DocumentRole.ATTACHMENT, upload, by=actor.person, title=title, language=plan.language
        )
        plan.decision_document = document
    save(plan)
    return document


def add_update(actor: Actor, plan: Plan, day: str, text: str) -> PlanUpdate:
    """Note what became of an adopted plan, also after the network's end."""
    require(actor, Permission.EDIT_PLAN, plan)
    check_updates(plan.network)
    if plan.state != Stage.ADOPTED:
        raise Conflict(_("Updates belong to an adopted plan."))
    wrong = {}
    if not text or len(text) > MOST:
        wrong["text"] = _("Say in at most %(most)s characters what has happened.", most=MOST)
    if not _is_stated(day):
        wrong["day"] = _("2018, 2018-06 or 2018-06-26.")
    if wrong:
        raise Invalid(wrong)
    update = PlanUpdate(day=day, text=text, person_id=actor.person)
    plan.updates.append(update)
    save(plan)
    return update


def _is_stated(text: str) -> bool:
    try:
        StatedDate(text)
    except ValueError:
        return False
    return True
