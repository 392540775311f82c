"""Two or three practices side by side: what they share said once, what differs beside each other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import format_date, format_decimal, ngettext
from flask_babel import gettext as _

from infocus.core.actor import Actor
from infocus.core.errors import NotFound
from infocus.core.i18n import language_name
from infocus.networks.words import country_name
from infocus.practices.ageing.words import verified_ago
from infocus.practices.content import TABLES, section_level
from infocus.practices.finding.words import STATES
from infocus.practices.models import Practice
from infocus.practices.queries import ShownSection, may_read_section, shown_sections
from infocus.practices.sections import SECTIONS, Section
from infocus.practices.transfers.ledger import cities_using
from infocus.records.queries import get_record
from infocus.vocabularies.registry import label

LEAST, MOST = 2, 3


@dataclass(frozen=True, slots=True)
class Bit:
    """One thing a practice states; ``shared``: all of them state it."""

    text: str
    shared: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One fact; ``same``: all state the same, nothing included."""

    name: str
    cells: tuple[tuple[Bit, ...], ...]

    @property
    def same(self) -> bool:
        """Whether there is nothing to compare."""
        return all(bit.shared for cell in self.cells for bit in cell)

    @property
    def mixed(self) -> bool:
        """Whether they share a part, so that it is worth marking what is one's own."""
        return not self.same and any(bit.shared for cell in self.cells for bit in cell)


@dataclass(frozen=True, slots=True)
class Beside:
    """One section, and what each practice says there; ``None``: nothing that this reader may read."""

    section: Section
    cells: tuple[ShownSection | None, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The practices in the order asked for, the facts and the sections."""

    practices: tuple[Practice, ...]
    facts: tuple[Row, ...]
    sections: tuple[Beside, ...]


def found(actor: Actor, ids: Sequence[str]) -> tuple[list[Practice], int]:
    """The practices of these ids that the actor may read, each once, and how many of the ids are not among them."""
    practices = []
    wanted = list(dict.fromkeys(ids))
    for each in wanted:
        try:
            practices.append(get_record(actor, each, Practice))
        except NotFound:
            continue
    return practices, len(wanted) - len(practices)


def compare(actor: Actor, practices: Sequence[Practice]) -> Comparison:
    """What this reader may read of each, beside each other; sections that none of them has are left out."""
    shown = [{each.section.name: each for each in shown_sections(actor, practice)} for practice in practices]
    sections = [Beside(section, tuple(each.get(section.name) for each in shown)) for section in SECTIONS]
    using = cities_using([practice.id for practice in practices])
    facts = [_row(name, [stated(practice) for practice in practices]) for name, stated in _stated(actor, using).items()]
    return Comparison(
        tuple(practices),
        tuple(row for row in facts if any(row.cells)),
        tuple(beside for beside in sections if any(beside.cells)),
    )


def _row(name: str, cells: Sequence[Sequence[str]]) -> Row:
    common = set(cells[0]).intersection(*cells[1:])
    return Row(name, tuple(tuple(Bit(text, text in common) for text in cell if text) for cell in cells))


def _stated(actor: Actor, using: dict[str, int]) -> dict[str, Callable[[Practice], list[str]]]:
    """The facts by their names, each a list of texts; an empty list where nothing is stated."""

    def coded(name: str, vocabulary: str) -> Callable[[Practice], list[str]]:
        return lambda practice: [label(vocabulary, code) for code in practice.content.get(name) or ()]

    def used(practice: Practice) -> list[str]:
        cities = using.get(practice.id, 0)
        return [ngettext("%(num)d city", "%(num)d cities", cities) if cities else _("no other city yet")]

    return {
        _("City"): lambda practice: [practice.partner.label] if practice.partner else [],
        _("Country"): lambda practice: [country_name(practice.partner.country)] if practice.partner else [],
        _("Kind of body"): lambda practice: [practice.partner.kind] if practice.partner else [],
        _("Network"): lambda practice: [practice.network.name],
        _("Themes"): coded("themes", "work_areas"),
        _("Industrial ecosystems"): coded("sectors", "ecosystems"),
        _("Timescale"): _timescale,
        _("Amounts"): lambda practice: _amounts(actor, practice),
        _("Place"): lambda practice: [practice.content.get("place_name") or ""],
        _("In use in"): used,
        _("Verified"): _verified,
        _("State"): lambda practice: [str(STATES.get(practice.state, practice.state))],
        _("Language"): lambda practice: [language_name(practice.language)],
    }


def _timescale(practice: Practice) -> list[str]:
    started, ended = (str(practice.content.get(name) or "") for name in ("started", "ended"))
    if not started:
        return []
    return [f"{started} – {ended or _('ongoing')}"]


def _amounts(actor: Actor, practice: Practice) -> list[str]:
    """What it cost, for whoever may read the section that amounts are read with."""
    if not may_read_section(actor, practice, section_level(practice.content, TABLES["amounts"])):
        return []
    rows = practice.content.get("amounts") or ()
    return [_amount(row) for row in rows if row.get("value") is not None]


def _amount(row: dict[str, Any]) -> str:
    sum_ = f"{format_decimal(row['value'])} {row.get('currency') or 'EUR'}"
    return f"{row['what']}: {sum_}" if row.get("what") else sum_


def _verified(practice: Practice) -> list[str]:
    last = practice.verified_at or practice.validated_at
    return [f"{format_date(last, 'd MMM y')} ({verified_ago(last)})"] if last else [_("never")]
