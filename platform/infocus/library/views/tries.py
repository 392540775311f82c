"""What to try when nothing answers: ways on that lead somewhere, the most promising first."""

from dataclasses import dataclass, replace

from flask_babel import gettext as _
from flask_babel import ngettext

from infocus.core.actor import Actor
from infocus.engines.search.port import SearchUnavailable
from infocus.engines.search.text import clean, words
from infocus.engines.search.tokens import LANGUAGES, is_stop_word
from infocus.library.facets import TITLES
from infocus.library.queries import search
from infocus.library.shapes import ResultPage, SearchForm
from infocus.library.views.places import place

MOST = 4


@dataclass(frozen=True, slots=True)
class Try:
    """A sentence, the address it leads to (none for advice), and what is there."""

    text: str
    url: str = ""
    found: str = ""


def tries_of(actor: Actor, form: SearchForm, page: ResultPage) -> list[Try]:
    """Ways on from a search without an answer; each with a filter fewer is asked for how much it would give."""
    tries = []
    if page.suggestion:
        tries.append(Try(_("Search for “%(words)s”", words=page.suggestion), place(form, q=page.suggestion)))
    if only_stop_words(page.words):
        tries.append(Try(_("Nearly every text has these words: add one that says what about.")))
    tries += _with_fewer_filters(actor, form)
    if '"' in form.text:
        loose = place(form, q=form.text.replace('"', ""))
        tries.append(Try(_("Search for the words without the quotation marks"), loose))
    return tries


def only_stop_words(text: str) -> bool:
    """Whether a text has words, and each of them is one that says nothing in some of the ten languages."""
    forms = [word.form for word in words(clean(text))]
    return bool(forms) and all(any(is_stop_word(form, code) for code in LANGUAGES) for form in forms)


def _with_fewer_filters(actor: Actor, form: SearchForm) -> list[Try]:
    """One filter left out at a time, and all of them, where that gives anything."""
    tries: list[Try] = []
    names = list(form.filters)
    for name in names[:MOST] if len(names) > 1 else []:
        fewer = replace(form, filters={other: values for other, values in form.filters.items() if other != name})
        title = str(TITLES[name]) if name in TITLES else _("Person")
        tries += _if_any(actor, fewer, _("Search without the filter “%(name)s”", name=title))
    if names:
        tries += _if_any(actor, replace(form, filters={}), _("Search without the filters"))
    return tries


def _if_any(actor: Actor, form: SearchForm, text: str) -> list[Try]:
    try:
        total = search(actor, replace(form, limit=1, facets=(), cursor=None)).total
    except SearchUnavailable:
        return []
    found = str(ngettext("%(num)d record", "%(num)d records", total))
    return [Try(text, place(form), found)] if total else []
