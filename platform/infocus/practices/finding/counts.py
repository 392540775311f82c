"""How many practices each choice of a filter would leave: counted for a reader until a practice or transfer changes."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression, case, func, select

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.until_changed import until_changed
from infocus.networks.models import Partner
from infocus.practices.finding.adoption import adoptions
from infocus.practices.finding.queries import KINDS, LAST_VERIFIED, Adopted, Filters, Verified, columns_of, marks
from infocus.practices.models import Practice
from infocus.records.models import Record
from infocus.records.terms import RecordTerm

FACETS = ("theme", "sector", "country", "partner", "cost", "time", "adopted", "verified", "language", "state", "like")
TOTAL = "total"
_VOCABULARIES = {"work_areas": "theme", "ecosystems": "sector"}
_OF_PARTNERS = {"country", "partner", "like"}

City = tuple[str, str, str, str]
"""A partner's id, slug, country and label."""
Counts = dict[str, list[tuple[str, int]]]
Tally = Mapping[str, Counter[str]]


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
    return until_changed(key, lambda: _count_all(actor, filters, known, alike), kinds=KINDS)


def _count_all(actor: Actor, filters: Filters, known: Sequence[City], alike: Sequence[str]) -> Counts:
    """All filters that are free are counted together, and each that is not by itself."""
    together: dict[Filters, set[str]] = defaultdict(set)
    together[filters].add("state")  # for the total
    for name in FACETS:
        together[filters.without(name)].add(name)
    counted = {under: _count(actor, under, names, known, alike) for under, names in together.items()}
    answer: Counts = {
        name: sorted(counted[filters.without(name)][name].items(), key=lambda row: (-row[1], row[0])) for name in FACETS
    }
    answer[TOTAL] = [("", counted[filters]["state"].total())]
    return answer


def _count(
    actor: Actor, filters: Filters, names: Collection[str], known: Sequence[City], alike: Sequence[str]
) -> Tally:
    """The values of these filters among the practices that the others leave; two queries at most."""
    rows = _by_columns(actor, filters, names)
    if not set(_VOCABULARIES.values()).isdisjoint(names):
        rows |= _by_terms(actor, filters)
    if "partner" in rows:
        rows |= _by_places(rows["partner"], known, alike)
    if "adopted" in rows:
        rows["adopted"] = _overlapping(rows["adopted"])
    return rows


def _by_columns(actor: Actor, filters: Filters, names: Collection[str]) -> dict[str, Counter[str]]:
    """Grouped by all columns at once: the practices are gone through a single time."""
    used, moving = (func.coalesce(each, 0) for each in (_SAID.c.used, _SAID.c.moving))
    columns: dict[str, Callable[[], SQLColumnExpression[Any]]] = {
        "partner": lambda: Record.partner_id,
        "cost": lambda: Practice.cost,
        "time": lambda: Practice.took,
        "verified": _verified,
        "language": lambda: Record.language,
        "state": lambda: Record.state,
        "adopted": lambda: case((used >= 3, "3"), (used >= 1, "1"), else_="0") + case((moving >= 1, "+"), else_=""),
    }
    wanted = {"partner" if name in _OF_PARTNERS else name for name in names} & columns.keys()
    if not wanted:
        return {}
    values: dict[str, Any] = {name: columns[name]().label(f"of_{name}") for name in columns if name in wanted}
    found = columns_of(actor, filters, *values.values())
    if "adopted" in wanted:
        found = found.outerjoin(_SAID, _SAID.c.practice_id == Practice.id)
    each = found.subquery()
    rows: dict[str, Counter[str]] = {name: Counter() for name in values}
    for *found_values, count in db.session.execute(select(each, func.count()).group_by(*each.c)):
        for name, value in zip(values, found_values, strict=True):
            rows[name][value] += count
    return rows


_SAID = adoptions()


def _verified() -> ColumnElement[Any]:
    fresh, ageing = marks()
    return case(
        (LAST_VERIFIED.is_(None), Verified.NEVER.value),
        (fresh <= LAST_VERIFIED, Verified.FRESH.value),
        (ageing <= LAST_VERIFIED, Verified.AGEING.value),
        else_=Verified.OLD.value,
    )


def _by_terms(actor: Actor, filters: Filters) -> dict[str, Counter[str]]:
    found = columns_of(actor, filters, Record.id).subquery()
    terms = (
        select(RecordTerm.vocabulary, RecordTerm.code, func.count())
        .join(found, found.c.id == RecordTerm.record_id)
        .where(RecordTerm.vocabulary.in_(_VOCABULARIES))
        .group_by(RecordTerm.vocabulary, RecordTerm.code)
    )
    rows: dict[str, Counter[str]] = {name: Counter() for name in _VOCABULARIES.values()}
    for vocabulary, code, count in db.session.execute(terms):
        rows[_VOCABULARIES[vocabulary]][code] += count
    return rows


def _by_places(in_partners: Counter[str], known: Sequence[City], alike: Sequence[str]) -> dict[str, Counter[str]]:
    """By the partners' names, by their countries, and how many are of cities like one's own."""
    partners: Counter[str] = Counter()
    countries: Counter[str] = Counter()
    for id_, slug, country, _label in known:
        if in_partners[id_]:
            partners[slug] += in_partners[id_]
            countries[country] += in_partners[id_]
    like = sum(in_partners[id_] for id_ in alike)
    return {"partner": partners, "country": countries, "like": Counter({"mine": like} if like else {})}


def _overlapping(use: Counter[str]) -> Counter[str]:
    """What three use, one uses too."""
    three = use["3"] + use["3+"]
    counts = {
        Adopted.ONE: three + use["1"] + use["1+"],
        Adopted.THREE: three,
        Adopted.MOVING: use["0+"] + use["1+"] + use["3+"],
        Adopted.NOBODY: use["0"] + use["0+"],
    }
    return Counter({str(value): count for value, count in counts.items() if count})
