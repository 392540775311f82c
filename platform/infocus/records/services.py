"""What every kind does alike after a change: stamp it, recompute its audience, tell the change log."""

from datetime import datetime

from infocus.core import clock
from infocus.core.changes import changed
from infocus.core.db import db
from infocus.core.errors import NetworkClosed, Stale
from infocus.core.events import emit
from infocus.networks.models import Network
from infocus.networks.policy import is_open, takes_updates
from infocus.records.events import AudienceChanged
from infocus.records.models import Record, RecordAudience


def save(record: Record, *, at: datetime | None = None) -> None:
    """Store a new or changed record inside the present unit of work: time, audience, change log; ``version`` grows."""
    if record not in db.session:
        db.session.add(record)
        record.updated_at = record.created_at = at or clock.now()
    else:
        record.updated_at = at or clock.now()
    db.session.flush()
    refresh_audience(record)


def refresh_audience(record: Record) -> None:
    """Bring the stored audience keys in line with the record's state, and have it indexed again."""
    wanted = frozenset[str]() if record.removed_at else record.audience_keys()
    stored = record.stored_keys
    for row in [row for row in record.audience if row.key not in wanted]:
        record.audience.remove(row)
    for key in sorted(wanted - stored):
        record.audience.append(RecordAudience(record_id=record.id, key=key))
    db.session.flush()
    changed(record.type, record.id, narrowed=bool(stored - wanted))
    if stored != wanted:
        emit(AudienceChanged(record))


def remove(record: Record) -> None:
    """Leave a tombstone: nobody reads it any more, the id is never used again; a purge follows after a stated time."""
    record.removed_at = clock.now()
    save(record)


def check_version(record: Record, expected: int | None) -> None:
    """Raise ``Stale`` when the caller saw another version than the present one."""
    if expected is not None and record.version != expected:
        raise Stale


def check_open(network: Network) -> None:
    """Raise ``NetworkClosed`` unless the network takes new records."""
    if not is_open(network):
        raise NetworkClosed


def check_updates(network: Network) -> None:
    """Raise ``NetworkClosed`` unless owners may still change what they own."""
    if not takes_updates(network):
        raise NetworkClosed
