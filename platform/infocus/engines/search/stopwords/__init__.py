"""Function words of the ten working languages: they carry no meaning to search for, and tell the language of a query.

One module a language. Pieces cut off by an apostrophe belong: "l" of l'emploi, "dell" of dell'impresa, "s" of city's.
"""

from infocus.engines.search.stopwords import cs, de, en, es, eu, fr, it, pl, pt, ro

STOP_WORDS: dict[str, frozenset[str]] = {
    "en": en.WORDS,
    "es": es.WORDS,
    "eu": eu.WORDS,
    "pt": pt.WORDS,
    "it": it.WORDS,
    "cs": cs.WORDS,
    "ro": ro.WORDS,
    "pl": pl.WORDS,
    "de": de.WORDS,
    "fr": fr.WORDS,
}
