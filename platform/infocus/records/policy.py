"""Reading and commenting, for every kind of record alike."""

from functools import lru_cache

from sqlalchemy import ColumnElement, exists

from infocus.core.actor import CITY_ROLES, STAFF, Actor
from infocus.core.permissions import Permission, grants
from infocus.networks.policy import takes_updates
from infocus.records.models import Record, RecordAudience


@grants(Permission.READ_RECORD)
def may_read(actor: Actor, record: Record | None) -> bool:
    """A record is readable when its audience keys meet the actor's."""
    return record is not None and record.removed_at is None and not actor.keys.isdisjoint(record.stored_keys)


@grants(Permission.COMMENT)
def may_comment(actor: Actor, record: Record) -> bool:
    """Members other than observers comment on what they read, until the network is closed."""
    return (
        may_read(actor, record) and takes_updates(record.network) and actor.has(record.network_id, *CITY_ROLES, *STAFF)
    )


def readable(actor: Actor) -> ColumnElement[bool]:
    """The same rule as a condition for ``select(Record)`` and its kinds."""
    return _readable_with(actor.keys)


@lru_cache(maxsize=64)
def _readable_with(keys: frozenset[str]) -> ColumnElement[bool]:
    """A page asks several times with the same keys: the condition is put together once."""
    held = RecordAudience.key.in_(sorted(keys))
    return Record.removed_at.is_(None) & exists().where(RecordAudience.record_id == Record.id, held)
