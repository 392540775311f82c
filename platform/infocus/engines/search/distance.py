"""How far apart two spellings are, and the spellings one slip away."""

from collections.abc import Iterator
from string import ascii_lowercase

_ALPHABET = ascii_lowercase


def one_slip(word: str) -> Iterator[str]:
    """Folded words with one letter dropped, doubled up, wrong, or swapped with the next; some several times."""
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in _ALPHABET:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]


def distance(one: str, other: str) -> int:
    """Letters to insert, drop, replace or swap with their neighbour to turn one word into the other.

    Optimal string alignment (Damerau 1964, restricted): no letter is edited twice.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        before, last, row = row, before, [i]
        for j, against in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
