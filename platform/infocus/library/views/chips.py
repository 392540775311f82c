"""What narrows a search, as chips that take it away."""

from flask_babel import gettext as _

from infocus.library.fields import without_piece
from infocus.library.shapes import ResultPage, SearchForm
from infocus.library.views.places import place

Chip = tuple[str, str]
"""A label, and the address of the search without what it says."""


def chips_of(form: SearchForm, page: ResultPage) -> list[Chip]:
    """Filters typed among the words first, then the chosen ones; years that follow each other are one chip."""
    labels = {(facet.name, each.value): each.label for facet in page.facets for each in facet.values}
    chips = [(each.label, place(form, q=without_piece(form.text, each.piece))) for each in page.typed]
    for name, chosen in form.filters.items():
        if name == "year":
            chips += _years(form, chosen)
        elif name == "author":
            hidden = _("one person’s")  # who may not see names still sees that something narrows the search
            chips += [(page.authors.get(each, hidden), place(form, without=[(name, each)])) for each in chosen]
        else:
            unnamed = _("one meeting") if name == "meeting" else ""
            chips += [
                (labels.get((name, each), unnamed or each), place(form, without=[(name, each)])) for each in chosen
            ]
    return chips


def _years(form: SearchForm, chosen: tuple[str, ...]) -> list[Chip]:
    spans: list[list[str]] = []
    for year in sorted(chosen):
        if spans and f"{year}{spans[-1][-1]}".isdecimal() and int(year) == int(spans[-1][-1]) + 1:
            spans[-1].append(year)
        else:
            spans.append([year])
    return [
        (span[0] if len(span) == 1 else f"{span[0]}–{span[-1]}", place(form, without=[("year", year) for year in span]))
        for span in spans
    ]
