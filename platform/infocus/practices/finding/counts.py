"""How many practices each choice of a filter would leave: counted once for each reader until a record changes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import CTE, ColumnElement, Select, case, func, literal, select, union_all

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.until_changed import until_changed
from infocus.networks.models import Partner
from infocus.practices.finding.adoption import adoptions
from infocus.practices.finding.queries import LAST_VERIFIED, Adopted, Filters, Verified, listed, marks
from infocus.practices.models import Practice
from infocus.records.models import Record
from infocus.records.terms import RecordTerm

FACETS = ("theme", "sector", "country", "partner", "cost", "time", "adopted", "verified", "language", "state", "like")
_VOCABULARIES = {"work_areas": "theme", "ecosystems": "sector"}
_COLUMNS = ("partner", "cost", "time", "verified", "language", "state")

TOTAL = "total"

City = tuple[str, str, str, str]
"""A partner's id, slug, country and label."""
Counts = dict[str, list[tuple[str, int]]]


def cities() -> tuple[City, ...]:
    """All partners, as the filters name them."""
    rows = db.session.execute(select(Partner.id, Partner.slug, Partner.country, Partner.label))
    return tuple(sorted((id_, slug, country, label) for id_, slug, country, label in rows))


def facet_counts(actor: Actor, filters: Filters, known: Sequence[City], alike: Sequence[str] = ()) -> Counts:
    """For each filter, its values with how many practices they would leave under the other filters, most first.

    Under ``TOTAL`` stands how many all filters together leave.

    ``known``: `cities()`; partners are no records, so a change of theirs must show by itself. ``alike``: ids of those
    like the reader's own. Kept for a day at most: practices age.
    """
    key = ("practices", actor.keys, filters, tuple(known), tuple(alike), marks())
    return until_changed(key, lambda: _count_all(actor, filters, known, alike))


def _count_all(actor: Actor, filters: Filters, known: Sequence[City], alike: Sequence[str]) -> Counts:
    """One query for all filters that are free, and one for each that is not."""
    counted: dict[Filters, Mapping[str, Counter[str]]] = {}
    answer: Counts = {}
    for name in FACETS:
        others = filters.without(name)
        if others not in counted:
            counted[others] = _count(actor, others, known, alike)
        answer[name] = sorted(counted[others][name].items(), key=lambda row: (-row[1], row[0]))
    if filters not in counted:  # every filter is used at once
        counted[filters] = _count(actor, filters, known, alike)
    answer[TOTAL] = [("", counted[filters]["state"].total())]
    return answer


def _count(actor: Actor, filters: Filters, known: Sequence[City], alike: Sequence[str]) -> Mapping[str, Counter[str]]:
    """The values of every filter among the practices that these filters leave."""
    found = _found(actor, filters)
    rows: dict[str, Counter[str]] = {name: Counter() for name in (*FACETS, "use")}
    for name, value, count in db.session.execute(union_all(*_aggregates(found))):
        rows[_VOCABULARIES.get(name, name)][value] += count
    places = {id_: (slug, country) for id_, slug, country, _label in known}
    in_partners, rows["partner"] = rows["partner"], Counter()
    for id_, count in in_partners.items():
        if id_ in places:
            slug, country = places[id_]
            rows["partner"][slug] += count
            rows["country"][country] += count
    rows["adopted"] = _adopted(rows.pop("use"))
    like = sum(in_partners[id_] for id_ in alike)
    rows["like"] = Counter({"mine": like} if like else {})
    return rows


def _found(actor: Actor, filters: Filters) -> CTE:
    """The practices that these filters leave, each with the values that are counted."""
    fresh, ageing = marks()
    said = adoptions()
    verified = case(
        (LAST_VERIFIED.is_(None), Verified.NEVER),
        (fresh <= LAST_VERIFIED, Verified.FRESH),
        (ageing <= LAST_VERIFIED, Verified.AGEING),
        else_=Verified.OLD,
    )
    columns: list[ColumnElement[Any]] = [
        Record.id.label("id"),
        Record.partner_id.label("partner"),
        Practice.cost.label("cost"),
        Practice.took.label("time"),
        verified.label("verified"),
        Record.language.label("language"),
        Record.state.label("state"),
        func.coalesce(said.c.used, 0).label("used"),
        func.coalesce(said.c.moving, 0).label("moving"),
    ]
    chosen: Select[Any] = listed(actor, filters).with_only_columns(*columns)
    return chosen.outerjoin_from(Practice, said, said.c.practice_id == Practice.id).cte("found")


def _aggregates(found: CTE) -> list[Select[Any]]:
    """Name, value, count: of every column, of how it is adopted, and of the terms."""
    each = [
        select(literal(name).label("name"), found.c[name], func.count()).group_by(found.c[name]) for name in _COLUMNS
    ]
    use = case((found.c.used >= 3, "3"), (found.c.used >= 1, "1"), else_="0")
    moving = case((found.c.moving >= 1, "+"), else_="")
    terms = (
        select(RecordTerm.vocabulary, RecordTerm.code, func.count())
        .join(found, found.c.id == RecordTerm.record_id)
        .where(RecordTerm.vocabulary.in_(_VOCABULARIES))
        .group_by(RecordTerm.vocabulary, RecordTerm.code)
    )
    by_use = select(literal("use"), use + moving, func.count()).group_by(use + moving)
    return [*each, by_use, terms]


def _adopted(use: Counter[str]) -> Counter[str]:
    """Overlapping choices: what three use, one uses too."""
    three = use["3"] + use["3+"]
    counts = {
        Adopted.ONE: three + use["1"] + use["1+"],
        Adopted.THREE: three,
        Adopted.MOVING: use["0+"] + use["1+"] + use["3+"],
        Adopted.NOBODY: use["0"] + use["0+"],
    }
    return Counter({str(value): count for value, count in counts.items() if count})
