"""The same plan in other languages."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.i18n import LANGUAGES
from infocus.core.permissions import Permission, require
from infocus.plans.models import Plan
from infocus.records.models import Record
from infocus.records.policy import readable
from infocus.records.queries import get_record
from infocus.records.services import check_updates, save
from infocus.records.translations import How, language_versions, link_translation, originals, unlink_translation
from infocus.records.urls import record_path

MOST = 100


@dataclass(frozen=True, slots=True)
class Shown:
    """One language version as ``components/languages.html`` shows it."""

    code: str
    name: str
    url: str
    current: bool
    how: str
    of_version: int | None


def shown_languages(actor: Actor, plan: Plan) -> list[Shown]:
    """The original and its translations; empty where the plan stands alone."""
    return [
        Shown(
            code=each.record.language,
            name=str(LANGUAGES.get(each.record.language, each.record.language)),
            url=record_path(each.record),
            current=each.record.id == plan.id,
            how=each.how.value,
            of_version=each.of_version,
        )
        for each in language_versions(actor, plan)
    ]


def candidates(actor: Actor, plan: Plan) -> Sequence[Record]:
    """The plans that this one could be a translation of: of the same city, in another language, originals."""
    query = select(Plan).where(
        Plan.partner_id == plan.partner_id, Plan.id != plan.id, Plan.language != plan.language, readable(actor)
    )
    return originals(list(db.session.scalars(query.order_by(Plan.id).limit(MOST)).unique()))


def link(actor: Actor, plan: Plan, original_id: str, how: How, of_version: int | None) -> None:
    """Say that ``plan`` is another one in its language. Raises ``NotFound``, ``NotAllowed`` and ``Invalid``."""
    require(actor, Permission.EDIT_PLAN, plan)
    check_updates(plan.network)
    link_translation(plan, get_record(actor, original_id, Plan), how, of_version)
    save(plan)


def unlink(actor: Actor, plan: Plan) -> None:
    """Let the plan stand alone."""
    require(actor, Permission.EDIT_PLAN, plan)
    check_updates(plan.network)
    unlink_translation(plan)
    save(plan)
