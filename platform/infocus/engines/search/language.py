"""Which of the ten working languages a passage, or a query, is written in."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from infocus.engines.search.stopwords import STOP_WORDS
from infocus.engines.search.text import clean, words
from infocus.engines.search.tokens import LANGUAGES

_ENOUGH = 20
"""Characters below which letter statistics guess no better than chance."""
_SAMPLE = 4_000


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(LANGUAGES))
    return identifier


def passage_language(text: str) -> str:
    """The language of a passage, one of the ten; empty when it is too short to tell or has no letters."""
    sample = clean(text[:_SAMPLE])
    if sum(character.isalpha() for character in sample) < _ENOUGH:
        return ""
    language, _ = _identifier().classify(sample)
    return str(language)


def query_languages(text: str, reader: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The languages a query may be in, likeliest first; empty when its words do not tell.

    Function words decide; where languages share them ("de", "la"), the reader's languages come first. The statistics
    that tell passages apart take 80 MB, which a web process is better without.
    """
    forms = [word.form for word in words(text)]
    hits = {code: sum(form in stops for form in forms) for code, stops in STOP_WORDS.items()}
    most = max(hits.values())
    if not most:
        return ()
    tied = [code for code in LANGUAGES if hits[code] == most]
    known = [code for code in reader if code in tied]
    return (*known, *(code for code in tied if code not in known))
