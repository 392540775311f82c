"""Reads of a practice's versions, each reader without the sections that are for fewer people."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, select

from infocus.accounts.models import Person
from infocus.core.actor import EXPERTS, Actor
from infocus.core.db import db
from infocus.core.errors import NotAllowed
from infocus.core.paging import Page, keyset
from infocus.networks.audit import AuditEntry
from infocus.practices.content import TABLES, section_level
from infocus.practices.models import Practice, PracticeOpinion, PracticeRevision
from infocus.practices.policy import may_edit
from infocus.practices.queries import may_read_section
from infocus.practices.revisions.comparing import Compared, compare
from infocus.practices.sections import SECTIONS
from infocus.records.policy import may_read

MOST = 2_000_000_000
HAPPENED = 100
"""Acts shown, the latest first; the audit log has all of them."""


def history(actor: Actor, practice: Practice, *, cursor: str | None = None, limit: int = 50) -> Page[PracticeRevision]:
    """One page of the versions, newest first. Raises ``NotAllowed`` for who neither writes nor judges it."""
    return keyset(
        select(PracticeRevision).where(_readable(actor, practice)),
        [PracticeRevision.number],
        lambda row: [str(row.number)],
        cursor=cursor,
        limit=limit,
        parse=lambda values: [min(int(values[0]), MOST)],
    )


def version(actor: Actor, practice: Practice, number: int) -> PracticeRevision | None:
    """One version by its number; ``None`` when there is none this reader may read."""
    wanted = PracticeRevision.number == min(number, MOST)
    return db.session.scalar(select(PracticeRevision).where(_readable(actor, practice), wanted))


def latest_number(practice: Practice) -> int:
    """The number of the present version."""
    own = PracticeRevision.practice_id == practice.id
    return db.session.scalar(select(func.max(PracticeRevision.number)).where(own)) or 1


def may_read_history(actor: Actor, practice: Practice) -> bool:
    """Those who may change it, and the experts of the network."""
    return may_edit(actor, practice) or (may_read(actor, practice) and actor.has(practice.network_id, *EXPERTS))


def _readable(actor: Actor, practice: Practice) -> ColumnElement[bool]:
    """Those who may change it read all versions; experts what they were given to judge, and what came after."""
    if not may_read_history(actor, practice):
        raise NotAllowed
    own = PracticeRevision.practice_id == practice.id
    if may_edit(actor, practice):
        return own
    judged = select(func.min(PracticeOpinion.revision)).where(PracticeOpinion.practice_id == practice.id)
    first = db.session.scalar(judged) or latest_number(practice)
    return own & (PracticeRevision.number >= first)


def may_see(actor: Actor, practice: Practice, name: str, *contents: Mapping[str, Any]) -> bool:
    """Whether a section is this reader's in each of these contents and as it is now: the narrowest audience counts."""
    levels = {section_level(content, name) for content in (practice.content, *contents)}
    return all(may_read_section(actor, practice, level) for level in levels)


def compared(actor: Actor, practice: Practice, old: PracticeRevision, new: PracticeRevision) -> Compared:
    """What changed from one version to another, as far as this reader may read."""
    before, after = old.snapshot, new.snapshot
    return compare(before, after, lambda name: may_see(actor, practice, name, before["content"], after["content"]))


def shown_content(actor: Actor, practice: Practice, revision: PracticeRevision) -> dict[str, Any]:
    """What a version said; sections that are not for this reader are ``None``, their tables empty."""
    content = dict(revision.snapshot["content"])
    closed = {section.name for section in SECTIONS if not may_see(actor, practice, section.name, content)}
    content |= {name: None for name in closed if name in content}
    return content | {name: [] for name, of in TABLES.items() if of in closed and name in content}


def changed_since(actor: Actor, practice: Practice, opinion: PracticeOpinion | None) -> Compared:
    """What the city changed since an expert spoke."""
    if opinion is None or opinion.revision is None:
        return Compared()
    old, new = (version(actor, practice, number) for number in (opinion.revision, latest_number(practice)))
    return compared(actor, practice, old, new) if old and new else Compared()


def happened(practice: Practice) -> Sequence[tuple[AuditEntry, Person | None]]:
    """Who did what with it and when, the latest first; the right is the caller's."""
    acts = select(AuditEntry, Person).outerjoin(Person, Person.id == AuditEntry.person_id)
    of_it = acts.where(AuditEntry.subject_type == "practice", AuditEntry.subject == practice.id)
    rows = db.session.execute(of_it.order_by(AuditEntry.at.desc(), AuditEntry.id.desc()).limit(HAPPENED))
    return [(row[0], row[1]) for row in rows]
