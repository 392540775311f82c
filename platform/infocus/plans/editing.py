"""Editing single sections and rows in the page: into a version of its own, with a lost race seen by both."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import select

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid, NotFound
from infocus.core.events import emit
from infocus.core.permissions import Permission, require
from infocus.core.text import clean
from infocus.plans.events import VersionRead
from infocus.plans.frozen import is_frozen
from infocus.plans.models import Plan, PlanRow, PlanSection, PlanVersion, RowKind
from infocus.plans.queries import newest_with_text, rows_of, version_of
from infocus.plans.tables import CELLS
from infocus.records.holds import release_hold
from infocus.records.models import Record
from infocus.records.services import check_updates, save

MOST_TEXT = 60_000
MOST_TITLE = 300
MOST_CELL = 4_000
_OF_SECTION = ("position", "key", "level", "number", "title", "text", "page")
_OF_ROW = ("position", "key", "kind", "section", "cells", "read", "checked_at", "checked_by")

Fields = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Target:
    """What can be opened for editing: a section (``title``, ``text``) or a row (its cells), as it is now."""

    key: str
    heading: str
    version: int
    fields: dict[str, str]
    kind: RowKind | None = None


def target_of(plan: Plan, key: str) -> Target:
    """The section or row of this key in the newest version that has text. Raises ``NotFound``."""
    version = newest_with_text(plan)
    if version is None:
        raise NotFound
    section = _section(version, key)
    if section is not None:
        return Target(key, section.heading, version.number, {"title": section.title, "text": section.text})
    row = _row(version, key)
    if row is None:
        raise NotFound
    kind = RowKind(row.kind)
    return Target(key, row.cells.get("what", ""), version.number, _all_cells(kind, row.cells), kind)


def save_target(actor: Actor, plan: Plan, key: str, typed: Fields, base: Fields) -> PlanVersion:
    """Store what was typed over ``base`` in the version that is being edited here; it is begun where there is none.

    Raises:
        Invalid: a field is too long, or a section or an action has no name.
        Conflict: somebody else stored something else over the same base; ``current`` is the target as it is now.
    """
    require(actor, Permission.EDIT_PLAN, plan)
    check_updates(plan.network)
    _lock(plan)
    target = target_of(plan, key)
    typed = {name: clean(typed.get(name, "")) for name in target.fields}
    _check(target, typed)
    now = {name: clean(text) for name, text in target.fields.items()}
    if now not in (typed, {name: clean(base.get(name, "")) for name in now}):
        raise Conflict(_("Somebody else saved this while you were writing."), target)
    version = _open_version(actor, plan)
    if now != typed:
        _put(version, target, typed)
    release_hold(actor, plan, key)
    save(plan)
    return version


def check_row(actor: Actor, plan: Plan, number: int, key: str, cells: Fields) -> PlanRow:
    """Say that a row was read rightly, or put right what was not: the version stays what it is.

    Raises ``NotFound``, and ``Invalid`` as ``save_target``.
    """
    require(actor, Permission.EDIT_PLAN, plan)
    check_updates(plan.network)
    row = _row(version_of(plan, number), key)
    if row is None:
        raise NotFound
    kind = RowKind(row.kind)
    typed = {name: clean(cells.get(name, row.cells.get(name, ""))) for name in CELLS[kind]}
    _check(Target(key, "", number, _all_cells(kind, row.cells), kind), typed)
    row.cells = {name: text for name, text in typed.items() if text}
    row.checked_at, row.checked_by = clock.now(), actor.person
    save(plan)
    return row


def close_version(actor: Actor, plan: Plan, number: int) -> PlanVersion:
    """End the editing of a version: what is changed next begins another one."""
    require(actor, Permission.EDIT_PLAN, plan)
    check_updates(plan.network)
    version = version_of(plan, number)
    if not version.is_open:
        raise Conflict(_("This version is closed already."))
    version.closed_at = clock.now()
    save(plan)
    emit(VersionRead(plan.id, version.number))
    return version


def _lock(plan: Plan) -> None:
    """Two who save at once follow each other (PostgreSQL), and see what the first did."""
    db.session.scalar(select(Record.id).where(Record.id == plan.id).with_for_update())
    db.session.refresh(plan, ["versions"])


def _open_version(actor: Actor, plan: Plan) -> PlanVersion:
    """The version that takes changes now, or a new one with the text of the newest."""
    newest, source = plan.current, newest_with_text(plan)
    if newest is None or source is None:
        raise NotFound
    if newest.is_open and not is_frozen(newest):
        return newest
    version = PlanVersion(
        number=newest.number + 1,
        label=_("Edited here"),
        copied_from=source.number,
        created_by=actor.person,
        created_at=clock.now(),
    )
    plan.versions.append(version)
    db.session.flush()
    for section in source.sections:
        db.session.add(PlanSection(version_id=version.id, **{name: getattr(section, name) for name in _OF_SECTION}))
    for row in source.rows:
        db.session.add(PlanRow(version_id=version.id, **{name: getattr(row, name) for name in _OF_ROW}))
    db.session.flush()
    return version


def _put(version: PlanVersion, target: Target, typed: Fields) -> None:
    if target.kind is None:
        section = _section(version, target.key)
        if section is not None:
            section.title, section.text = typed["title"], typed["text"]
        return
    row = _row(version, target.key)
    if row is not None:
        row.cells = {name: text for name, text in typed.items() if text}


def _section(version: PlanVersion, key: str) -> PlanSection | None:
    return db.session.scalar(select(PlanSection).where(PlanSection.version_id == version.id, PlanSection.key == key))


def _row(version: PlanVersion, key: str) -> PlanRow | None:
    return next((row for row in rows_of(version.plan, version.number) if row.key == key), None)


def _all_cells(kind: RowKind, cells: Fields) -> dict[str, str]:
    return {name: cells.get(name, "") for name in CELLS[kind]}


def _check(target: Target, typed: Fields) -> None:
    limits = {"title": MOST_TITLE, "text": MOST_TEXT}
    wrong = {
        name: _("%(length)s characters; %(most)s fit.", length=len(text), most=limits.get(name, MOST_CELL))
        for name, text in typed.items()
        if len(text) > limits.get(name, MOST_CELL)
    }
    named = "title" if target.kind is None else "what"
    if not typed.get(named):
        wrong[named] = _("It needs a name.")
    if wrong:
        raise Invalid(wrong)
