"""What every engine stores of an entry: its tokens by field, its terms by facet, and one row to show it by."""

from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import blake2b
from typing import NamedTuple

from infocus.engines.search.language import passage_language
from infocus.engines.search.port import Entry, Standing
from infocus.engines.search.text import clean
from infocus.engines.search.tokens import primary, tokenise

VERSION = 2
"""Raise it when tokens or fields change: an index of another version counts as missing, and is fed anew."""

CURSOR = "\0cursor"
"""The record id of the one document that holds the change log's place; no audience, so nobody ever finds it."""

BARRIER = "¶"
"""A token between the parts of a passage, so that no phrase begins in a title and ends in the text."""

TITLE, SUMMARY, HEADING = 2, 2, 1
"""How many times a word of these parts counts beside one of the text: the field weights of BM25F (docs/search.md)."""

TERMS = ("record", "audience", "tongue", "author")
"""What else an entry is looked up by, beside its facets."""

_MICROSECOND = 1_000_000
_SECONDS = 10**11
"""More seconds than any date has."""
_MOST_ADOPTIONS = 10_000


class Row(NamedTuple):
    """What a result page shows of an entry, stored as one tuple of plain values."""

    record: str
    type: str
    title: str
    summary: str
    heading: str
    text: str
    url: str
    network: str
    partner: str
    country: str
    language: str
    themes: tuple[str, ...]
    sectors: tuple[str, ...]
    year: int | None
    state: str
    meeting: str
    page: int | None
    author: str
    standing: int
    adoptions: int
    updated: int
    tongue: str
    """The working language its tokens are made in."""


class Prepared(NamedTuple):
    """An entry ready for an engine: the row, tokens by field, terms by facet and key."""

    row: Row
    tokens: Mapping[str, list[str]]
    terms: Mapping[str, list[str]]


def record_key(record: str) -> int:
    """A record's id as a signed 64-bit number, to group passages by; no clash is to be expected below 10⁹ records."""
    return int.from_bytes(blake2b(record.encode("utf-8", "replace"), digest_size=8).digest(), signed=True)


def to_microseconds(moment: datetime) -> int:
    """An aware instant as microseconds since 1970."""
    return round(moment.timestamp() * _MICROSECOND)


def to_instant(microseconds: int) -> datetime:
    """The inverse of `to_microseconds`, in UTC."""
    return datetime.fromtimestamp(microseconds / _MICROSECOND, UTC)


def adopted_order(adoptions: int, updated: int) -> int:
    """One number to sort by: the most adoptions first, the newest of equals first."""
    return min(adoptions, _MOST_ADOPTIONS) * _SECONDS + updated // _MICROSECOND


def prepare(entry: Entry, *, first: bool) -> Prepared:
    """The tokens, terms and row of an entry. The summary is searched with the record's first entry only."""
    title, summary, heading, text = map(clean, (entry.title, entry.summary, entry.heading, entry.text))
    declared = entry.language.replace("_", "-").split("-")[0].lower()
    language = declared or passage_language(text or title)
    tongue = primary(language)
    row = Row(
        entry.record,
        entry.type,
        title,
        summary,
        heading,
        text,
        entry.url,
        entry.network,
        entry.partner,
        entry.country,
        language,
        entry.themes,
        entry.sectors,
        entry.year,
        entry.state,
        entry.meeting,
        entry.page,
        entry.author,
        Standing(entry.standing).value,
        max(0, entry.adoptions),
        to_microseconds(entry.updated_at),
        tongue,
    )
    return Prepared(row, _tokens(row, searched_summary=summary if first else ""), _terms(entry, row))


def _tokens(row: Row, searched_summary: str) -> dict[str, list[str]]:
    """Stems with every part weighed, words in order, and both of the title alone."""
    title = tokenise(row.title, row.tongue)
    body = tokenise(row.text, row.tongue)
    parts = [(title, TITLE)]
    parts += [
        (tokenise(part, row.tongue), weight)
        for part, weight in ((searched_summary, SUMMARY), (row.heading, HEADING))
        if part
    ]
    stems = [stem for part, weight in parts for stem in part.stems * weight]
    words = [word for part, _ in parts for word in (*part.words, BARRIER) if part.words]
    return {
        "stem": stems + body.stems,
        "text": words + body.words,
        "title_stem": title.stems,
        "title_text": title.words,
    }


def _terms(entry: Entry, row: Row) -> dict[str, list[str]]:
    terms = {name: [getattr(row, name)] for name in ("type", "network", "partner", "country", "state", "meeting")}
    terms |= {name: [getattr(row, name)] for name in ("record", "tongue", "author", "language")}
    terms |= {"theme": list(row.themes), "sector": list(row.sectors), "audience": sorted(entry.audience)}
    terms["year"] = [str(row.year)] if row.year is not None else []
    return {name: found for name, values in terms.items() if (found := [value for value in values if value])}
