"""Who hears of a transfer, and what follows when its practice is read by others than before."""

from sqlalchemy import select

from infocus.core.actor import Role
from infocus.core.db import db
from infocus.core.events import reacts_to
from infocus.networks.successors import present_in
from infocus.notifications.services import notify, requote, untell
from infocus.practices.models import Practice
from infocus.practices.telling import tell_owners
from infocus.practices.transfers.events import BorrowingAnswered, TransferMarked, TransferRemoved, TransferStopped
from infocus.practices.transfers.models import Stage, Transfer
from infocus.records.events import AudienceChanged
from infocus.records.services import refresh_audience
from infocus.records.urls import record_path

KINDS = {Stage.INTERESTED: "practice-interest", Stage.BORROWED: "practice-borrowed"}


@reacts_to(TransferMarked)
def tell_marked(event: TransferMarked) -> None:
    """Who answers for the practice learns how far another city is: what they were told of it before gives way."""
    practice, transfer = event.practice, event.transfer
    if event.new_mentor and transfer.mentor_id not in {None, practice.partner_id}:
        _tell_city(transfer, transfer.mentor_id, "transfer-mentor", event.by)
    if not event.moved:
        requote(practice.id, transfer.place, transfer.note)
        return
    untell(practice.id, transfer.place)
    kind = KINDS.get(Stage(transfer.state), "practice-adopted")
    tell_owners(practice, kind, event.by, transfer.note, at=transfer.place)


@reacts_to(TransferStopped)
def tell_stopped(event: TransferStopped) -> None:
    """The practice's owners and the mentor learn what failed."""
    transfer = event.transfer
    _tell_city(transfer, transfer.practice.partner_id, "transfer-stopped", event.by, transfer.failed)
    if transfer.mentor_id != transfer.practice.partner_id:
        _tell_city(transfer, transfer.mentor_id, "transfer-stopped", event.by, transfer.failed)


@reacts_to(TransferRemoved)
def untell_marked(event: TransferRemoved) -> None:
    """What was taken back stands in no list and goes out in no mail."""
    untell(event.practice.id, event.transfer.place)


@reacts_to(BorrowingAnswered)
def tell_used(event: BorrowingAnswered) -> None:
    """Who answers for the practice learns whether what was borrowed was used."""
    transfer = event.transfer
    untell(transfer.practice_id, transfer.place)
    tell_owners(transfer.practice, "practice-used", None, transfer.note, at=transfer.place)


@reacts_to(AudienceChanged)
def follow_practice(event: AudienceChanged) -> None:
    """A practice that fewer or more may read takes its transfers with it."""
    practice = event.record
    if isinstance(practice, Practice):
        standing = select(Transfer).where(Transfer.practice_id == practice.id, Transfer.removed_at.is_(None))
        for transfer in db.session.scalars(standing).unique():
            refresh_audience(transfer)


def _tell_city(transfer: Transfer, partner_id: str | None, kind: str, by: str, quote: str = "") -> None:
    """Tell a city's coordinators."""
    for person_id, roles in sorted(present_in(transfer.network_id, partner_id).items()):
        if partner_id is not None and Role.COORDINATOR in roles:
            notify(person_id, kind, transfer, path=record_path(transfer), by=by, quote=quote)
