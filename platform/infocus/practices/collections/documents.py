"""What a collection puts into the search index: its words for its readers, each line for who reads the practice."""

from dataclasses import replace

from sqlalchemy import select

from infocus.core import markup
from infocus.core.db import db
from infocus.engines.search.port import Entry
from infocus.practices.collections.models import Collection
from infocus.practices.models import SHARED
from infocus.records.entries import audiences, entry_of, indexes
from infocus.records.models import Record
from infocus.records.urls import record_path


@indexes("collection")
def collection_entries(collection_id: str) -> list[Entry] | None:
    """The entries of a collection; ``None`` when it is gone.

    A line is for those who hold a key of the collection and of the practice alike: a little narrower than who may read
    both by different keys, and never wider.
    """
    collection = db.session.get(Collection, collection_id)
    if collection is None or collection.removed_at:
        return None
    entries = [entry_of(collection, markup.plain(collection.introduction))]
    lines = {pick.practice_id: pick for pick in collection.picks if pick.line}
    keys = audiences(_standing(list(lines)))
    for practice_id, pick in lines.items():
        both = keys.get(practice_id, frozenset()) & collection.stored_keys
        if both:
            url = f"{record_path(collection)}#p-{pick.id}"
            entry = entry_of(collection, pick.line, number=len(entries), url=url)
            entries.append(replace(entry, audience=both))
    return entries


def _standing(practice_ids: list[str]) -> list[str]:
    shared = select(Record.id).where(Record.id.in_(practice_ids), Record.state.in_(SHARED))
    return list(db.session.scalars(shared))
