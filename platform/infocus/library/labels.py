"""Labels of the values filters have, in the reader's language."""

from collections.abc import Iterable, Mapping

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.i18n import language_name
from infocus.library.states import state_word
from infocus.networks.models import Network, Partner
from infocus.networks.words import country_name
from infocus.records.models import Record
from infocus.records.policy import readable
from infocus.vocabularies.registry import VOCABULARIES

TYPES = {
    "practice": _l("Practice"), "meeting": _l("Meeting"), "output": _l("Output"), "plan": _l("Plan"),
    "review": _l("Peer review"), "transfer": _l("Transfer"), "collection": _l("Collection"), "comment": _l("Comment"),
}  # fmt: skip
_THEMES = ("work_areas", "policy_objectives")
_SECTORS = ("ecosystems", "nace", "nabs")


def type_label(kind: str) -> str:
    """The word for a type of record."""
    return str(TYPES.get(kind, kind))


def labels_of(actor: Actor, name: str, values: Iterable[str], partners: Mapping[str, Partner]) -> dict[str, str]:
    """The label of each value; a value nobody knows is its own label, a meeting the actor may not read has none."""
    if name == "partner":
        return {value: partners[value].label if value in partners else value for value in values}
    if name == "meeting":
        return _titles(actor, values)
    if name == "network":
        known = dict(db.session.execute(select(Network.slug, Network.name).where(Network.slug.in_(list(values)))).all())
        return {value: known.get(value, value) for value in values}
    return {value: _word(name, value) for value in values}


def _titles(actor: Actor, values: Iterable[str]) -> dict[str, str]:
    """Titles of meetings: an output may be for more people than the meeting it comes from."""
    wanted = select(Record.id, Record.title).where(Record.id.in_(list(values)), readable(actor))
    return dict(db.session.execute(wanted).all())


def _word(name: str, value: str) -> str:
    match name:
        case "theme" | "sector":
            return _coded(value, _THEMES if name == "theme" else _SECTORS)
        case "type":
            return type_label(value)
        case "language":
            return language_name(value) or str(_("not known"))
        case "country":
            return country_name(value)
        case "state":
            return state_word(value)
        case _:
            return value


def _coded(code: str, vocabularies: tuple[str, ...]) -> str:
    for name in vocabularies:
        if code in VOCABULARIES[name]:
            return str(VOCABULARIES[name].labels[code])
    return code
