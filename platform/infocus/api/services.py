"""Requests that may be sent again: the first one with a key is carried out, the others get its answer."""

from dataclasses import dataclass
from datetime import timedelta

from flask_babel import gettext as _
from sqlalchemy import Select, delete, select, update
from sqlalchemy.exc import IntegrityError

from infocus.api.models import IdempotencyKey
from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.errors import Conflict, Invalid

KEPT = timedelta(hours=24)
LEASE = timedelta(minutes=5)
"""A request that has not answered for so long died with its process; the next one with its key is carried out."""


@dataclass(frozen=True, slots=True)
class Repeatable:
    """What a key stands for: who asks, where, and a fingerprint of what was sent."""

    person_id: str
    method: str
    path: str
    key: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it was given the first time."""

    status: int
    body: str
    etag: str


def begin(asked: Repeatable) -> Kept | str:
    """Claim the key: the id of the claim, or the answer that was given before.

    Raises:
        Invalid: the key came with another body before.
        Conflict: the first request with this key is still running.
    """
    try:
        with unit_of_work():
            known = db.session.scalar(_same(asked).with_for_update())
            if known is not None and known.created_at > clock.now() - KEPT:
                if known.fingerprint != asked.fingerprint:
                    raise Invalid({"Idempotency-Key": _("This key came with another body before; choose a new one.")})
                if known.status is not None:
                    return Kept(known.status, known.body, known.etag)
                if known.created_at > clock.now() - LEASE:
                    raise _running()
            if known is not None:
                db.session.delete(known)
                db.session.flush()
            claim = IdempotencyKey(
                person_id=asked.person_id,
                method=asked.method,
                path=asked.path,
                key=asked.key,
                fingerprint=asked.fingerprint,
            )
            db.session.add(claim)
            db.session.flush()
            return claim.id
    except IntegrityError:  # two at the same instant: the other one has it
        raise _running() from None


def keep(claim: str, answer: Kept) -> None:
    """Store the answer inside the unit of work that made the change: neither is ever there without the other."""
    row = update(IdempotencyKey).where(IdempotencyKey.id == claim)
    db.session.execute(row.values(status=answer.status, body=answer.body, etag=answer.etag))


def release(claim: str) -> None:
    """Give an unanswered key back: nothing was changed, so the request may be mended and sent again."""
    with unit_of_work():
        db.session.execute(
            delete(IdempotencyKey).where(IdempotencyKey.id == claim, IdempotencyKey.status.is_(None)),
        )


def purge() -> None:
    """Forget the answers that are older than a day."""
    with unit_of_work():
        db.session.execute(delete(IdempotencyKey).where(IdempotencyKey.created_at < clock.now() - KEPT))


def _same(asked: Repeatable) -> Select[IdempotencyKey]:
    return select(IdempotencyKey).where(
        IdempotencyKey.person_id == asked.person_id,
        IdempotencyKey.method == asked.method,
        IdempotencyKey.path == asked.path,
        IdempotencyKey.key == asked.key,
    )


def _running() -> Conflict:
    return Conflict(_("The first request with this key is still running; ask again in a moment."))
