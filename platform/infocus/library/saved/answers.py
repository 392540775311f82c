"""What the index answers to a saved search."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import structlog

from infocus.core import changes
from infocus.core.actor import Actor
from infocus.engines.bound import engines
from infocus.engines.search.port import MAX_LIMIT, Note, SearchUnavailable, Sort
from infocus.library.queries import search
from infocus.library.shapes import SearchForm

log = structlog.get_logger()
REMEMBERED = 3
"""Pages of ``MAX_LIMIT`` records that are remembered as answering when a search is saved."""


@dataclass(frozen=True, slots=True)
class Present:
    """What answers at the moment of saving: records with their dates, whether there are more, the index's place."""

    cursor: int
    records: tuple[tuple[str, datetime], ...] = ()
    wide: bool = False


def present_answers(actor: Actor, form: SearchForm) -> Present:
    """What answers now; without an index nothing is known, so that only records made from now on will tell."""
    index = engines().search
    try:
        cursor = index.cursor
        found: list[tuple[str, datetime]] = []
        asked = replace(_bare(form), sort=Sort.NEWEST)
        for _page in range(REMEMBERED):
            page = search(actor, asked)
            if Note.SOME_WORDS not in page.notes:
                found += [(item.hit.record, item.hit.updated_at) for item in page.items]
            if page.next is None:
                return Present(cursor, tuple(found))
            asked = replace(asked, cursor=page.next)
    except SearchUnavailable:
        return Present(changes.last_seq(), wide=True)
    return Present(cursor, tuple(found), wide=True)


def answers_among(actor: Actor, form: SearchForm, records: Sequence[str]) -> set[str]:
    """Which of these records answer the search in full, as far as the actor may read them.

    Raises:
        Invalid: the search cannot be asked any more (a filter is gone).
        SearchUnavailable: the index is being repaired.
    """
    found: set[str] = set()
    asked = _bare(form)
    for start in range(0, len(records), MAX_LIMIT):
        some = tuple(records[start : start + MAX_LIMIT])
        page = search(actor, replace(asked, filters={**form.filters, "record": some}))
        if Note.PARTIAL in page.notes:
            log.warning("saved_search_cut_short", records=len(some))
        if Note.SOME_WORDS not in page.notes:
            found.update(item.hit.record for item in page.items)
    return found


def _bare(form: SearchForm) -> SearchForm:
    return replace(form, limit=MAX_LIMIT, cursor=None, facets=())
