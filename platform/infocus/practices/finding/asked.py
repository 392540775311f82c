"""What the address of the list asks for, and the addresses that lead from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import request, url_for

from infocus.practices.finding.alike import Alike
from infocus.practices.finding.counts import FACETS, City, Counts
from infocus.practices.finding.queries import Filters
from infocus.practices.finding.words import IN_ORDER, word_of

VIEWS = ("list", "cards", "map")
MOST_VALUES = 30
MINE = "mine"
NO_CITY = ("",)


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a filter."""

    value: str
    label: str
    count: int
    selected: bool


def filters_of_request(alike: Alike) -> Filters:
    """The filters in the address; names may stand several times. ``like=mine``: the cities that are like one's own."""
    names = [name for name in (*FACETS, "network", "year") if name != "like"]
    given = {name: tuple(request.args.getlist(name)[:MOST_VALUES]) for name in names}
    like = (alike.ids or NO_CITY) if MINE in request.args.getlist("like") else ()
    return Filters(**given, like=like)


def view_of_request() -> str:
    """How the list is shown; what is no view is the list."""
    wanted = request.args.get("view", "")
    return wanted if wanted in VIEWS else VIEWS[0]


def chosen() -> list[tuple[str, str]]:
    """The filters that are on, in the order of the page, with their values."""
    on = [(name, value) for name in FACETS for value in dict.fromkeys(request.args.getlist(name)[:MOST_VALUES])]
    return [(name, value) for name, value in on if name != "like" or value == MINE]


def address(
    *, without: Sequence[tuple[str, str]] = (), endpoint: str = "practices.index", **changes: str | None
) -> str:
    """This list with names set anew, or taken away by ``None``; a cursor stays only where it is given."""
    left_out = {"cursor", *changes}
    kept = [
        (name, value)
        for name, value in request.args.items(multi=True)
        if name not in left_out and (name, value) not in without
    ]
    kept += [(name, value) for name, value in changes.items() if value is not None]
    query = urlencode(kept)
    return f"{url_for(endpoint)}?{query}" if query else url_for(endpoint)


def options_of(counted: Counts, known: Sequence[City]) -> dict[str, list[Option]]:
    """The filters' choices with labels, counts, and what is chosen."""
    partners = {slug: label for _id, slug, _country, label in known}
    on = set(chosen())
    options = {}
    for name in FACETS:
        counts = dict(counted[name])
        values = [value for value in IN_ORDER.get(name, counts) if value in counts or (name, value) in on]
        values += [value for each, value in chosen() if each == name and value not in values]
        options[name] = [
            Option(value, word_of(name, value, partners), counts.get(value, 0), (name, value) in on) for value in values
        ]
    return options
