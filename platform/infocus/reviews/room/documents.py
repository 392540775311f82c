"""What a review puts into the search index: its page for whom that is for, its transcript for the room's audience."""

from collections.abc import Iterator
from dataclasses import replace

from infocus.core.db import db
from infocus.engines.search.port import Entry
from infocus.records.entries import entry_of, indexes
from infocus.records.urls import record_path
from infocus.reviews.models import LogEntry, Review
from infocus.reviews.passages import passages_of
from infocus.reviews.room.queries import lines

WORDS = 200
"""About how many words of the conversation make one passage."""


@indexes("review")
def review_entries(review_id: str) -> list[Entry] | None:
    """All entries of a review; ``None`` when it is gone."""
    review = db.session.get(Review, review_id)
    if review is None or review.removed_at:
        return None
    text = "\n".join(filter(None, (review.summary, review.brief, *review.questions)))
    entries = [entry_of(review, text)]
    for number, (seq, words) in enumerate(_passages(review_id), start=1):
        spoken_of = entry_of(review, words, number=number, url=f"{record_path(review)}/room#e{seq}")
        entries.append(replace(spoken_of, audience=review.room_keys(), language=""))
    for number, passage in enumerate(passages_of(review), start=len(entries)):
        found = entry_of(review, passage.text, number=number, url=passage.path)
        entries.append(replace(found, audience=passage.audience))
    return entries


def _passages(review_id: str) -> Iterator[tuple[int, str]]:
    """The conversation in passages, each with the ``seq`` of its first line."""
    held: list[str] = []
    first = size = 0
    for row in lines(review_id):
        name = _name(row)
        text = f"{name}: {row.text}" if name else str(row.text)
        first = first or row.target or row.seq
        held.append(text)
        size += len(text.split())
        if size >= WORDS:
            yield first, "\n".join(held)
            held, first, size = [], 0, 0
    if held:
        yield first, "\n".join(held)


def _name(row: LogEntry) -> str:
    return str(row.data.get("speaker", {}).get("name") or (row.person.shown_name if row.person else ""))
