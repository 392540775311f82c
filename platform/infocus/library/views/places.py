"""Addresses of searches: every state of the page has one, and one only."""

from collections.abc import Iterable
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from infocus.engines.search.port import FACETS, Sort
from infocus.library.fields import span_of
from infocus.library.shapes import SHOWN_FACETS, SearchForm

MAX_QUERY = 400
MAX_VALUES = 60
CHOSEN = (*FACETS, "author")
"""The filters an address may name."""
_RANGE = ("year_from", "year_to", "years_were")


def form_of(values: MultiDict[str, str]) -> SearchForm:
    """The question in a query string; names it does not know are passed over."""
    filters = {name: tuple(dict.fromkeys(filter(None, values.getlist(name))))[:MAX_VALUES] for name in CHOSEN}
    chosen = {name: accepted for name, accepted in filters.items() if accepted}
    sort = values.get("sort", "")
    return SearchForm(
        text=values.get("q", "")[:MAX_QUERY],
        filters=chosen,
        sort=Sort(sort) if sort in set(Sort) else Sort.RELEVANCE,
        cursor=values.get("cursor") or None,
        facets=tuple(dict.fromkeys((*SHOWN_FACETS, *(name for name in chosen if name in FACETS)))),
    )


def asked_by_form(values: MultiDict[str, str]) -> bool:
    """Whether a query string came from the form, with fields that only say how its values were chosen."""
    return any(name in values for name in _RANGE) or values.get("sort") == Sort.RELEVANCE


def tidy(values: MultiDict[str, str]) -> str:
    """The one address of what the form asks for.

    The years are those ticked, unless the two lists "from" and "to" no longer say what they said on the page.
    """
    first, last = values.get("year_from", ""), values.get("year_to", "")
    form = form_of(values)
    if f"{first}-{last}" == values.get("years_were", "-"):
        return place(form)
    span = span_of(first, last) if {len(first), len(last)} <= {0, 4} and f"0{first}{last}".isdecimal() else ()
    kept = {name: chosen for name, chosen in form.filters.items() if name != "year"}
    return place(SearchForm(text=form.text, sort=form.sort, filters=kept | ({"year": span} if span else {})))


def place(
    form: SearchForm,
    *,
    without: Iterable[tuple[str, str]] = (),
    plus: Iterable[tuple[str, str]] = (),
    path: str = "/library",
    **values: str | int | None,
) -> str:
    """The address of this search with other values, or without or with values of filters; the cursor only when given.

    ``plain="yes"`` leaves every filter out.
    """
    pairs: list[tuple[str, str]] = [("q", str(values.pop("q", form.text) or ""))]
    if not values.pop("plain", None):
        pairs += [(name, value) for name, chosen in form.filters.items() for value in chosen]
    pairs += plus
    sort = str(values.pop("sort", form.sort.value) or "")
    if sort != Sort.RELEVANCE:
        pairs.append(("sort", sort))
    fragment = values.pop("fragment", None)
    pairs += [(name, str(value)) for name, value in values.items() if value]
    gone = set(without)
    kept = urlencode([pair for pair in pairs if pair[1] and pair not in gone])
    return f"{path}{'?' if kept else ''}{kept}{f'#{fragment}' if fragment else ''}"
