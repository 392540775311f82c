"""Documents of a record: adding, new versions, removing, reading again. That it is permitted the caller has decided."""

from flask_babel import gettext as _
from sqlalchemy import delete, func, select

from infocus.core import clock
from infocus.core.changes import changed
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid
from infocus.core.outbox import OutboxRow, enqueue
from infocus.engines.extraction.kinds import IMAGES, READABLE
from infocus.library.models import Document, DocumentRole, DocumentVersion, ReadingState
from infocus.library.ocr_jobs import recognise_later
from infocus.library.uploads import Upload
from infocus.records.models import Record

READ = "library.read"
MAX_TITLE = 200
MAX_ALT = 300
MAX_NOTE = 300


def add_document(
    record: Record,
    role: DocumentRole,
    upload: Upload,
    *,
    by: str | None,
    title: str = "",
    alt: str = "",
    language: str = "",
    note: str = "",
) -> Document:
    """Give a record a file inside the present unit of work; its text is read afterwards. ``by`` is a person's id.

    Raises:
        Invalid: an image without words for who cannot see it, a field too long, or a file the record has already.
    """
    _check({"title": (title, MAX_TITLE), "alt": (alt, MAX_ALT), "note": (note, MAX_NOTE)})
    if role == DocumentRole.IMAGE:
        _check_image(upload, alt)
    _lock(record)
    _check_new(record.id, upload)
    last = select(func.max(Document.position)).where(Document.record_id == record.id)
    document = Document(
        record_id=record.id,
        record=record,
        role=role,
        title=title.strip(),
        alt=alt.strip(),
        language=language,
        position=(db.session.scalar(last) or 0) + 1,
    )
    db.session.add(document)
    db.session.flush()
    _add(document, upload, 1, by, note)
    return document


def add_version(document: Document, upload: Upload, *, by: str | None, note: str = "") -> DocumentVersion:
    """Add a newer file to a document; readers keep the older one until it is read. Raises as ``add_document``."""
    _check({"note": (note, MAX_NOTE)})
    if document.role == DocumentRole.IMAGE:
        _check_image(upload, document.alt)
    _lock(document.record)
    _check_new(document.record_id, upload)
    newest = select(func.max(DocumentVersion.number)).where(DocumentVersion.document_id == document.id)
    return _add(document, upload, (db.session.scalar(newest) or 0) + 1, by, note)


def remove_document(document: Document) -> None:
    """Take a document out of its record; its files stay until they are purged with the record."""
    document.removed_at = clock.now()
    _changed(document.record)


def read_again(version: DocumentVersion) -> None:
    """Have a failed version read once more. Raises ``Conflict`` when it did not fail."""
    if version.state != ReadingState.FAILED:
        raise Conflict(_("This file is not waiting for another try."))
    version.state, version.reason, version.pages_read = ReadingState.PENDING, "", 0
    db.session.execute(delete(OutboxRow).where(OutboxRow.key == reading_key(version.id), OutboxRow.state == "failed"))
    enqueue(READ, {"version": version.id}, key=reading_key(version.id))


def reading_key(version_id: str) -> str:
    """The outbox key of a version's reading: one at a time."""
    return f"{READ}:{version_id}"


def _add(document: Document, upload: Upload, number: int, by: str | None, note: str) -> DocumentVersion:
    readable = upload.media_type in READABLE
    version = DocumentVersion(
        document=document,
        number=number,
        storage_key=upload.storage_key,
        file_name=upload.file_name,
        media_type=upload.media_type,
        size=upload.size,
        sha256=upload.sha256,
        language=document.language,
        note=note.strip(),
        uploaded_by=by,
        state=ReadingState.PENDING if readable else ReadingState.READY,
    )
    db.session.add(version)
    db.session.flush()
    if readable:
        enqueue(READ, {"version": version.id}, key=reading_key(version.id))
    elif version.media_type in IMAGES and document.role != DocumentRole.IMAGE:
        recognise_later(version)
    _changed(document.record)
    return version


def _changed(record: Record) -> None:
    changed(record.type, record.id)


def _lock(record: Record) -> None:
    """Two uploads to one record follow each other, so that numbers and the search for doubles hold (PostgreSQL)."""
    db.session.scalar(select(Record.id).where(Record.id == record.id).with_for_update())


def _check(texts: dict[str, tuple[str, int]]) -> None:
    long = {
        name: _("%(length)s characters; %(most)s fit.", length=len(text), most=most)
        for name, (text, most) in texts.items()
        if len(text) > most
    }
    if long:
        raise Invalid(long)


def _check_image(upload: Upload, alt: str) -> None:
    if upload.media_type not in IMAGES:
        raise Invalid({"file": _("This is not a picture. Use PNG, JPEG, WebP or GIF.")})
    if not alt.strip():
        raise Invalid({"alt": _("Say in a sentence what the picture shows, for people who cannot see it.")})


def _check_new(record_id: str, upload: Upload) -> None:
    same = (
        select(DocumentVersion)
        .join(Document)
        .where(Document.record_id == record_id, Document.removed_at.is_(None), DocumentVersion.sha256 == upload.sha256)
        .where(Document.role != DocumentRole.SOURCE)
    )
    found = db.session.scalars(same.limit(1)).first()
    if found is not None:
        raise Invalid(
            {"file": _("This very file is here already: “%(name)s”, version %(number)d.",
                       name=found.file_name, number=found.number)}
        )  # fmt: skip
