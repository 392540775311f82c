"""Transfers of practices: who uses them, and one's own city's word."""

from flask import Response

from infocus.api.answers import answer, next_url
from infocus.api.operations import operation
from infocus.api.schemas.records import Listed, Paged
from infocus.api.schemas.transfers import NewTransfer, TransferShape, transfer_shape
from infocus.core.db import db, unit_of_work
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.practices.models import Practice
from infocus.practices.transfers import ledger, services
from infocus.records.policy import may_read
from infocus.records.queries import get_record


@operation("GET", "/practices/<record_id:practice_id>/transfers", query=Paged, shape=Listed[TransferShape])
@requires(Permission.READ_RECORD)
def list_transfers(practice_id: str, query: Paged) -> Response:
    """Which cities use a practice and how far they are, the newest first; for whoever reads the practice."""
    actor = current_actor()
    practice = get_record(actor, practice_id, Practice)
    page = ledger.list_transfers(practice, cursor=query.cursor, limit=query.limit)
    names = ledger.names_people(actor, practice)
    shapes = [transfer_shape(row, names=names, whole=may_read(actor, row)) for row in page.items]
    return answer(Listed[TransferShape](items=shapes, next=next_url(page.next)))


@operation("POST", "/practices/<record_id:practice_id>/transfers", body=NewTransfer, shape=TransferShape, status=201)
@requires(Permission.MARK_ADOPTION)
def mark_transfer(practice_id: str, body: NewTransfer) -> Response:
    """Say how far your city is with another city's practice; sent again, it changes what your city said."""
    with unit_of_work():
        practice = get_record(current_actor(), practice_id, Practice)
        more = body.model_dump(exclude={"stage", "note", "partner"}, exclude_none=True)
        made = services.mark(current_actor(), practice, body.stage, body.note, partner=body.partner, more=more)
        db.session.flush()
        return answer(transfer_shape(made, names=True, whole=True), 201)
