"""The search page: everything the reader may read, by passage and page."""

from flask import redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.engines.search.port import Note, SearchUnavailable, Sort
from infocus.library.asked import query_string
from infocus.library.facets import telling
from infocus.library.freshness import Behind, Building, freshness
from infocus.library.history import note_search
from infocus.library.policy import networks_looked_after
from infocus.library.queries import search
from infocus.library.shapes import Facet, ResultPage, SearchForm
from infocus.library.views.blueprints import library
from infocus.library.views.chips import chips_of
from infocus.library.views.hits import Way, shown_all
from infocus.library.views.places import asked_by_form, form_of, place, tidy
from infocus.library.views.preview import preview_of
from infocus.library.views.tries import tries_of
from infocus.library.views.values import number_of
from infocus.library.views.years import Years, years_of

NOTES = {
    Note.READ_AS_WORDS: _l("The signs in this search did not fit together, so it was read as plain words."),
    Note.SHORTENED: _l("This search is longer than what is looked for; the rest was left out."),
    Note.SOME_WORDS: _l("Nothing has all of these words. These have some of them."),
    Note.PARTIAL: _l("This search took too long: what was found until then is shown."),
}
SORTS = ((Sort.RELEVANCE, _l("Best match")), (Sort.NEWEST, _l("Newest")), (Sort.ADOPTED, _l("Most adopted")))


@library.get("/library")
@requires(Permission.SEARCH, by_subject=False)
def index() -> ResponseReturnValue:
    """What answers, with filters that are addresses of their own; what the form sends becomes such an address."""
    if asked_by_form(request.args):
        return redirect(tidy(request.args), 303)
    actor, form = current_actor(), form_of(request.args)
    try:
        page, unavailable = search(actor, form), False
        note_search(actor, form, page.total, page.notes)
    except SearchUnavailable:
        page, unavailable = ResultPage(), True
    at = number_of("preview")
    way = Way(page.words, place(form, cursor=form.cursor, preview=at))
    results = shown_all(page, way)
    state = freshness()
    return render_template(
        "library/index.html",
        form=form,
        page=page,
        results=results,
        unavailable=unavailable,
        building=state if isinstance(state, Building) else None,
        behind=state if isinstance(state, Behind) else None,
        preview=preview_of(actor, results, way, at),
        notes=[*page.remarks, *(NOTES[note] for note in page.notes)],
        facets=[facet for facet in page.facets if telling(facet, page.total)],
        years=_years(form, page.facets),
        chips=chips_of(form, page),
        tries=tries_of(actor, form, page) if not (results or unavailable) else [],
        place=lambda **values: place(form, **values),
        first=not form.cursor,
        sorts=SORTS,
        kept=query_string(form),
        looked_after=networks_looked_after(actor),
        search_query=form.text,
    )


def _years(form: SearchForm, facets: tuple[Facet, ...]) -> Years | None:
    found = next((facet for facet in facets if facet.name == "year"), None)

    def toggle(year: str, selected: bool) -> str:
        return place(form, without=[("year", year)]) if selected else place(form, plus=[("year", year)])

    return years_of(found, toggle) if found else None
