"""The library's search."""

from collections.abc import Callable
from typing import TypeVar

from flask import Response
from werkzeug.exceptions import ServiceUnavailable

from infocus.api.answers import answer, next_url
from infocus.api.operations import operation
from infocus.api.schemas.search import (
    ResultShape,
    SearchQuery,
    SuggestionsShape,
    SuggestQuery,
    result_shape,
    suggestions_shape,
)
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.engines.search.port import SearchUnavailable
from infocus.library import queries
from infocus.library.completions import offers

T = TypeVar("T")


@operation("GET", "/search", query=SearchQuery, shape=ResultShape)
@requires(Permission.SEARCH)
def search(query: SearchQuery) -> Response:
    """Search practices, outputs page by page, meetings, plans, reviews and comments that you may read."""
    page = _answered(lambda: queries.search(current_actor(), query.form()))
    return answer(result_shape(page, next_url(page.next)))


@operation("GET", "/search/suggest", query=SuggestQuery, shape=SuggestionsShape)
@requires(Permission.SEARCH)
def suggest(query: SuggestQuery) -> Response:
    """Words, titles and people that go on from what was typed."""
    found = _answered(lambda: offers(current_actor(), query.q)) if query.q else []
    return answer(suggestions_shape(found))


def _answered(ask: Callable[[], T]) -> T:
    try:
        return ask()
    except SearchUnavailable as error:  # the index is being repaired
        raise ServiceUnavailable(retry_after=30) from error
