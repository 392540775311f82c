"""The one way to search, for pages, API, benchmarks and evaluation alike; always for an actor."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from infocus.core import changes
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Invalid
from infocus.core.paging import decode_cursor, encode_cursor
from infocus.core.permissions import Permission, require
from infocus.engines.bound import engines
from infocus.engines.search.port import FACETS, MAX_LIMIT, MAX_OFFSET, Query, SearchIndex
from infocus.library.facets import labelled
from infocus.library.offload import offload
from infocus.library.shapes import ResultPage, SearchForm, ShownHit
from infocus.networks.models import Partner
from infocus.records.entries import sources


def search(actor: Actor, form: SearchForm) -> ResultPage:
    """What the actor may read of what answers. The number of database queries does not depend on the number of hits.

    Raises:
        Invalid: an unknown filter, or a cursor that is not ours.
        SearchUnavailable: the index is being repaired.
    """
    require(actor, Permission.SEARCH)
    index = engines().search
    query = _query(actor, form, withheld(index))
    result = offload(lambda: index.search(query))
    partners = _partners([hit.partner for hit in result.hits], result.facets.get("partner", ()), form.filters)
    exact = {(each.network.slug, each.slug): each for each in partners}
    facets = {name: result.facets[name] for name in form.facets if name in result.facets}
    following = query.offset + len(result.hits)
    more = following < min(result.total, MAX_OFFSET)
    return ResultPage(
        total=result.total,
        items=tuple(ShownHit(hit, exact.get((hit.network, hit.partner))) for hit in result.hits),
        facets=labelled(facets, form.filters, {each.slug: each for each in partners}),
        suggestion=result.suggestion,
        note=result.note,
        next=encode_cursor([str(following)]) if more else None,
    )


def suggestions(actor: Actor, prefix: str, limit: int = 8) -> tuple[str, ...]:
    """Titles and words that go on from what was typed, from what the actor may read. Raises ``SearchUnavailable``."""
    require(actor, Permission.SEARCH)
    index = engines().search
    exclude = withheld(index)
    return offload(lambda: index.complete(prefix, actor.keys, exclude, limit))


def withheld(index: SearchIndex) -> frozenset[str]:
    """Ids whose audience was narrowed and that the index still has with the wider one, with all that hangs on them."""
    narrowed = changes.narrowed_since(index.cursor)
    if not narrowed:
        return narrowed
    attached = (source.attached(sorted(narrowed)) for source in sources().values())
    return narrowed.union(*attached)


def _query(actor: Actor, form: SearchForm, exclude: frozenset[str]) -> Query:
    unknown = set(form.filters) - {*FACETS, "record"}
    if unknown:
        raise Invalid(dict.fromkeys(sorted(unknown), "no such filter"))
    return Query(
        text=form.text,
        audience=actor.keys,
        filters={name: values for name, values in form.filters.items() if values},
        languages=(actor.language,),
        exclude=exclude,
        sort=form.sort,
        limit=max(1, min(form.limit, MAX_LIMIT)),
        offset=_offset(form.cursor),
        facets=tuple(name for name in form.facets if name in FACETS),
    )


def _offset(cursor: str | None) -> int:
    if not cursor:
        return 0
    (value,) = decode_cursor(cursor, 1)
    if not value.isascii() or not value.isdigit() or len(value) > 6:
        raise Invalid({"cursor": "not a cursor of this list"})
    return min(int(value), MAX_OFFSET)


def _partners(
    shown: Iterable[str], counted: Iterable[tuple[str, int]], filters: Mapping[str, tuple[str, ...]]
) -> list[Partner]:
    """The partners a page names, in one query; two networks may have a partner of one slug."""
    slugs = {*shown, *(value for value, _count in counted), *filters.get("partner", ())} - {""}
    if not slugs:
        return []
    named = select(Partner).where(Partner.slug.in_(sorted(slugs))).order_by(Partner.id.desc())
    return list(db.session.scalars(named.options(joinedload(Partner.network, innerjoin=True))))
