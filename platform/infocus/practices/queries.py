"""Reads of practices, always for an actor."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import lazyload

from infocus.core.actor import EXPERTS, Actor
from infocus.core.db import db
from infocus.core.permissions import Permission, allows
from infocus.practices.content import TABLES, section_level
from infocus.practices.models import IN_WORK, Practice, PracticeOpinion, PracticeState
from infocus.practices.sections import SECTIONS, Section
from infocus.records.models import Record
from infocus.records.queries import visible


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section this reader may read, and for whom it is if narrower than the record."""

    section: Section
    text: str
    level: str = ""


def shown_sections(actor: Actor, practice: Practice) -> list[ShownSection]:
    """The sections this reader may read that hold words or rows, in the order of the record."""
    with_rows = {section for table, section in TABLES.items() if practice.content.get(table)}
    shown = []
    for section in SECTIONS:
        text = str(practice.content.get(section.name) or "")
        level = section_level(practice.content, section.name)
        if (text or section.name in with_rows) and may_read_section(actor, practice, level):
            shown.append(ShownSection(section, text, level))
    return shown


def may_read_section(actor: Actor, practice: Practice, level: str) -> bool:
    """Whether this reader is in the narrower audience of a section; the author and the coordinator always are."""
    return not level or not actor.keys.isdisjoint(section_keys(practice, level))


def section_keys(practice: Practice, level: str) -> frozenset[str]:
    """The audience of a section: the record's own or narrower, never beyond the record's readers."""
    keys = practice.stored_keys
    network, partner = f"network:{practice.network_id}", f"partner:{practice.partner_id}"
    if not level or (level == "network" and network not in keys):
        return keys
    own = practice.own_keys() | {f"experts:{practice.network_id}"}
    shared = not keys.isdisjoint({"public", "all", network, partner})
    return frozenset((keys & own) | ({partner if level == "partner" else network} if shared else set()))


def withdrawn_from(actor: Actor, practice_id: str | None) -> Practice | None:
    """A withdrawn practice that this reader could read before: told by whom and why, and nothing else."""
    practice = db.session.get(Practice, practice_id) if practice_id else None
    if practice is None or practice.removed_at or practice.state != PracticeState.WITHDRAWN:
        return None
    was_read = practice.published_at is not None and not actor.keys.isdisjoint(practice.readers())
    return practice if was_read else None


def opinions(actor: Actor, practice: Practice) -> Sequence[PracticeOpinion]:
    """What experts said, oldest first; what they asked to change is between them and the city."""
    own = select(PracticeOpinion).where(PracticeOpinion.practice_id == practice.id)
    among = practice.own_keys() | {f"experts:{practice.network_id}"}
    if actor.keys.isdisjoint(among):
        own = own.where(PracticeOpinion.verdict == "valid")
    return list(db.session.scalars(own.order_by(PracticeOpinion.id)).unique())


def drafts_of(actor: Actor) -> Sequence[Practice]:
    """One's own practices in work, the newest change first."""
    own = visible(actor, Practice).where(Record.author_id == actor.person, Record.state.in_(IN_WORK))
    newest = own.order_by(Record.updated_at.desc()).limit(50)
    return list(db.session.scalars(newest.options(lazyload(Practice.audience))).unique())


def to_judge(actor: Actor) -> Sequence[Practice]:
    """Submitted practices that wait for this expert, the longest waiting first."""
    networks = {member.network_id for member in actor.memberships if member.role in EXPERTS}
    if not networks:
        return []
    submitted = visible(actor, Practice).where(Record.state == "submitted", Record.network_id.in_(networks))
    submitted = submitted.order_by(Practice.submitted_at)
    rows = db.session.scalars(submitted.limit(50)).unique()
    return [row for row in rows if allows(actor, Permission.JUDGE_PRACTICE, row)]
