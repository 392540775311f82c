"""The words of filters: names, and labels of their values in the reader's language."""

from collections.abc import Iterable, Mapping

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from infocus.core.db import db
from infocus.core.i18n import language_name
from infocus.library.shapes import Facet, FacetValue
from infocus.networks.models import Network, Partner
from infocus.records.models import Record
from infocus.vocabularies.registry import VOCABULARIES

TITLES = {
    "type": _l("Kind"), "partner": _l("City"), "theme": _l("Theme"), "sector": _l("Sector"), "language": _l("Language"),
    "year": _l("Year"), "network": _l("Network"), "country": _l("Country"), "state": _l("State"),
    "meeting": _l("Meeting"),
}  # fmt: skip
TYPES = {
    "practice": _l("Practice"), "meeting": _l("Meeting"), "output": _l("Output"), "plan": _l("Plan"),
    "review": _l("Peer review"), "comment": _l("Comment"),
}  # fmt: skip
_THEMES = ("work_areas", "policy_objectives")
_SECTORS = ("ecosystems", "nace", "nabs")

Counts = tuple[tuple[str, int], ...]


def type_label(kind: str) -> str:
    """The word for a type of record."""
    return str(TYPES.get(kind, kind))


def labelled(
    counted: Mapping[str, Counts], chosen: Mapping[str, tuple[str, ...]], partners: Mapping[str, Partner]
) -> tuple[Facet, ...]:
    """Every filter that has something to offer, or something chosen; ``partners`` by slug. At most two queries."""
    return tuple(
        facet
        for name, counts in counted.items()
        if (facet := _facet(name, counts, chosen.get(name, ()), partners)) is not None
    )


def _facet(name: str, counts: Counts, chosen: tuple[str, ...], partners: Mapping[str, Partner]) -> Facet | None:
    found = {value: count for value, count in counts if value}
    found |= {value: 0 for value in chosen if value not in found}
    if not found or (name == "network" and len(found) == 1 and not chosen):
        return None
    labels = _labels(name, found, partners)
    values = (FacetValue(value, labels[value], count, value in chosen) for value, count in found.items())
    return Facet(name, str(TITLES[name]), tuple(values))


def _labels(name: str, values: Iterable[str], partners: Mapping[str, Partner]) -> dict[str, str]:
    """The label of each value; a value nobody knows is its own label."""
    if name == "partner":
        return {value: partners[value].label if value in partners else value for value in values}
    if name in {"network", "meeting"}:
        column = (Network.slug, Network.name) if name == "network" else (Record.id, Record.title)
        rows = db.session.execute(select(*column).where(column[0].in_(list(values))))
        known: dict[str, str] = dict(rows.all())
        return {value: known.get(value, value) for value in values}
    if name in {"theme", "sector"}:
        return {value: _coded(value, _THEMES if name == "theme" else _SECTORS) for value in values}
    if name == "type":
        return {value: type_label(value) for value in values}
    if name == "language":
        return {value: language_name(value) or _("not known") for value in values}
    return {value: value for value in values}


def _coded(code: str, vocabularies: tuple[str, ...]) -> str:
    for name in vocabularies:
        if code in VOCABULARIES[name]:
            return str(VOCABULARIES[name].labels[code])
    return code
