"""Reads of saved searches: one's own, with what answered them and may be read at this moment."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, exists, func, select

from infocus.core.actor import ANONYMOUS, Actor
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.ids import is_id
from infocus.library.saved.models import FeedAudience, SavedSearch, SavedSearchMatch
from infocus.records.models import Record, RecordAudience
from infocus.records.policy import readable

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Answer:
    """A record that answers, and since when; ``new``: since its owner last looked."""

    record: Record
    at: datetime
    new: bool


def own_searches(actor: Actor) -> list[SavedSearch]:
    """The person's saved searches by name."""
    mine = select(SavedSearch).where(_mine(actor.person))
    return sorted(db.session.scalars(mine), key=lambda saved: (saved.name.casefold(), saved.id))


def count_of(person_id: str) -> int:
    """How many saved searches a person has."""
    return db.session.scalar(select(func.count()).select_from(SavedSearch).where(_mine(person_id))) or 0


def get_own(actor: Actor, saved_id: str, *, removed: bool = False) -> SavedSearch:
    """One of the person's own saved searches; with ``removed`` one that was just removed. Raises ``NotFound``."""
    saved = db.session.get(SavedSearch, saved_id) if is_id(saved_id) else None
    if saved is None or saved.person_id != actor.person or (saved.removed_at is not None) != removed:
        raise NotFound
    return saved


def same_search(actor: Actor, search: str) -> SavedSearch | None:
    """The person's saved search of this query string, if any."""
    return db.session.scalar(select(SavedSearch).where(_mine(actor.person), SavedSearch.search == search).limit(1))


def new_counts(actor: Actor) -> dict[str, int]:
    """How many readable records answered each saved search since the person last looked at it."""
    counted = (
        select(SavedSearchMatch.saved_id, func.count())
        .join(SavedSearch, SavedSearch.id == SavedSearchMatch.saved_id)
        .join(Record, Record.id == SavedSearchMatch.record_id)
        .where(_mine(actor.person), SavedSearchMatch.new, SavedSearchMatch.at > SavedSearch.looked_at, readable(actor))
        .group_by(SavedSearchMatch.saved_id)
    )
    return {saved_id: int(count) for saved_id, count in db.session.execute(counted)}


def new_answers(actor: Actor, saved: SavedSearch) -> list[Answer]:
    """What answered since the search was saved and is readable now, the newest first."""
    rows = db.session.execute(_answers(saved, actor).where(SavedSearchMatch.new).limit(SHOWN)).unique()
    return [Answer(record, at, at > saved.looked_at) for record, at in rows]


def feed_answers(owner: Actor, saved: SavedSearch, limit: int) -> list[Answer]:
    """What the feed carries at this moment: public records, or what the owner may read where that was chosen.

    Nothing for somebody who belongs to no network any more.
    """
    if not owner.memberships:
        return []
    reader = owner if saved.feed_audience == FeedAudience.OWN else ANONYMOUS
    rows = db.session.execute(_answers(saved, reader).where(shared()).limit(limit)).unique()
    return [Answer(record, at, at > saved.looked_at) for record, at in rows]


def shared() -> ColumnElement[bool]:
    """That a record is shared with somebody besides those who write it: what is not is nobody's news."""
    key = RecordAudience.key
    beyond = ~key.startswith("author:") & ~key.startswith("coordinator:")
    return exists().where(RecordAudience.record_id == Record.id, beyond)


def _answers(saved: SavedSearch, reader: Actor) -> Select[Record, datetime]:
    return (
        select(Record, SavedSearchMatch.at)
        .join(SavedSearchMatch, SavedSearchMatch.record_id == Record.id)
        .where(SavedSearchMatch.saved_id == saved.id, readable(reader))
        .order_by(SavedSearchMatch.at.desc(), Record.id.desc())
    )


def _mine(person_id: str) -> ColumnElement[bool]:
    return (SavedSearch.person_id == person_id) & SavedSearch.removed_at.is_(None)
