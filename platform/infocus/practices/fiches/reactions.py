"""When the file of a fiche is read, its proposal is made."""

from sqlalchemy import select

from infocus.core.db import db
from infocus.core.events import reacts_to
from infocus.core.outbox import enqueue
from infocus.library.events import FileRead
from infocus.practices.fiches.models import Fiche
from infocus.practices.fiches.queries import READ, reading_key


@reacts_to(FileRead)
def read_fiche_later(event: FileRead) -> None:
    """Have the proposal made; once more when OCR has given a scan its text."""
    if event.record_type != "practice":
        return
    own = select(Fiche.practice_id).where(Fiche.document_id == event.document_id)
    practice = db.session.scalar(own)
    if practice is not None:
        enqueue(READ, {"practice": practice}, key=reading_key(practice, event.recognised))
