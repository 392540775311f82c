"""What happens to records, noticed as it is stored: a new one, another state, a comment; and the job that tells.

States are seen where they are set and new records where they are inserted, so that no feature can forget to say so.
What follows is one outbox row a happening, written just before the commit, with who was told of it in other ways.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy import event

from infocus.comments.events import CommentAdded
from infocus.core import clock
from infocus.core.db import before_commit, db, in_unit_of_work, unit_of_work
from infocus.core.events import reacts_to
from infocus.core.outbox import job
from infocus.core.web.actor import current_actor
from infocus.notifications.pending import TELL_JOB, enqueue_pending
from infocus.notifications.services import tell_watchers
from infocus.notifications.watching.homes import home_of
from infocus.notifications.watching.services import tell
from infocus.records.models import Record
from infocus.records.urls import record_path

_CHANGES = "notifications.changes"
DRAFT = "draft"
OLD = timedelta(days=1)


@dataclass
class _Changes:
    """Records of one transaction: those inserted, and the states others had before it."""

    transaction: object
    new: dict[str, Record] = field(default_factory=dict)
    before: dict[str, tuple[Record, str]] = field(default_factory=dict)


def _changes() -> _Changes:
    info, transaction = db.session.info, db.session().get_transaction()
    found = info.get(_CHANGES)
    if not isinstance(found, _Changes) or found.transaction is not transaction:
        found = info[_CHANGES] = _Changes(transaction)
    return found


@event.listens_for(Record, "after_insert", propagate=True)
def _inserted(mapper: object, connection: object, target: Record) -> None:
    if in_unit_of_work():
        _changes().new[target.id] = target


@event.listens_for(Record.state, "set", propagate=True, active_history=True)
def _state_set(target: Record, value: str, old: Any, initiator: object) -> None:
    if isinstance(old, str) and old != value and target in db.session and in_unit_of_work():
        _changes().before.setdefault(target.id, (target, old))


@reacts_to(CommentAdded)
def tell_of_comment(happened: CommentAdded) -> None:
    """Who watches the record hears of the comment, unless told as mentioned, answered or owner."""
    comment = happened.comment
    path = f"{record_path(comment.record)}#c-{comment.id}"
    tell_watchers(comment.record, "watch-comment", path=path, by=comment.author_id, quote=comment.text)


@before_commit
def _tell_of_changes() -> None:
    """A record that is shared is new to who watches its places; another state is told to who watches it."""
    changes = _changes()
    db.session.info.pop(_CHANGES, None)
    by = current_actor().person_id
    for record in changes.new.values():
        is_news = clock.now() - record.created_at < OLD  # what is loaded with its own old date was told in its time
        if is_news and record.state != DRAFT and record.removed_at is None:
            tell_watchers(record, "watch-new", by=by or record.author_id, places=True)
    for record_id, (record, before) in changes.before.items():
        if record_id in changes.new or record.state == before or record.removed_at is not None:
            continue
        if before == DRAFT:
            tell_watchers(record, "watch-new", by=by or record.author_id, places=True)
        elif record.state != DRAFT:
            tell_watchers(record, "watch-state", by=by, words={"state": record.state})
    enqueue_pending()


@job(TELL_JOB)
def tell_who_watches(payload: dict[str, Any]) -> None:
    """Tell everybody who watches, after the commit that made it true."""
    with unit_of_work():
        record = db.session.get(Record, payload["record"])
        if record is not None and record.removed_at is None:
            tell(record, payload["kind"], payload["happening"], payload, home_of(record))
