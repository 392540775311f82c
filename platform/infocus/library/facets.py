"""The filters of a result page: which values they have, under which words, in which order."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l

from infocus.core.actor import Actor
from infocus.library.labels import labels_of, type_label
from infocus.library.shapes import Facet, FacetValue
from infocus.networks.models import Partner

__all__ = ["TITLES", "labelled", "telling", "type_label"]

TITLES = {
    "type": _l("Kind"), "partner": _l("City"), "theme": _l("Theme"), "sector": _l("Sector"), "language": _l("Language"),
    "year": _l("Year"), "network": _l("Network"), "country": _l("Country"), "state": _l("State"),
    "meeting": _l("Meeting"),
}  # fmt: skip

Counts = tuple[tuple[str, int], ...]
Chosen = Mapping[str, tuple[str, ...]]


def labelled(
    actor: Actor, counted: Mapping[str, Counts], chosen: Chosen, typed: Chosen, partners: Mapping[str, Partner]
) -> tuple[Facet, ...]:
    """Every filter that has something to offer, or something chosen; ``partners`` by slug. At most two queries."""
    facets = (
        _facet(actor, name, counts, chosen.get(name, ()), typed.get(name, ()), partners)
        for name, counts in counted.items()
    )
    return tuple(facet for facet in facets if facet is not None)


def _facet(
    actor: Actor,
    name: str,
    counts: Counts,
    chosen: tuple[str, ...],
    typed: tuple[str, ...],
    partners: Mapping[str, Partner],
) -> Facet | None:
    found = {value: count for value, count in counts if value}
    found |= {value: 0 for value in (*chosen, *typed) if value not in found}
    if not found or (name == "network" and len(found) == 1 and not chosen):
        return None
    labels = labels_of(actor, name, found, partners)
    known = [
        FacetValue(
            value, labels[value], count, value in chosen or value in typed, value in typed and value not in chosen
        )
        for value, count in found.items()
        if value in labels
    ]
    if not known:
        return None
    return Facet(name, str(TITLES[name]), tuple(sorted(known, key=lambda each: (not each.selected, -each.count))))


def telling(facet: Facet, total: int) -> bool:
    """Whether a filter says something: several values, or one that not all of ``total`` records have, or a chosen one.

    One of two values may be on every record, since a record has several themes; the other still narrows.
    """
    return any(each.selected or 0 < each.count < total for each in facet.values)
