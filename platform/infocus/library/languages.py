"""The language of one of several passages of a page: a page can begin in Basque and end in Spanish."""

from infocus.engines.search.language import passage_language
from infocus.engines.search.stopwords import STOP_WORDS
from infocus.library.passages import LEAST

_PLENTY = 8
"""One word in so many is a function word where a text is in the language at all."""


def language_within(passage: str, page: str) -> str:
    """The language of a passage; ``page`` is its page's (empty: not known), and holds where nothing tells better.

    Function words settle most passages in a tenth of the time of the letter statistics. These are asked where the
    words do not speak for the page's language, and where the passage is long enough for them to be sound.
    """
    forms = passage.lower().split()
    if len(forms) < LEAST or _speaks_for(forms, page):
        return page
    return passage_language(passage) or page


def _speaks_for(forms: list[str], language: str) -> bool:
    """Whether function words are many, and more of this language than of any other."""
    hits = {code: sum(form in stops for form in forms) for code, stops in STOP_WORDS.items()}
    own = hits.pop(language, 0)
    return own * _PLENTY >= len(forms) and own > max(hits.values())
