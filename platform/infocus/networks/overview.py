"""Pictures of a network that compare without ranking: who works on what, and which cities are alike and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from infocus.networks.models import Partner
from infocus.networks.priorities import from_json
from infocus.vocabularies.registry import VOCABULARIES, label

TWINS = 3
REASONS = 3
_SIZES = (
    (50_000, _l("fewer than 50,000 people")),
    (100_000, _l("50,000 to 100,000 people")),
    (250_000, _l("100,000 to 250,000 people")),
    (500_000, _l("250,000 to 500,000 people")),
    (1_000_000, _l("500,000 to a million people")),
)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One partner and, for each column, ``priority``, ``emerging`` or nothing."""

    partner: Partner
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Sectors by city: labels of the columns in the vocabulary's order, rows by alphabet."""

    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class Twin:
    """A partner that is like one's own, and in what."""

    partner: Partner
    reason: str


def matrix(partners: Sequence[Partner]) -> Matrix:
    """Who works on which sector; sectors that nobody named are left out."""
    profiles = [from_json(partner.priorities) for partner in partners]
    used = frozenset(chain.from_iterable(profile.sectors() for profile in profiles))
    codes = [code for code in VOCABULARIES["ecosystems"].labels if code in used]
    rows = []
    for partner, profile in zip(partners, profiles, strict=True):
        settled, emerging = profile.sectors(emerging=False), profile.sectors(emerging=True)
        cells = ("priority" if code in settled else "emerging" if code in emerging else "" for code in codes)
        rows.append(MatrixRow(partner, tuple(cells)))
    return Matrix(tuple(label("ecosystems", code) for code in codes), tuple(rows))


def twins(own: Partner, partners: Sequence[Partner], most: int = TWINS) -> list[Twin]:
    """At most ``most`` partners that share the most with ``own``, by alphabet, each with its reason; never a rank."""
    shared = [(partner, _shared(own, partner)) for partner in partners if partner.id != own.id]
    closest = sorted((pair for pair in shared if pair[1][0]), key=lambda pair: (-pair[1][0], pair[0].label))[:most]
    return [
        Twin(partner, " ".join(reasons))
        for partner, (_weight, reasons) in sorted(closest, key=lambda pair: pair[0].label)
    ]


def _shared(own: Partner, other: Partner) -> tuple[int, list[str]]:
    """How much two partners share, and the sentences that say it."""
    mine, theirs = from_json(own.priorities), from_json(other.priorities)
    sectors, themes = mine.sectors() & theirs.sectors(), set(mine.themes) & set(theirs.themes)
    divisions = mine.divisions() & theirs.divisions()
    size = size_of(own.population) if size_of(own.population) == size_of(other.population) else ""
    sentences = []
    if sectors:
        sentences.append(_("You both count on %(what)s.", what=_words("ecosystems", sectors)))
    if themes:
        sentences.append(_("Both work on %(what)s.", what=_words("work_areas", themes)))
    if size:
        sentences.append(_("Also a city of %(size)s.", size=size))
    if divisions:
        sentences.append(_("The same activities: %(what)s.", what=_words("nace", divisions)))
    if own.kind == other.kind:
        sentences.append(_("The same kind of body: %(kind)s.", kind=own.kind))
    weight = 3 * len(sectors) + 2 * len(themes) + 2 * bool(size) + len(divisions) + (own.kind == other.kind)
    return weight, [str(sentence) for sentence in sentences[:REASONS]]


def size_of(population: int | None) -> str:
    """The class of a city's size in words; empty when none is stated.

    The classes are the OECD's and the European Commission's (Dijkstra and Poelman, "Cities in Europe: the new OECD-EC
    definition", 2012), with one below for towns.
    """
    if not population:
        return ""
    return str(next((words for most, words in _SIZES if population < most), _("more than a million people")))


def _words(vocabulary: str, codes: set[str] | frozenset[str]) -> str:
    labels = [label(vocabulary, code) for code in VOCABULARIES[vocabulary].labels if code in codes]
    return "; ".join(labels[:3])
