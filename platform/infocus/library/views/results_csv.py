"""A search as a table that spreadsheets open."""

from collections.abc import Iterator
from dataclasses import replace
from html import unescape

from flask import request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.exceptions import ServiceUnavailable

from infocus.core.limits import limits
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.core.web.links import base_url
from infocus.engines.search.port import MAX_LIMIT, Hit, SearchUnavailable
from infocus.library.kinds import kinds_of
from infocus.library.labels import type_label
from infocus.library.queries import search
from infocus.library.shapes import SearchForm, ShownHit
from infocus.library.states import state_word
from infocus.library.views.blueprints import library
from infocus.library.views.places import form_of
from infocus.networks.views.tables import csv_answer

MOST = 1_000
"""Records of one table."""


@library.get("/library/results.csv")
@requires(Permission.SEARCH, by_subject=False)
def results_csv() -> ResponseReturnValue:
    """The records of a search in its order, up to ``MOST``, each with its best passage: what the page shows, as CSV."""
    limits().hit("30/minute", "library.csv", current_actor().person or request.remote_addr or "")
    titles = [_("Kind"), _("Title"), _("City"), _("Network"), _("Language"), _("Year"), _("State"), _("Adoptions")]
    try:
        found = list(_found(form_of(request.args)))
    except SearchUnavailable as error:
        raise ServiceUnavailable(retry_after=30) from error
    kinds = kinds_of(item.hit for item in found)
    rows = ([kinds.get(item.hit.record) or type_label(item.hit.type), *_cells(item)] for item in found)
    return csv_answer("library", [[*titles, _("Page"), _("Passage"), _("Address")], *rows])


def _found(form: SearchForm) -> Iterator[ShownHit]:
    following = replace(form, limit=MAX_LIMIT, facets=(), cursor=None)
    for _page in range(MOST // MAX_LIMIT):
        page = search(current_actor(), following)
        yield from page.items
        if page.next is None:
            return
        following = replace(following, cursor=page.next)


def _cells(item: ShownHit) -> list[object]:
    hit = item.hit
    city = item.partner.label if item.partner else ""
    page, passage = _best(hit)
    state = state_word(hit.state) if hit.state else ""
    known: list[object] = [hit.title_text, city, hit.network, hit.language, hit.year or "", state, hit.adoptions or ""]
    return [*known, page, passage, base_url() + hit.url]


def _best(hit: Hit) -> tuple[object, str]:
    """The best passage's page and words, or the summary's."""
    best = next((each for each in hit.passages if each.html), None)
    html = best.html if best else hit.summary
    return (best.page or "") if best else "", unescape(html.replace("<mark>", "").replace("</mark>", ""))
