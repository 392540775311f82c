"""A search in the reader's words: what is looked for, and the labels of its filters."""

from collections.abc import Iterable

from flask_babel import gettext as _

from infocus.core.actor import Actor
from infocus.library.labels import labels_of as labels_of_values
from infocus.library.shapes import SearchForm
from infocus.networks.queries import partners_named

Labels = dict[tuple[str, str], str]


def labels_of(actor: Actor, forms: Iterable[SearchForm]) -> Labels:
    """The label of every filter value in these searches, in as many queries for many as for one."""
    chosen: dict[str, dict[str, None]] = {}
    for form in forms:
        for name, values in form.filters.items():
            chosen.setdefault(name, {}).update(dict.fromkeys(values))
    partners = {each.slug: each for each in partners_named(chosen.get("partner", ()))}
    return {
        (name, value): label
        for name, values in chosen.items()
        for value, label in labels_of_values(actor, name, values, partners).items()
    }


def chips(form: SearchForm, labels: Labels) -> list[str]:
    """What a search asks for, piece by piece."""
    filters = _values(form, labels)
    return [_("“%(words)s”", words=form.text), *filters] if form.text else filters


def name_for(form: SearchForm, labels: Labels, most: int) -> str:
    """A name to begin with: the words, else the filters."""
    filters = _values(form, labels)
    return ", ".join([form.text.strip(), *filters] if form.text.strip() else filters)[:most].strip()


def _values(form: SearchForm, labels: Labels) -> list[str]:
    return [labels.get((name, value), value) for name, values in form.filters.items() for value in values]
