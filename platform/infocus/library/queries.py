"""The one way to search, for pages, API, benchmarks and evaluation alike; always for an actor."""

from infocus.core.actor import Actor
from infocus.core.errors import Invalid
from infocus.core.paging import decode_cursor, encode_cursor
from infocus.core.permissions import Permission, require
from infocus.engines.bound import engines
from infocus.engines.search.port import (
    FACETS,
    FILTERS,
    MAX_LIMIT,
    MAX_OFFSET,
    Completion,
    Query,
)
from infocus.library.facets import labelled
from infocus.library.fields import Read, Typed, read
from infocus.library.offload import offload
from infocus.library.people import names_of
from infocus.library.shapes import ResultPage, SearchForm, ShownHit
from infocus.library.timing import SUGGEST, asked_through, timed
from infocus.library.verifier import verified
from infocus.library.withholding import withheld
from infocus.networks.queries import partners_named


def search(actor: Actor, form: SearchForm) -> ResultPage:
    """What the actor may read of what answers. The number of database queries does not depend on the number of hits.

    Raises:
        Invalid: an unknown filter, or a cursor that is not ours.
        SearchUnavailable: the index is being repaired.
    """
    require(actor, Permission.SEARCH)
    index = engines().search
    asked = read(actor, form.text)
    query = _query(actor, form, asked, withheld(index))
    with timed(asked_through(actor)):
        found = offload(lambda: index.search(query))
    result = verified(actor, found)
    counted = (value for value, _count in result.facets.get("partner", ()))
    chosen = query.filters.get("partner", ())
    partners = partners_named([*(hit.partner for hit in result.hits), *counted, *chosen])
    exact = {(each.network.slug, each.slug): each for each in partners}
    facets = {name: result.facets[name] for name in form.facets if name in result.facets}
    following = query.offset + len(found.hits)  # what a check took off the page is not asked for again
    more = following < min(found.total, MAX_OFFSET)
    return ResultPage(
        total=result.total,
        passages=result.passages,
        items=tuple(ShownHit(hit, exact.get((hit.network, hit.partner))) for hit in result.hits),
        facets=labelled(actor, facets, form.filters, asked.filters, {each.slug: each for each in partners}),
        suggestion=result.suggestion,
        notes=result.notes,
        next=encode_cursor([str(following)]) if more else None,
        words=asked.words,
        typed=asked.typed,
        remarks=asked.notes,
        authors=names_of(actor, form.filters.get("author", ())),
    )


def suggestions(actor: Actor, prefix: str, limit: int = 8) -> tuple[Completion, ...]:
    """Titles and words that go on from what was typed, from what the actor may read. Raises ``SearchUnavailable``."""
    require(actor, Permission.SEARCH)
    index = engines().search
    exclude = withheld(index)
    with timed(SUGGEST):
        return offload(lambda: index.complete(prefix, actor.keys, exclude, limit))


def _query(actor: Actor, form: SearchForm, asked: Read, exclude: frozenset[str]) -> Query:
    unknown = set(form.filters) - {*FILTERS}
    if unknown:
        raise Invalid(dict.fromkeys(sorted(unknown), "no such filter"))
    return Query(
        text=asked.words,
        audience=actor.keys,
        filters=_both(form.filters, asked.filters),
        without=asked.without,
        languages=(actor.language,),
        exclude=exclude,
        sort=form.sort,
        limit=max(1, min(form.limit, MAX_LIMIT)),
        offset=_offset(form.cursor),
        facets=tuple(name for name in form.facets if name in FACETS),
    )


def _both(chosen: Typed, typed: Typed) -> dict[str, tuple[str, ...]]:
    """Chosen and typed values of each filter together: a second value of one filter widens it."""
    names = dict.fromkeys((*chosen, *typed))
    both = {name: tuple(dict.fromkeys((*chosen.get(name, ()), *typed.get(name, ())))) for name in names}
    return {name: values for name, values in both.items() if values}


def _offset(cursor: str | None) -> int:
    if not cursor:
        return 0
    (value,) = decode_cursor(cursor, 1)
    if not value.isascii() or not value.isdigit() or len(value) > 6:
        raise Invalid({"cursor": "not a cursor of this list"})
    return min(int(value), MAX_OFFSET)
