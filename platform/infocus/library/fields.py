"""Filters typed among the words (``partner:bordeaux``, ``type:plan``, ``year:2016..2018``, ``lang:pt``) as values.

A city goes by its short name or the one people use, a kind or a language by its code or its word; accents and capitals
do not matter. What nobody knows is looked for as words, and the page says so.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from babel import Locale
from flask_babel import gettext as _
from sqlalchemy import select

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.i18n import LANGUAGES
from infocus.core.text import slug
from infocus.library.labels import TYPES, labels_of
from infocus.library.shapes import TypedField
from infocus.networks.models import Partner

NAMES = {"partner": "partner", "type": "type", "year": "year", "lang": "language"}
"""A field as it is typed → the filter it means."""
FIRST_YEAR, MOST_YEARS = 1900, 60
_PIECE = re.compile(rf'"[^"]*"|(?P<sign>-?)(?P<name>{"|".join(NAMES)}):(?P<value>"[^"]+"|[^\s"]+)|\S+', re.IGNORECASE)
_SPAN = re.compile(r"(\d{4})?(\.\.|-|–)?(\d{4})?")

Typed = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Resolved:
    """Values of filters, sentences on what could not be read, and the words it leaves."""

    filters: Typed = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """A text with the filters in it: what is left to look for, what must and must not hold, and the pieces read."""

    words: str = ""
    filters: Typed = field(default_factory=dict)
    without: Typed = field(default_factory=dict)
    typed: tuple[TypedField, ...] = ()
    notes: tuple[str, ...] = ()


class Finder:
    """Finds what typed values mean; the cities are asked for once, when the first is named."""

    def __init__(self, actor: Actor) -> None:
        self._actor = actor

    def find(self, name: str, value: str) -> tuple[str, ...]:
        """The values of a filter that a field's typed value means; none when nobody knows it."""
        wanted = slug(value)
        match name:
            case "partner":
                return self._cities(wanted)
            case "type":
                return tuple(code for code, label in TYPES.items() if wanted in {code, slug(str(label))})
            case "lang":
                return tuple(code for code, known in self._languages.items() if wanted in known)
            case _:
                return _years(value)

    def label(self, name: str, values: tuple[str, ...]) -> str:
        """A filter's values in words."""
        if name == "year":
            return values[0] if len(values) == 1 else f"{values[0]}–{values[-1]}"
        known = self._partners if name == "partner" else labels_of(self._actor, name, values, {})
        return ", ".join(known[value] for value in values)

    @cached_property
    def _partners(self) -> dict[str, str]:
        return dict(db.session.execute(select(Partner.slug, Partner.label).order_by(Partner.label)).all())

    @cached_property
    def _languages(self) -> dict[str, set[str]]:
        """Each of the ten by its code, its own name, its English name and its name in the reader's language."""
        tongues = [Locale.parse(code).languages for code in ("en", self._actor.language)]
        return {code: {code, slug(own), *(slug(each[code]) for each in tongues)} for code, own in LANGUAGES.items()}

    def _cities(self, wanted: str) -> tuple[str, ...]:
        """The cities of that name, else those whose name begins with these words ("grenoble" for Grenoble-Alpes)."""
        exact = tuple(short for short, label in self._partners.items() if wanted in {short, slug(label)})
        return exact or tuple(
            short for short, label in self._partners.items() if wanted and slug(label).startswith(f"{wanted}-")
        )


def resolve(actor: Actor, typed: Typed) -> Resolved:
    """Typed values (by ``partner``, ``type``, ``year``, ``lang``) as values of filters. At most one query."""
    finder = Finder(actor)
    filters: dict[str, tuple[str, ...]] = {}
    notes, words = [], []
    for name, values in typed.items():
        for value in dict.fromkeys(values):
            if found := finder.find(name, value):
                filters[NAMES[name]] = _wider(filters, NAMES[name], found)
            else:
                notes.append(_unknown(name, value))
                words.append(value)
    return Resolved(filters, tuple(notes), tuple(words))


def read(actor: Actor, text: str) -> Read:
    """The text with its filters taken out; two pieces of one filter widen it. At most one query."""
    if ":" not in text:
        return Read(text)
    finder = Finder(actor)
    words: list[str] = []
    wanted: dict[str, tuple[str, ...]] = {}
    unwanted: dict[str, tuple[str, ...]] = {}
    typed: list[TypedField] = []
    notes: dict[str, None] = {}
    for match in _PIECE.finditer(text):
        if match["name"] is None:
            words.append(match[0])
            continue
        name, value = match["name"].lower(), match["value"].strip('"')
        found = finder.find(name, value)
        if not found:
            words.append(f"{match['sign']}{match['value']}")
            notes[_unknown(name, value)] = None
            continue
        target = unwanted if match["sign"] else wanted
        target[NAMES[name]] = _wider(target, NAMES[name], found)
        label = finder.label(NAMES[name], found)
        typed.append(TypedField(match[0], NAMES[name], _("not %(what)s", what=label) if match["sign"] else label))
    return Read(" ".join(words), wanted, unwanted, tuple(typed), tuple(notes))


def _wider(filters: Typed, name: str, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*filters.get(name, ()), *values)))


def without_piece(text: str, piece: str) -> str:
    """The text without one typed filter, wherever it stands in it."""
    return " ".join(match[0] for match in _PIECE.finditer(text) if match[0] != piece)


def span_of(first: str, last: str) -> tuple[str, ...]:
    """The years from one to another, both included, each of which may be empty; none where nothing is meant."""
    now = clock.now().year
    start = int(first) if first else max(FIRST_YEAR, int(last or 0) - MOST_YEARS + 1)
    end = int(last) if last else max(now, start)
    if not (first or last) or not FIRST_YEAR <= start <= end <= now + 100:
        return ()
    return tuple(str(year) for year in range(start, min(end, start + MOST_YEARS - 1) + 1))


def _years(value: str) -> tuple[str, ...]:
    match = _SPAN.fullmatch(value)
    if match is None:
        return ()
    first, sign, last = match[1] or "", match[2], match[3] or ""
    return span_of(first, last) if sign else span_of(first, first)


def _unknown(name: str, value: str) -> str:
    match name:
        case "partner":
            note = _("There is no city called “%(name)s” here, so that was looked for as words.", name=value)
        case "type":
            note = _("There is no kind of record called “%(name)s”, so that was looked for as words.", name=value)
        case "lang":
            note = _("“%(name)s” is none of the ten languages here, so that was looked for as words.", name=value)
        case _:
            note = _("“%(name)s” is no year, so that was looked for as words.", name=value)
    return str(note)
