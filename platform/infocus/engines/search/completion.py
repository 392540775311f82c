"""Going on from what was typed: words and titles of what the reader may read."""

from infocus.engines.search.lexicon import Lexicon
from infocus.engines.search.port import Completion
from infocus.engines.search.spelling import as_written
from infocus.engines.search.text import clean, fold, words
from infocus.engines.search.tokens import LANGUAGES, is_stop_word

_LONGEST = 200
"""Characters of what was typed that count."""
_LEAST = 2
"""Letters from which on there is something to go on from."""
_MOST_OTHERS = 8
_STOPS = 6
"""Function words that may be among the most frequent."""


def complete(lexicon: Lexicon, typed: str, limit: int) -> tuple[Completion, ...]:
    """Up to `limit` completions of a beginning of two letters or more: words for up to half of them, then titles."""
    typed = clean(typed[:_LONGEST])
    found = list(words(typed))
    if not found or len(found[-1].form) < _LEAST or limit < 1:
        return ()
    start = fold(found[-1].form)
    others = [fold(word.form) for word in found[:-1]][-_MOST_OTHERS:]
    lead = typed[: found[-1].start].lstrip()
    titles = [Completion(row.title, row.record, row.type, row.url) for row in lexicon.titled(start, others, limit)]
    room = max(limit - len(titles), (limit + 1) // 2)
    terms = [Completion(lead + word) for word in _words(lexicon, start, others, room)]
    return (*terms, *titles)[:limit]


def _words(lexicon: Lexicon, start: str, others: list[str], most: int) -> list[str]:
    found = lexicon.begins("text", start, others, most + _STOPS)
    telling = [term for term, _ in found if not any(is_stop_word(term, language) for language in LANGUAGES)]
    return list(dict.fromkeys(as_written(lexicon, term, others) for term in telling[:most]))
