"""The search page and the completions of the search box."""

from urllib.parse import urlencode

from flask import Response, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict

from infocus.core.limits import limits
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.engines.search.port import FACETS, Note, SearchUnavailable, Sort
from infocus.library.queries import search, suggestions
from infocus.library.shapes import SHOWN_FACETS, ResultPage, SearchForm
from infocus.library.views.blueprints import library
from infocus.library.views.hits import ShownResult, shown
from infocus.library.views.preview import preview_of

MAX_QUERY = 400
MAX_VALUES = 30
NOTES = {
    Note.READ_AS_WORDS: _l("The signs in this search did not fit together, so it was read as plain words."),
    Note.SHORTENED: _l("This search is longer than what is looked for; the rest was left out."),
    Note.SOME_WORDS: _l("Nothing has all of these words. These have some of them."),
}


@library.get("/library")
@requires(Permission.SEARCH, by_subject=False)
def index() -> ResponseReturnValue:
    """Everything the reader may read, by passage and page, with filters that are links of their own."""
    form = form_of(request.args)
    results: list[ShownResult] = []
    try:
        page = search(current_actor(), form)
        results = [shown(item, form.text) for item in page.items]
        unavailable = False
    except SearchUnavailable:
        page, unavailable = ResultPage(), True
    return render_template(
        "library/index.html",
        form=form,
        page=page,
        results=results,
        unavailable=unavailable,
        preview=preview_of(current_actor(), page, form.text),
        note=NOTES[page.note] if page.note else None,
        chosen=sum(map(len, form.filters.values())),
        removable=_removable(form, page),
        place=lambda **values: place(form, **values),
        first=not form.cursor,
        sorts=((Sort.RELEVANCE, _("Best match")), (Sort.NEWEST, _("Newest"))),
        search_query=form.text,
    )


@library.get("/library/suggest")
@requires(Permission.SEARCH, by_subject=False)
def suggest() -> Response:
    """Completions of what is typed, as ``{"items": [...]}``; empty when there are none."""
    limits().hit("600/minute", "suggest", request.remote_addr or "")
    prefix = request.args.get("q", "")[:MAX_QUERY]
    try:
        items = suggestions(current_actor(), prefix) if prefix.strip() else ()
    except SearchUnavailable:
        items = ()
    return jsonify(items=list(items))


def form_of(values: MultiDict[str, str]) -> SearchForm:
    """The question in a query string; names it does not know are passed over."""
    filters = {name: tuple(dict.fromkeys(filter(None, values.getlist(name))))[:MAX_VALUES] for name in FACETS}
    chosen = {name: accepted for name, accepted in filters.items() if accepted}
    sort = Sort.NEWEST if values.get("sort") == Sort.NEWEST else Sort.RELEVANCE
    return SearchForm(
        text=values.get("q", "")[:MAX_QUERY],
        filters=chosen,
        sort=sort,
        cursor=values.get("cursor") or None,
        facets=tuple(dict.fromkeys((*SHOWN_FACETS, *chosen))),
    )


def place(form: SearchForm, *, without: tuple[str, str] | None = None, **values: str | None) -> str:
    """The address of this search with other values, or without one value of a filter; the cursor only when given."""
    pairs = [("q", values.pop("q", form.text) or "")]
    if not values.pop("plain", None):
        pairs += [(name, value) for name, chosen in form.filters.items() for value in chosen]
    if form.sort != Sort.RELEVANCE:
        pairs.append(("sort", form.sort.value))
    pairs += [(name, value) for name, value in values.items() if value]
    kept = urlencode([pair for pair in pairs if pair[1] and pair != without])
    return f"/library?{kept}" if kept else "/library"


def _removable(form: SearchForm, page: ResultPage) -> list[tuple[str, str]]:
    """The chosen filters as labels, each with the address without it."""
    labels = {(facet.name, each.value): each.label for facet in page.facets for each in facet.values}
    return [
        (labels.get((name, value), value), place(form, without=(name, value)))
        for name, chosen in form.filters.items()
        for value in chosen
    ]
