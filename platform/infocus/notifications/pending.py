"""What those who watch will be told once this unit of work has committed, and who was told already in other ways."""

from dataclasses import dataclass, field
from typing import Any

from infocus.core import outbox
from infocus.core.db import db
from infocus.core.ids import new_id

TELL_JOB = "notifications.tell"
_PENDING = "notifications.pending"


@dataclass
class _Pending:
    """Of one transaction: what happened, and pairs (record, person) that were told."""

    transaction: object
    happened: list[dict[str, Any]] = field(default_factory=list)
    told: set[tuple[str, str]] = field(default_factory=set)


def _pending() -> _Pending:
    info, transaction = db.session.info, db.session().get_transaction()
    found = info.get(_PENDING)
    if not isinstance(found, _Pending) or found.transaction is not transaction:  # another one was rolled back
        found = info[_PENDING] = _Pending(transaction)
    return found


def add(payload: dict[str, Any]) -> None:
    """Have this told: what the job gets, besides ``happening`` and ``but``."""
    _pending().happened.append(payload)


def told(record_id: str, person_id: str) -> None:
    """Note that this person hears of this record in this unit of work anyway."""
    _pending().told.add((record_id, person_id))


def enqueue_pending() -> None:
    """One outbox row for each thing that happened; called just before the commit."""
    found = _pending()
    db.session.info.pop(_PENDING, None)
    for payload in found.happened:
        but = sorted(person for record, person in found.told if record == payload["record"])
        outbox.enqueue(TELL_JOB, payload | {"happening": new_id(), "but": but})
