"""Files sent in a room."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import func, select

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Invalid, NetworkClosed, NotAllowed, NotFound
from infocus.core.ids import new_id
from infocus.core.permissions import Permission, require
from infocus.engines.extraction.kinds import ending_of
from infocus.library.models import Document, DocumentRole, DocumentVersion
from infocus.library.services import add_document, remove_document
from infocus.library.uploads import Upload
from infocus.library.urls import file_path
from infocus.networks.policy import takes_updates
from infocus.records.models import Visibility
from infocus.reviews.models import Review
from infocus.reviews.policy import EVERYONE, seatings
from infocus.reviews.room.errors import PhaseClosed
from infocus.reviews.room.models import RoomFiles
from infocus.reviews.vocabulary import ReviewState

AT_ONCE = 8
MOST = 300
CLOSED = (ReviewState.FINISHED, ReviewState.CANCELLED)


def check_upload(actor: Actor, review: Review) -> None:
    """Pass whoever may write messages at this table at some time, while it meets; before a file is received."""
    require(actor, Permission.ENTER_ROOM, review)
    if not takes_updates(review.network):
        raise NetworkClosed(_("The network is closed: its reviews can be read, not changed."))
    if not actor.may_write() or not seatings(actor, review) & EVERYONE:
        raise NotAllowed(_("Your seat at this table does not include that."))
    if review.state in CLOSED:
        raise PhaseClosed(_("The review is over."))
    if review.room.off_record:
        raise PhaseClosed(_("The room is off the record: nothing is kept now."))


def add_file(actor: Actor, review: Review, upload: Upload) -> tuple[Document, bool]:
    """Keep a file for a message; the very file that is in the room already is taken for it (then the answer is False).

    Raises as ``check_upload``, and ``Invalid``.
    """
    check_upload(actor, review)
    holder = db.session.scalars(select(RoomFiles).where(RoomFiles.review_id == review.id)).unique().first()
    if holder is None:
        holder = _holder(actor, review)
    same = (
        select(Document)
        .join(DocumentVersion)
        .where(Document.record_id == holder.id, Document.removed_at.is_(None), DocumentVersion.sha256 == upload.sha256)
    )
    found = db.session.scalars(same.limit(1)).first()
    if found is not None:
        return found, False
    count = select(func.count()).select_from(Document).where(Document.record_id == holder.id)
    if (db.session.scalar(count) or 0) >= MOST:
        raise Invalid({"file": _("There are too many files in this room.")})
    return add_document(holder, DocumentRole.ATTACHMENT, upload, by=actor.person, title=upload.file_name), True


def file_data(document: Document) -> dict[str, Any]:
    """A file as entries carry it. ``size`` in bytes, ``kind`` its ending, ``url`` where it opens."""
    version = document.latest
    kind = ending_of(version.file_name).lstrip(".").lower() or "file"
    return {
        "id": document.id,
        "title": document.title,
        "kind": kind,
        "media_type": version.media_type,
        "size": version.size,
        "url": file_path(document),
    }


def files_of_message(review: Review, ids: Sequence[str]) -> list[dict[str, Any]]:
    """The files a message carries. Raises ``NotFound`` when one is not of this room, ``Invalid`` for too many."""
    wanted = list(dict.fromkeys(ids))
    if len(wanted) > AT_ONCE:
        raise Invalid({"files": _("At most %(most)s files in one message.", most=AT_ONCE)})
    if not wanted:
        return []
    query = (
        select(Document)
        .join(RoomFiles, RoomFiles.id == Document.record_id)
        .where(RoomFiles.review_id == review.id, Document.removed_at.is_(None), Document.id.in_(wanted))
    )
    found = {document.id: document for document in db.session.scalars(query)}
    if len(found) < len(wanted):
        raise NotFound(_("There is no such file in this room."))
    return [file_data(found[each]) for each in wanted]


def take_away(review_id: str, ids: Sequence[str]) -> None:
    """Files whose message was removed open no more."""
    query = (
        select(Document)
        .join(RoomFiles, RoomFiles.id == Document.record_id)
        .where(RoomFiles.review_id == review_id, Document.id.in_(list(ids)), Document.removed_at.is_(None))
    )
    for document in db.session.scalars(query):
        remove_document(document)


def _holder(actor: Actor, review: Review) -> RoomFiles:
    holder = RoomFiles(
        id=new_id(),
        review_id=review.id,
        review=review,
        network_id=review.network_id,
        partner_id=review.partner_id,
        title=review.title,
        language=review.language,
        visibility=Visibility.PANEL,
        state="shown",
    )
    db.session.add(holder)
    db.session.flush()
    return holder
