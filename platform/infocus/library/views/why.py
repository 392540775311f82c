"""Why a record answers, said in words where the lit words do not say it already."""

import re
from collections.abc import Iterable
from html import unescape

from flask_babel import gettext as _
from markupsafe import Markup

from infocus.engines.search.port import Hit, Matched
from infocus.engines.search.text import clean, fold, words

_MARKED = re.compile(r"<mark>(.*?)</mark>", re.DOTALL)
_SHARED = 4
"""Letters at the beginning of a word that make it look like the typed one: workshop, workshops."""
MOST = 6


def why(hit: Hit, query: str) -> Markup | None:
    """One line of safe HTML: the words that led to the record, by the part they are in; ``None`` when there is nothing
    to say: everything is lit on the page, in the form that was typed or nearly so.
    """
    typed = _forms(query)
    shown = _forms(" ".join(unescape(mark) for html in _lit(hit) for mark in _MARKED.findall(html)))
    telling = [each for each in hit.matched if _says_something(each, typed, shown, alone=len(hit.matched) == 1)]
    if not telling:
        return None
    return Markup(" · ").join(_phrase(each) for each in telling)


def _lit(hit: Hit) -> Iterable[str]:
    return (hit.title, *(passage.html for passage in hit.passages))


def _says_something(matched: Matched, typed: set[str], shown: set[str], *, alone: bool) -> bool:
    found = {form for word in matched.words for form in _forms(word)}
    if matched.part == "title" and alone:
        return True
    return any(form not in shown or not _looks_typed(form, typed) for form in found)


def _looks_typed(form: str, typed: set[str]) -> bool:
    return any(form[:_SHARED] == each[:_SHARED] for each in typed)


def _forms(text: str) -> set[str]:
    return {fold(word.form) for word in words(clean(text))}


def _phrase(matched: Matched) -> Markup:
    said = Markup(", ").join(Markup("<i>{}</i>").format(word) for word in matched.words[:MOST])
    match matched.part:
        case "title":
            sentence = _("Matched %(words)s in the title")
        case "summary":
            sentence = _("Matched %(words)s in the summary")
        case _:
            sentence = _("Matched %(words)s in the text")
    before, _sign, after = sentence.partition("%(words)s")
    return Markup("{}{}{}").format(before, said, after)
