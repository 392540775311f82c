"""How an entry becomes a Whoosh document. The tokens are ours; Whoosh keeps them, and numbers, and one stored row."""

from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any, NamedTuple

from whoosh import columns, fields, formats

from infocus.engines.search.language import passage_language
from infocus.engines.search.port import FACETS, Entry
from infocus.engines.search.text import clean
from infocus.engines.search.tokens import primary, tokenise

VERSION = 1
"""Raise it when tokens or fields change: an index of another version counts as missing, and is fed anew."""

POSITIONS = formats.Positions()
FREQUENCY = formats.Frequency()
EXISTENCE = formats.Existence()

CURSOR = "\0cursor"
"""The record id of the one document that holds the change log's place; no audience, so nobody ever finds it."""

_MICROSECOND = 1_000_000


class Row(NamedTuple):
    """What a result page shows of an entry, stored as one tuple of plain values."""

    record: str
    type: str
    title: str
    summary: str
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
    updated: int
    tongue: str
    """The working language its tokens are made in."""


def make_schema() -> fields.Schema:
    """Four fields of tokens, one of terms for each facet, record and audience, two columns of numbers, the row."""
    token_list = {"analyzer": None, "scorable": True}
    terms = {name: fields.FieldType(EXISTENCE, analyzer=None) for name in ("record", "audience", "tongue", *FACETS)}
    return fields.Schema(
        stem=fields.FieldType(FREQUENCY, **token_list),
        text=fields.FieldType(POSITIONS, **token_list),
        title_stem=fields.FieldType(FREQUENCY, **token_list),
        title_text=fields.FieldType(POSITIONS, **token_list),
        key=fields.COLUMN(columns.NumericColumn("q")),
        updated=fields.COLUMN(columns.NumericColumn("q")),
        row=fields.STORED(),
        **terms,
    )


SCHEMA = make_schema()


def record_key(record: str) -> int:
    """A record's id as a signed 64-bit number, to group passages by; no clash is to be expected below 10⁹ records."""
    return int.from_bytes(blake2b(record.encode("utf-8", "replace"), digest_size=8).digest(), signed=True)


def to_microseconds(moment: datetime) -> int:
    """An aware instant as microseconds since 1970."""
    return round(moment.timestamp() * _MICROSECOND)


def to_instant(microseconds: int) -> datetime:
    """The inverse of `to_microseconds`, in UTC."""
    return datetime.fromtimestamp(microseconds / _MICROSECOND, UTC)


def document(entry: Entry, *, first: bool) -> dict[str, Any]:
    """The fields of an entry. The summary is searched with the record's first entry only, so that it counts once."""
    title, text, summary = clean(entry.title), clean(entry.text), clean(entry.summary)
    declared = entry.language.replace("_", "-").split("-")[0].lower()
    language = declared or passage_language(text or title)
    tongue = primary(language)
    body = tokenise(f"{summary}\n{text}" if first and summary else text, tongue)
    head = tokenise(title, tongue)
    row = Row(
        entry.record,
        entry.type,
        title,
        summary,
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
        to_microseconds(entry.updated_at),
        tongue,
    )
    return {
        "stem": body.stems,
        "text": body.words,
        "title_stem": head.stems,
        "title_text": head.words,
        "record": [entry.record],
        "audience": sorted(entry.audience),
        "tongue": [tongue],
        "key": record_key(entry.record),
        "updated": row.updated,
        "row": tuple(row),
        **{name: values for name, values in facet_values(entry, language).items() if values},
    }


def facet_values(entry: Entry, language: str) -> dict[str, list[str]]:
    """The terms of an entry under each facet."""
    values = {name: [str(getattr(entry, name) or "")] for name in ("type", "network", "partner", "country", "state")}
    values["meeting"] = [entry.meeting]
    values["language"] = [language]
    values["year"] = [str(entry.year) if entry.year is not None else ""]
    values["theme"] = list(entry.themes)
    values["sector"] = list(entry.sectors)
    return {name: [value for value in terms if value] for name, terms in values.items()}


def cursor_document(cursor: int) -> dict[str, Any]:
    """The document that holds the change log's place."""
    return {"record": [CURSOR], "key": 0, "updated": 0, "row": cursor}
