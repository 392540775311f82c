"""Cities say how far they are with another city's practice, and write down what they do with it."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError

from infocus.core import clock
from infocus.core.actor import Actor, Membership
from infocus.core.changes import changed
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid, NotAllowed, NotFound
from infocus.core.events import emit
from infocus.core.permissions import Permission, require
from infocus.networks import audit
from infocus.networks.models import Partner
from infocus.practices.models import Practice
from infocus.practices.policy import adopting_for
from infocus.practices.transfers.checkpoints import choose_months, keep_plan_due
from infocus.practices.transfers.content import checked
from infocus.practices.transfers.events import TransferMarked, TransferRemoved, TransferStopped
from infocus.practices.transfers.ledger import transfer_of
from infocus.practices.transfers.models import OPENED, Stage, Step, Transfer
from infocus.records import services as records
from infocus.records.models import Visibility


def mark(
    actor: Actor,
    practice: Practice,
    stage: str,
    note: str | None = None,
    *,
    partner: str | None = None,
    more: Mapping[str, Any] | None = None,
) -> Transfer:
    """Say how far the actor's city is with a practice, in place of what it said before; what is ``None`` stays.

    ``note``: what was taken or changed, in a line. ``partner``: the city's slug or id, without it the actor's first.
    ``more``: the rest of a transfer, as ``content.checked`` takes it.

    Raises:
        NotFound, NotAllowed: unreadable, or not the actor's to mark, or not for ``partner``.
        Invalid: wrong values, beside their fields.
    """
    require(actor, Permission.MARK_ADOPTION, practice)
    city = _own_city(actor, practice, partner)
    values = checked({**(more or {}), "stage": stage, "note": note}, practice.network_id, str(city.partner_id))
    stored = transfer_of(practice.id, city.partner_id)
    if stored is None:
        stored = _begun(actor, practice, city)
    return _write(actor, stored, values)


def change(actor: Actor, transfer: Transfer, values: Mapping[str, Any], *, expected: int | None = None) -> Transfer:
    """Change what is in ``values`` (``content.checked``). Raises ``Stale``, ``NotAllowed``, ``Invalid``."""
    require(actor, Permission.EDIT_TRANSFER, transfer)
    records.check_version(transfer, expected)
    return _write(actor, transfer, checked(values, transfer.network_id, str(transfer.partner_id)))


def stop(actor: Actor, transfer: Transfer, failed: str, *, expected: int | None = None) -> None:
    """Give the transfer up; what failed is worth as much as a success, so it is asked for."""
    require(actor, Permission.EDIT_TRANSFER, transfer)
    records.check_version(transfer, expected)
    if transfer.stopped_at is not None or transfer.state not in OPENED:
        raise Conflict(_("There is no transfer that could stop."))
    words = checked({"failed": failed}, transfer.network_id, str(transfer.partner_id))["failed"]
    if not words:
        raise Invalid({"failed": _("Say what failed: the next city learns from it.")})
    transfer.failed, transfer.stopped_at = words, clock.now()
    _keep(actor, transfer, "stopped")
    emit(TransferStopped(transfer, actor.person))


def go_on(actor: Actor, transfer: Transfer) -> None:
    """Take a stopped transfer up again."""
    require(actor, Permission.EDIT_TRANSFER, transfer)
    if transfer.stopped_at is None:
        raise Conflict(_("This transfer has not stopped."))
    transfer.stopped_at = None
    _keep(actor, transfer, "resumed")


def take_back(actor: Actor, practice: Practice, *, partner: str | None = None) -> None:
    """Take back what the actor's city said. Raises ``NotFound`` when it said nothing, and what marking raises."""
    require(actor, Permission.MARK_ADOPTION, practice)
    transfer = transfer_of(practice.id, _own_city(actor, practice, partner).partner_id)
    if transfer is None:
        raise NotFound
    _remove(actor, practice, transfer)


