"""Where a passage is in a text of pages: the same words first, told apart by their neighbours, then similar ones.

The work is bounded by what is compared, not by a clock: the same file always gives the same answer.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from rapidfuzz import fuzz

from infocus.comments.passages.folding import folded, folded_with_places

MOST_PLACES = 2_000
"""Places with the same words that are weighed; of more, the first ones."""
SHORT = 12
"""Folded signs; fewer can stand anywhere, so their neighbours must agree as well."""
LIKE = 78.0
"""How alike, of 100, words must be to count as the passage."""
MOST_PAGES = 6
"""Pages on which similar words are looked for."""
PIECE = 6
PIECES = 40
NEIGHBOURS = 32
"""Folded signs before and after that are compared."""
BREAK = 12
"""Folded signs that must be on the first page of a passage that goes on over the page's end."""


@dataclass(frozen=True, slots=True)
class Words:
    """A passage to look for: its words, those before and after, and where it was (page from 1, code points)."""

    quote: str
    prefix: str = ""
    suffix: str = ""
    page: int = 1
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A place: on this page (from 1), from ``start`` to ``end`` of its text. ``same``: the words did not change."""

    page: int
    start: int
    end: int
    same: bool


class Book:
    """The pages in which passages are looked for, folded once for any number of them."""

    def __init__(self, pages: Sequence[str]) -> None:
        self._pages = pages
        self._folded = [folded(page) for page in pages]
        self._whole = "".join(self._folded)
        self._begins = [0, *accumulate(map(len, self._folded))]

    def find(self, words: Words) -> Found | None:
        """The best place of a passage; ``None`` when its words are gone."""
        quote = folded(words.quote)
        return (self.same(quote, words) or self.similar(quote, words)) if quote else None

    def same(self, quote: str, words: Words) -> Found | None:
        """Of all places with the same words the one with the most like neighbours, then the nearest to where it was."""
        before, after = folded(words.prefix)[-NEIGHBOURS:], folded(words.suffix)[:NEIGHBOURS]
        was, whole = self._was(words), self._whole
        best, weight = -1, (-1, 0)
        for place in _places(whole, quote):
            end = place + len(quote)
            like = _begin_alike(whole[max(0, place - NEIGHBOURS) : place][::-1], before[::-1])
            like += _begin_alike(whole[end : end + NEIGHBOURS], after)
            if (like, -abs(place - was)) > weight:
                best, weight = place, (like, -abs(place - was))
        if best < 0 or (len(quote) < SHORT and weight[0] * 2 < max(len(before), len(after))):
            return None
        number = bisect_right(self._begins, best) - 1
        start = best - self._begins[number]
        text = folded_with_places(self._pages[number])
        return Found(number + 1, *text.span(start, min(start + len(quote), len(text.text))), same=True)

    def similar(self, quote: str, words: Words) -> Found | None:
        """The most similar words on the pages that have most pieces of the passage; short ones must be the same."""
        if len(quote) < SHORT:
            return None
        best: Found | None = None
        most = LIKE
        for number in _likely(self._folded, quote, words.page - 1):
            place = _most_alike(self._folded[number], quote, most)
            if place is not None:
                most, start, end = place
                page = self._pages[number]
                start, end = folded_with_places(page).span(start, end)
                best = Found(number + 1, _word_begin(page, start), end, same=False)
        return best

    def _was(self, words: Words) -> int:
        if not 1 <= words.page <= len(self._pages):
            return self._begins[-1] if words.page > 1 else 0
        before = folded(self._pages[words.page - 1][: words.start]) if words.start else ""
        return self._begins[words.page - 1] + len(before)


def find(pages: Sequence[str], words: Words) -> Found | None:
    """The best place of one passage in these pages; ``None`` when its words are gone."""
    return Book(pages).find(words)


def find_on_page(text: str, words: Words) -> Found | None:
    """The best place on one page: what is not wholly on it is cut off at the page's end."""
    quote, book = folded(words.quote), Book([text])
    if not quote:
        return None
    place = Words(words.quote, words.prefix, words.suffix, 1, words.start)
    found = book.same(quote, place) or _cut_off(text, quote) or book.similar(quote, place)
    return Found(words.page, found.start, found.end, found.same) if found else None


def _places(whole: str, quote: str) -> list[int]:
    found: list[int] = []
    place = whole.find(quote)
    while place >= 0 and len(found) < MOST_PLACES:
        found.append(place)
        place = whole.find(quote, place + 1)
    return found


def _begin_alike(one: str, other: str) -> int:
    """How many signs two texts have in common at their beginning."""
    return next(
        (at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right),
        min(len(one), len(other)),
    )


def _cut_off(text: str, quote: str) -> Found | None:
    """The beginning of the passage at the end of the page."""
    page = folded(text)
    for length in range(min(len(quote) - 1, len(page)), BREAK - 1, -1):
        if page.endswith(quote[:length]):
            return Found(1, *folded_with_places(text).span(len(page) - length, len(page)), same=True)
    return None


def _word_begin(text: str, place: int) -> int:
    """A place in the midst of a word put at its beginning."""
    while place and text[place - 1].isalnum() and text[place].isalnum():
        place -= 1
    return place


def _likely(book: Sequence[str], quote: str, was: int) -> list[int]:
    """The pages that share most pieces with the passage, the nearest first among equals."""
    step = max(1, (len(quote) - PIECE) // PIECES)
    pieces = {quote[at : at + PIECE] for at in range(0, len(quote) - PIECE + 1, step)}
    shared = [(sum(piece in page for piece in pieces), -abs(number - was), number) for number, page in enumerate(book)]
    likely = [each for each in shared if each[0] * 6 >= len(pieces)]
    return [number for _count, _near, number in sorted(likely, reverse=True)[:MOST_PAGES]]


def _most_alike(page: str, quote: str, least: float) -> tuple[float, int, int] | None:
    """Likeness, start and end of the words most like the quote, if they are more alike than ``least``."""
    if len(quote) >= len(page):
        score = fuzz.ratio(quote, page, score_cutoff=least)
        return (score, 0, len(page)) if score > least else None
    rough = fuzz.partial_ratio_alignment(quote, page, score_cutoff=least * 0.75)
    if rough is None or rough.dest_end <= rough.dest_start:
        return None
    starts, ends = _edges(page, quote, rough.dest_start, rough.dest_end)
    scored = [(fuzz.ratio(quote, page[start:end]), start, end) for start in starts for end in ends if end > start]
    best = max(scored)
    return best if best[0] > least else None


def _edges(page: str, quote: str, start: int, end: int) -> tuple[set[int], set[int]]:
    """Where the words may begin and end: as they are, or where the quote's own edges are, for words put in between."""
    slack, edge = len(quote) // 3 + 8, min(16, len(quote) // 2)
    left, right = max(0, start - slack), min(len(page), end + slack)
    head = fuzz.partial_ratio_alignment(quote[:edge], page[left:right], score_cutoff=70)
    tail = fuzz.partial_ratio_alignment(quote[-edge:], page[left:right], score_cutoff=70)
    starts = {start, left + head.dest_start} if head else {start}
    return starts, {end, left + tail.dest_end} if tail else {end}


def neighbours(text: str, start: int, end: int, most: int = 64) -> tuple[str, str]:
    """The words before and after a place, as they are kept to tell it from others."""
    return text[max(0, start - most) : start], text[end : end + most]
