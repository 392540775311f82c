"""Did you mean: words near a misspelt one, from what the reader may read and nothing else."""

from collections.abc import Sequence

from infocus.engines.search.distance import distance, one_slip
from infocus.engines.search.lexicon import Lexicon
from infocus.engines.search.plan import Tongues, word
from infocus.engines.search.querying import Group, Kind, Parsed
from infocus.engines.search.text import clean, fold, words

_SHORTEST = 4
"""Letters of a word from which on it is worth mending."""
_LONG = 7
"""Letters from which on two slips may be mended, as long as the first three letters are right."""
_SCAN = 2_000
_MOST_WORDS = 4


def misspelt(parsed: Parsed, languages: Tongues, lexicon: Lexicon) -> list[str]:
    """The plain words of a query that no readable passage has, neither as written nor by their stem."""
    forms = [form for group in parsed.positive if (form := _plain_word(group))]
    return [form for form in forms if not lexicon.meets(word(form, languages))][:_MOST_WORDS]


def suggest(text: str, wrong: Sequence[str], lexicon: Lexicon, likely: Sequence[str]) -> str | None:
    """The query with each wrong word replaced by the nearest that somebody readable has; None when nothing is near.

    At an equal distance a word of the likely languages comes first, then the more frequent one.
    """
    text = clean(text)
    mended = {form: better for form in wrong if (better := _nearest(lexicon, fold(form), likely))}
    if not mended:
        return None
    for found in reversed(list(words(text))):
        if found.form in mended:
            text = text[: found.start] + mended[found.form] + text[found.end :]
    return text


def _plain_word(group: Group) -> str | None:
    term = group.terms[0]
    plain = len(group.terms) == 1 and term.kind is Kind.WORD and len(term.forms[0]) >= _SHORTEST
    return term.forms[0] if plain and term.forms[0].isalpha() else None


def _nearest(lexicon: Lexicon, word: str, likely: Sequence[str]) -> str | None:
    candidates = {near for near in one_slip(word) if near and lexicon.known(near)}
    if len(word) >= _LONG:
        known = (term for term in lexicon.near(word[:3], _SCAN) if abs(len(term) - len(word)) <= 2)
        candidates.update(term for term in known if distance(word, term) <= 2)
    ranked = [
        (distance(word, term), -sum(lexicon.readers_count(term, code) for code in likely), -count, term)
        for term in candidates
        if (count := lexicon.readers_count(term))
    ]
    return as_written(lexicon, min(ranked)[-1]) if ranked else None


def as_written(lexicon: Lexicon, term: str, others: Sequence[str] = ()) -> str:
    """A folded word as one readable passage writes it, with its accents, in lower case."""
    row = lexicon.sample(term, others)
    if row is None:
        return term
    texts = (row.text, row.summary, row.title, row.heading)
    return next((found.form for text in texts for found in words(text) if fold(found.form) == term), term)
