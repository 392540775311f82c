"""How many practices each choice of a filter would leave: counted once for each reader until a record changes."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sqlalchemy import func, literal, null, select, union_all

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.until_changed import until_changed
from infocus.networks.models import Partner
from infocus.practices.queries import Filters, listed
from infocus.records.models import Record
from infocus.records.terms import RecordTerm

FACETS = ("theme", "sector", "country", "partner", "language", "state")
_VOCABULARIES = {"work_areas": "theme", "ecosystems": "sector"}

City = tuple[str, str, str, str]
"""A partner's id, slug, country and label."""
Counts = dict[str, list[tuple[str, int]]]


def cities() -> tuple[City, ...]:
    """All partners, as the filters name them."""
    rows = db.session.execute(select(Partner.id, Partner.slug, Partner.country, Partner.label))
    return tuple(sorted((id_, slug, country, label) for id_, slug, country, label in rows))


def facet_counts(actor: Actor, filters: Filters, known: Sequence[City]) -> Counts:
    """For each filter, its values with how many practices they would leave under the other filters, most first.

    ``known``: `cities()`; partners are no records, so a change of theirs must show by itself.
    """
    key = ("practices", actor.keys, filters, tuple(known))
    return until_changed(key, lambda: _count_all(actor, filters, known))


def _count_all(actor: Actor, filters: Filters, known: Sequence[City]) -> Counts:
    """One query for all filters that are free, and one for each that is not."""
    counted: dict[Filters, Mapping[str, Counter[str]]] = {}
    answer: Counts = {}
    for name in FACETS:
        others = filters.without(name)
        if others not in counted:
            counted[others] = _count(actor, others, known)
        answer[name] = sorted(counted[others][name].items(), key=lambda row: (-row[1], row[0]))
    return answer


def _count(actor: Actor, filters: Filters, known: Sequence[City]) -> Mapping[str, Counter[str]]:
    """The values of every filter among the practices that these filters leave."""
    columns = (Record.id, Record.partner_id, Record.language, Record.state)
    found = listed(actor, filters).with_only_columns(*columns).cte("found")
    own = (found.c.partner_id, found.c.language, found.c.state)
    rows = select(null().label("vocabulary"), *own, func.count().label("count")).group_by(*own)
    terms = (
        select(RecordTerm.vocabulary, RecordTerm.code, literal(""), literal(""), func.count())
        .join(found, found.c.id == RecordTerm.record_id)
        .where(RecordTerm.vocabulary.in_(_VOCABULARIES))
        .group_by(RecordTerm.vocabulary, RecordTerm.code)
    )
    by_id = {id_: (slug, country) for id_, slug, country, _label in known}
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for vocabulary, value, language, state, count in db.session.execute(union_all(rows, terms)):
        if vocabulary is not None:
            counts[_VOCABULARIES[vocabulary]][value] += count
            continue
        counts["language"][language] += count
        counts["state"][state] += count
        if value in by_id:
            slug, country = by_id[value]
            counts["partner"][slug] += count
            counts["country"][country] += count
    return counts