def remove(actor: Actor, transfer: Transfer, *, expected: int | None = None) -> None:
    """The receiving city takes its transfer back, also when the practice is gone."""
    require(actor, Permission.EDIT_TRANSFER, transfer)
    records.check_version(transfer, expected)
    _remove(actor, transfer.practice, transfer)


def _remove(actor: Actor, practice: Practice, transfer: Transfer) -> None:
    transfer.receiver_id = transfer.ask_key_hash = None
    records.remove(transfer)
    _note(actor, "practices.take-back-adoption", transfer, before=transfer.state)
    emit(TransferRemoved(practice, transfer))


def _own_city(actor: Actor, practice: Practice, wanted: str | None) -> Membership:
    """The city spoken for: the one asked for, or the first. Raises ``NotAllowed``."""
    for member in adopting_for(actor, practice):
        if wanted in (None, member.partner_slug, member.partner_id):
            return member
    raise NotAllowed


def _begun(actor: Actor, practice: Practice, city: Membership) -> Transfer:
    """A new record; two people of a city may be first at once, then it is the other's."""
    transfer = Transfer(
        practice=practice,
        practice_id=practice.id,
        network=practice.network,
        network_id=practice.network_id,
        partner=db.session.get_one(Partner, city.partner_id),
        partner_id=city.partner_id,
        receiver_id=city.partner_id,
        mentor_id=practice.partner_id,
        author_id=actor.person,
        title="",
        language=actor.language,
        visibility=Visibility.NETWORK,
        state="",
        evidence=[],
    )
    try:
        with db.session.begin_nested():
            records.save(transfer)
    except IntegrityError:
        other = transfer_of(practice.id, city.partner_id)
        if other is None:
            raise
        return other
    return transfer


def _write(actor: Actor, transfer: Transfer, values: dict[str, Any]) -> Transfer:
    """Store what differs; nothing is touched, told or written down where nothing does."""
    months = values.pop("months", None)
    columns = {name: value for name, value in values.items() if getattr(transfer, name) != value}
    chosen = choose_months(transfer, months) if months is not None else False
    if not columns and not chosen:
        return transfer
    before = transfer.state
    moved = columns.get("state", before) != before
    for name, value in columns.items():
        setattr(transfer, name, value)
    if moved:
        _move(transfer, before)
    keep_plan_due(actor, transfer)
    transfer.marked_by = actor.person
    _keep(actor, transfer, transfer.state if moved else None)
    if moved or "note" in columns:
        _note(actor, "practices.adopt", transfer, stage=transfer.state, before=before or None)
    new_mentor = bool(columns.get("mentor_id")) or (moved and not before)
    emit(TransferMarked(transfer.practice, transfer, actor.person, moved=moved, new_mentor=new_mentor))
    return transfer


def _move(transfer: Transfer, before: str) -> None:
    """Another stage: what was given up goes on, and what is borrowed or opened begins to count its months."""
    transfer.stopped_at = None
    begins = transfer.state in OPENED and before not in OPENED
    if begins or transfer.state == Stage.BORROWED:
        transfer.opened_at = clock.now()
    if transfer.state != Stage.BORROWED:
        transfer.asked_at = transfer.ask_key_hash = transfer.used_at = None
        transfer.used = ""


def _keep(actor: Actor, transfer: Transfer, step: str | None) -> None:
    """Store it, with a step of its history, and have the practice indexed again: it counts the cities that use it."""
    if step is not None:
        db.session.add(Step(transfer_id=transfer.id, what=step, by_id=actor.person))
    transfer.title = transfer.own_title
    records.save(transfer)
    changed(transfer.practice.type, transfer.practice_id)


def _note(actor: Actor, action: str, transfer: Transfer, **detail: str | None) -> None:
    """Write it down beside the practice, and have that indexed again."""
    practice = transfer.practice
    detail["partner"] = transfer.partner.slug if transfer.partner else None
    audit.note(actor, action, practice.type, practice.id, practice.network_id, **detail)
    changed(practice.type, practice.id)
