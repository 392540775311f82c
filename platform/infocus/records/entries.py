"""What each kind of thing puts into the search index: one builder a change-log type, and the common part of an entry.

It lives below all features, so that comments can use it as well as practices.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypedDict

from sqlalchemy import select

from infocus.core.db import db
from infocus.engines.search.port import Entry
from infocus.records.models import Record, RecordAudience
from infocus.records.urls import record_path

Builder = Callable[[str], list[Entry] | None]
Lister = Callable[[], Iterable[str]]
Attached = Callable[[Collection[str]], Iterable[str]]
Audience = Callable[[Collection[str]], Mapping[str, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Source:
    """One type of indexed things: how the entries of one are built, and which there are (for rebuild and verify).

    ``attached`` names the things of this type that are readable as the given records are (comments on them).
    ``audience`` reads the present keys of things by their ids, in one query; what is gone is left out.
    """

    type: str
    build: Builder
    ids: Lister
    attached: Attached
    audience: Audience


class Facets(TypedDict, total=False):
    """What a feature adds to every entry of its record: codes of the vocabularies, a calendar year, a meeting's id.

    ``adoptions``: how many cities took the record over.
    """

    themes: tuple[str, ...]
    sectors: tuple[str, ...]
    year: int | None
    meeting: str
    adoptions: int


_sources: dict[str, Source] = {}


def _nothing(records: Collection[str]) -> Iterable[str]:
    return ()


def audiences(records: Collection[str]) -> dict[str, frozenset[str]]:
    """The present audience keys of these records that are not removed; in one query."""
    held = select(RecordAudience.record_id, RecordAudience.key).join(Record, Record.id == RecordAudience.record_id)
    found: dict[str, set[str]] = {}
    for record, key in db.session.execute(held.where(Record.id.in_(sorted(records)), Record.removed_at.is_(None))):
        found.setdefault(record, set()).add(key)
    return {record: frozenset(keys) for record, keys in found.items()}


def indexes(
    type_: str, *, ids: Lister | None = None, attached: Attached = _nothing, audience: Audience = audiences
) -> Callable[[Builder], Builder]:
    """Register the builder of one change-log type: id → entries, or ``None`` when the thing is gone or not for search.

    Every entry's ``record`` must be that id. ``ids`` lists all ids there are (default: the records of that type).
    Where the right to read follows from records, ``attached`` says which ids hang on these: they are indexed again with
    the record, and left out of results with it as soon as it is narrowed.
    """

    def register(build: Builder) -> Builder:
        _sources[type_] = Source(type_, build, ids or (lambda: record_ids(type_)), attached, audience)
        return build

    return register


def sources() -> dict[str, Source]:
    """Every registered source by its type."""
    return dict(_sources)


def record_ids(type_: str) -> list[str]:
    """Ids of the records of a type that are not removed, oldest first."""
    return list(
        db.session.scalars(
            select(Record.id).where(Record.type == type_, Record.removed_at.is_(None)).order_by(Record.id)
        )
    )


def entry_of(
    record: Record, text: str, facets: Facets | None = None, *, number: int = 0, url: str = "", page: int | None = None
) -> Entry:
    """Entry ``number`` of a record: its title, author, standing, audience, places and state, with plain ``text``.

    Network and partner are named by their slugs, the year is that of ``facets`` or of the record's making.
    """
    facets = facets or {}
    return Entry(
        id=f"{record.id}:{number}" if number else record.id,
        record=record.id,
        type=record.type,
        title=record.title,
        summary=record.summary if number == 0 else "",
        text=text,
        url=url or record_path(record),
        page=page,
        language=record.language,
        audience=record.stored_keys,
        updated_at=record.updated_at,
        author=record.author_id or "",
        standing=record.standing(),
        adoptions=facets.get("adoptions", 0),
        network=record.network.slug,
        partner=record.partner.slug if record.partner else "",
        country=record.partner.country if record.partner else "",
        themes=facets.get("themes", ()),
        sectors=facets.get("sectors", ()),
        year=facets.get("year") or record.created_at.year,
        state=record.state,
        meeting=facets.get("meeting", ""),
    )
