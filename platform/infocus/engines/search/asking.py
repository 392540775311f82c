"""How a question is answered, whichever engine has the words: read, planned, asked in full, then more loosely."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from infocus.engines.search.highlighting import wanted
from infocus.engines.search.hits import hit
from infocus.engines.search.lexicon import Lexicon
from infocus.engines.search.plan import Plan, plan, tongues, without_stop_words
from infocus.engines.search.port import FACETS, FILTERS, MAX_LIMIT, MAX_OFFSET, Note, Query, Result, Sort
from infocus.engines.search.querying import Parsed, as_words, parse
from infocus.engines.search.rows import Row
from infocus.engines.search.spelling import misspelt, suggest

FOREVER = float("inf")
"""A deadline that never comes."""
Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A record that answers: its score, how many of its passages match, and the best of them, best first."""

    score: float
    matching: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine finds for a plan. `met`: whether anything readable does, whatever the filters say."""

    met: bool
    total: int = 0
    passages: int = 0
    found: tuple[Ranked, ...] = ()
    facets: Mapping[str, Counts] = field(default_factory=dict)
    late: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """Which part of the answer is wanted, and in which order."""

    sort: Sort
    limit: int
    offset: int
    facets: tuple[str, ...]


class View(Lexicon, Protocol):
    """The index at one moment, as one reader may see it through their filters."""

    @property
    def held(self) -> tuple[str, ...]:
        """The working languages that passages are in."""

    def answer(self, wanted: Plan, wish: Wish) -> Answer:
        """The page of records that a plan finds."""


def check(query: Query) -> Wish:
    """What a query wishes for. Raises ValueError for a filter, facet or order the index does not know."""
    unknown = sorted(({*query.filters} | {*query.without}) - {*FILTERS} | {*query.facets} - {*FACETS})
    if unknown:
        raise ValueError(f"unknown filter or facet: {', '.join(unknown)}")
    limit, offset = max(0, min(query.limit, MAX_LIMIT)), max(0, min(query.offset, MAX_OFFSET))
    return Wish(Sort(query.sort), limit, offset, query.facets)


def ask(view: View, query: Query, wish: Wish) -> Result:
    """Answer a query."""
    languages = tongues(view.held, query.text, query.languages)
    first = parsed = without_stop_words(parse(query.text), query.text, query.languages)
    answer = Answer(met=False)
    for parsed, whole in _readings(first, query):
        answer = view.answer(plan(parsed, languages, whole=whole), wish)
        if answer.met or not parsed.positive:
            break
    else:
        parsed = first
    marks = wanted(parsed, view.held)
    wrong = misspelt(first, languages, view) if not answer.late else []
    return Result(
        total=answer.total,
        passages=answer.passages,
        hits=tuple(hit(each.rows, each.score, each.matching, marks) for each in answer.found),
        facets=answer.facets,
        suggestion=suggest(query.text, wrong, view, languages.likely) if wrong else None,
        notes=tuple(_notes(first, parsed, answer)),
    )


def _readings(parsed: Parsed, query: Query) -> Iterator[tuple[Parsed, bool]]:
    """The query in full; failing that as plain words, all of them; failing that any of them."""
    yield parsed, True
    if parsed.positive:
        loose = without_stop_words(as_words(query.text, parsed.negative), query.text, query.languages)
        yield loose, True
        yield loose, False


def _notes(first: Parsed, used: Parsed, answer: Answer) -> Iterator[Note]:
    if first.note:
        yield first.note
    if used is not first and answer.met:
        yield Note.SOME_WORDS
    if answer.late:
        yield Note.PARTIAL
