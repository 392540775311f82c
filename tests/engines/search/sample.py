"""Short ways to write entries, batches and questions."""

from datetime import UTC, datetime, timedelta
from typing import Any

from infocus.engines.search import Batch, Entry, Hit, Query, Result, SearchIndex

PUBLIC = frozenset({"public"})
THEN = datetime(2026, 3, 1, 12, tzinfo=UTC)


def entry(record: str, text: str = "", *, number: int = 0, days: int = 0, **values: Any) -> Entry:
    fields: dict[str, Any] = {"type": "practice", "title": "", "language": "en", "audience": PUBLIC}
    fields |= {"url": f"/records/{record}", "updated_at": THEN + timedelta(days=days)}
    name = f"{record}:{number}" if number else record
    return Entry(id=name, record=record, text=text, **fields | values)


def fill(index: SearchIndex, *entries: Entry, cursor: int = 1) -> None:
    records: dict[str, tuple[Entry, ...]] = {}
    for one in entries:
        records[one.record] = (*records.get(one.record, ()), one)
    index.apply(Batch(tuple(records.items()), cursor=cursor))


def ask(index: SearchIndex, text: str, audience: frozenset[str] = PUBLIC, **values: Any) -> Result:
    return index.search(Query(text=text, audience=audience, **values))


def found(index: SearchIndex, text: str, audience: frozenset[str] = PUBLIC, **values: Any) -> list[str]:
    return [hit.record for hit in ask(index, text, audience, **values).hits]


def only(index: SearchIndex, text: str, **values: Any) -> Hit:
    hits = ask(index, text, **values).hits
    assert len(hits) == 1
    return hits[0]
