"""Reads of practices, always for an actor."""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import Select, select
from sqlalchemy.orm import lazyload

from infocus.core.actor import EXPERTS, Actor
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.paging import Page, instant, keyset
from infocus.core.permissions import Permission, allows
from infocus.networks.models import Network, Partner
from infocus.practices.content import section_level
from infocus.practices.models import IN_WORK, Practice, PracticeOpinion, PracticeRevision
from infocus.practices.sections import SECTIONS, Section
from infocus.records.models import Record
from infocus.records.queries import made_in, visible
from infocus.records.terms import has_term

WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list of practices is narrowed to; within a name any value, across names all."""

    network: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    sector: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    year: tuple[str, ...] = ()

    def without(self, name: str) -> "Filters":
        """The same with one name free, for the counts of that name's own choices."""
        return Filters(**{each: getattr(self, each) for each in self.__dataclass_fields__ if each != name})


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section this reader may read, and for whom it is if narrower than the record."""

    section: Section
    text: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One field that differs between two revisions, as words: ``(kind, text)`` with same, came, went."""

    label: str
    parts: list[tuple[str, str]] = field(default_factory=list)


def listed(actor: Actor, filters: Filters) -> Select[Practice]:
    """``select(Practice)`` of what the actor may read and the filters leave."""
    query = visible(actor, Practice)
    if filters.network:
        query = query.where(Record.network_id.in_(select(Network.id).where(Network.slug.in_(filters.network))))
    if filters.partner:
        query = query.where(Record.partner_id.in_(select(Partner.id).where(Partner.slug.in_(filters.partner))))
    if filters.country:
        query = query.where(Record.partner_id.in_(select(Partner.id).where(Partner.country.in_(filters.country))))
    if filters.state:
        query = query.where(Record.state.in_(filters.state))
    if filters.language:
        query = query.where(Record.language.in_(filters.language))
    if filters.theme:
        query = query.where(has_term("work_areas", filters.theme))
    if filters.sector:
        query = query.where(has_term("ecosystems", filters.sector))
    if filters.year:
        query = query.where(made_in(filters.year))
    return query


def list_practices(actor: Actor, filters: Filters, *, cursor: str | None = None, limit: int = 20) -> Page[Practice]:
    """One page, the newest change first."""
    return keyset(
        listed(actor, filters),
        [Record.updated_at, Record.id],
        lambda row: [row.updated_at.isoformat(), row.id],
        cursor=cursor,
        limit=limit,
        parse=lambda values: (instant(values[0]), values[1]),
    )


def shown_sections(actor: Actor, practice: Practice) -> list[ShownSection]:
    """The filled sections this reader may read, in the order of the record."""
    shown = []
    for section in SECTIONS:
        text = str(practice.content.get(section.name) or "")
        level = section_level(practice.content, section.name)
        if text and may_read_section(actor, practice, level):
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


def revisions(practice: Practice) -> Sequence[PracticeRevision]:
    """All revisions, newest first; whoever may edit the practice may read them."""
    own = select(PracticeRevision).where(PracticeRevision.practice_id == practice.id)
    return list(db.session.scalars(own.order_by(PracticeRevision.number.desc())).unique())


def history(actor: Actor, practice: Practice) -> Sequence[PracticeRevision]:
    """The revisions, for those who may edit. Raises ``NotFound`` for others: old words may be narrower."""
    if not allows(actor, Permission.EDIT_PRACTICE, practice):
        raise NotFound
    return revisions(practice)


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


def compare(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Change]:
    """What changed between two snapshots, field by field, as words that went and came."""
    labels = {"title": _("Title"), "summary": _("Short summary")}
    labels |= {section.name: str(section.label) for section in SECTIONS}
    changes = []
    for name, label in labels.items():
        before = str(old.get(name) or old["content"].get(name) or "")
        after = str(new.get(name) or new["content"].get(name) or "")
        if before != after:
            changes.append(Change(label, word_diff(before, after)))
    return changes


def word_diff(before: str, after: str) -> list[tuple[str, str]]:
    """The words of both texts as ``(kind, text)``: same, went, came."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    parts: list[tuple[str, str]] = []
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append(("same", "".join(old[i1:i2])))
            continue
        if i2 > i1:
            parts.append(("went", "".join(old[i1:i2])))
        if j2 > j1:
            parts.append(("came", "".join(new[j1:j2])))
    return parts
