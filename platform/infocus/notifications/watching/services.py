"""Begin to watch, choose how its mail comes, stop; and tell those who watch."""

from datetime import datetime
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import select

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Invalid, NotFound
from infocus.core.ids import is_id
from infocus.core.permissions import Permission, require
from infocus.networks.actors import actor_of_person
from infocus.networks.models import Network, Partner
from infocus.notifications.kinds import BEYOND
from infocus.notifications.models import Notification
from infocus.notifications.services import notify
from infocus.notifications.watching.models import How, Subject, Watch
from infocus.notifications.watching.queries import Reason, watch_of, watchers_of
from infocus.notifications.words import THEMES
from infocus.records.models import Record
from infocus.records.queries import get_record
from infocus.vocabularies.registry import unknown


def watch(actor: Actor, subject: Subject, subject_id: str, how: How | None = None) -> Watch:
    """Watch something from now on; what was watched keeps how its mail comes unless ``how`` says otherwise.

    Raises ``NotFound`` for what there is not, or what the person may not read.
    """
    require(actor, Permission.USE_ACCOUNT)
    _check(actor, subject, subject_id)
    row = _row(actor, subject, subject_id)
    if row.how == How.OFF:
        row.since = clock.now()
    if how is not None or row.how == How.OFF:
        row.how = how or How.USUAL
    db.session.flush()
    return row


def unwatch(actor: Actor, subject: Subject, subject_id: str) -> None:
    """Watch it no more. A record one wrote or commented on stays unwatched until one watches it again."""
    require(actor, Permission.USE_ACCOUNT)
    if subject == Subject.RECORD:
        _check(actor, subject, subject_id)
        _row(actor, subject, subject_id).how = How.OFF
    elif (row := watch_of(actor, subject, subject_id)) is not None:
        db.session.delete(row)
    db.session.flush()


def quieten(person_id: str, subject: Subject, subject_id: str) -> None:
    """No mail about this watch any more; the list in the page still has it."""
    rows = select(Watch).where(
        Watch.person_id == person_id, Watch.subject == subject.value, Watch.subject_id == subject_id
    )
    row = db.session.scalar(rows)
    if row is None:
        row = Watch(person_id=person_id, subject=subject.value, subject_id=subject_id)
        db.session.add(row)
    if row.how != How.OFF:
        row.how = How.PAGE
    db.session.flush()


def how_of(text: str) -> How:
    """How mail comes, as a form says it. Raises ``Invalid``."""
    try:
        how = How(text)
    except ValueError:
        raise Invalid({"how": _("Choose one from the list.")}) from None
    if how == How.OFF:
        raise Invalid({"how": _("Choose one from the list.")})
    return how


def subject_of(text: str) -> Subject:
    """What kind of thing an address names. Raises ``NotFound``."""
    try:
        return Subject(text)
    except ValueError:
        raise NotFound from None


def _row(actor: Actor, subject: Subject, subject_id: str) -> Watch:
    row = watch_of(actor, subject, subject_id)
    if row is None:
        row = Watch(person_id=actor.person, subject=subject.value, subject_id=subject_id, how=How.USUAL)
        db.session.add(row)
    return row


def _check(actor: Actor, subject: Subject, subject_id: str) -> None:
    match subject:
        case Subject.RECORD:
            get_record(actor, subject_id, Record)
        case Subject.THEME:
            if unknown(THEMES, (subject_id,)):
                raise NotFound
        case Subject.PARTNER | Subject.NETWORK:
            kind = Partner if subject == Subject.PARTNER else Network
            if not is_id(subject_id) or db.session.get(kind, subject_id) is None:
                raise NotFound


def tell(record: Record, kind: str, happening: str, said: dict[str, Any], within: Record | None) -> int:
    """Tell everybody who watches and may read it now; how many were told.

    ``happening`` is the id of what happened: told twice is told once. ``said``: ``path``, ``by``, ``quote``, ``words``,
    ``places`` (whether it is new to who watches its city, network or theme), ``but`` (ids of people told already),
    ``at`` (when it happened: who watches only since then is not told).
    """
    at = datetime.fromisoformat(said["at"])
    found = watchers_of(record, at, within=within, places=bool(said.get("places")))
    known = select(Notification.person_id).where(
        Notification.record_id == record.id, Notification.happening == happening
    )
    done = {said.get("by"), *said.get("but", ()), *db.session.scalars(known)}
    told = 0
    for person_id in sorted(found.keys() - done):
        if _may_hear(person_id, record, kind):
            _tell(record, person_id, kind, happening, said, found[person_id])
            told += 1
    return told


def _tell(record: Record, person_id: str, kind: str, happening: str, said: dict[str, Any], reason: Reason) -> None:
    notify(
        person_id,
        kind,
        record,
        path=said["path"],
        by=said.get("by"),
        quote=said.get("quote", ""),
        words=said.get("words"),
        why=(reason.why, reason.about),
        how=reason.how,
        happening=happening,
    )


def _may_hear(person_id: str, record: Record, kind: str) -> bool:
    """Who has an account, may read it at this moment and, for what goes no wider than a network, belongs to it."""
    actor = actor_of_person(person_id)
    if actor is None or record.removed_at is not None or actor.keys.isdisjoint(record.stored_keys):
        return False
    return bool(actor.roles(record.network_id)) or (kind in BEYOND and bool(actor.memberships))
