"""Records about the same things as one: by the words that tell it from the others."""

from collections import Counter
from math import log1p

from infocus.engines.search.highlighting import Wanted
from infocus.engines.search.hits import hit
from infocus.engines.search.lexicon import Lexicon
from infocus.engines.search.plan import Leaf, Plan
from infocus.engines.search.port import Hit
from infocus.engines.search.tokens import tokenise

_PASSAGES = 12
"""Passages of a record that are looked at."""
_LOOKED_UP = 80
"""Stems whose rarity is looked up: those said most often."""
_TELLING = 16
"""Stems that are looked for, and how many of them a like record has at least."""
_ENOUGH = 3
_LETTERS = 3
_IN_TITLE = 3
"""A word of the title counts as if it were said so many times in the text."""

NOTHING_LIT = Wanted(frozenset(), {})


def similar(lexicon: Lexicon, record: str, limit: int) -> tuple[Hit, ...]:
    """Readable records that share its telling words, nearest first; none when it is not readable itself."""
    rows = lexicon.rows_of(record, _PASSAGES)
    if not rows or limit < 1:
        return ()
    said = Counter(stem for row in rows for stem in tokenise(row.text, row.tongue).stems)
    for stem in tokenise(rows[0].title, rows[0].tongue).stems:
        said[stem] += _IN_TITLE
    weighed = [
        (said[stem] * log1p(lexicon.documents / (1 + spread)), stem)
        for stem, _ in said.most_common(_LOOKED_UP)
        if len(stem.partition(":")[2]) >= _LETTERS and (spread := lexicon.spread(stem))
    ]
    telling = [stem for _, stem in sorted(weighed, key=lambda item: (-item[0], item[1]))[:_TELLING]]
    leaves = tuple(Leaf("stem", stem, 1.0) for stem in telling)
    found = lexicon.best(Plan(optional=leaves, enough=min(_ENOUGH, len(leaves))), record, limit)
    return tuple(hit([row], score, 1, NOTHING_LIT) for score, row in found)
