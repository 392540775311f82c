"""Bring a ZIP into a meeting, file by file: each is one transaction with its line of the report.

So a worker that is killed in between goes on after the last line, and a second run of the same ZIP finds what is there.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import select

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import after_commit, db
from infocus.core.errors import NotFound
from infocus.core.ids import is_id
from infocus.core.outbox import OutboxRow, enqueue, keep_lease
from infocus.core.permissions import Permission, allows, require
from infocus.engines.bound import engines
from infocus.engines.extraction.kinds import ending_of
from infocus.engines.storage.port import Stored
from infocus.library.models import Document, DocumentVersion
from infocus.library.uploads import Upload, clean_name
from infocus.meetings.arriving.services import add_as_output
from infocus.meetings.importing.models import ImportedFile, ImportState, Outcome, OutputImport
from infocus.meetings.importing.rows import Said
from infocus.meetings.models import Meeting, Output
from infocus.meetings.outputs import check_given
from infocus.records.models import Record
from infocus.records.services import check_updates

BRING = "meetings.import"


def begin_import(actor: Actor, meeting: Meeting, stored: Stored, name: str, values: Mapping[str, Any]) -> OutputImport:
    """Have the worker bring in a ZIP that is in the store. ``values``: ``session`` and ``visibility`` of all its files.

    Raises ``Invalid``, ``NotAllowed``, ``NetworkClosed``.
    """
    check_updates(meeting.network)
    require(actor, Permission.UPLOAD_OUTPUT, meeting)
    given = {key: str(values[key]) for key in ("session", "visibility") if values.get(key)}
    check_given(actor, meeting, {"title": name, **given})
    begun = OutputImport(
        meeting_id=meeting.id, person_id=actor.person, file_name=clean_name(name), storage_key=stored.key,
        size=stored.size, values=given,
    )  # fmt: skip
    db.session.add(begun)
    db.session.flush()
    go_on(begun)
    return begun


def go_on(begun: OutputImport) -> None:
    """Have the next files brought in; other work of the worker has its turn in between."""
    enqueue(BRING, {"import": begun.id}, key=_key(begun))


def keep_going(begun: OutputImport) -> None:
    """Say that the work is alive, inside the unit of work of each file."""
    row = db.session.scalar(select(OutboxRow.id).where(OutboxRow.kind == BRING, OutboxRow.key.startswith(_stem(begun))))
    if row:
        keep_lease(row)


def get_import(actor: Actor, import_id: str) -> OutputImport:
    """An import the actor began, while they read its meeting. Raises ``NotFound``."""
    found = db.session.get(OutputImport, import_id) if is_id(import_id) else None
    meeting = db.session.get(Meeting, found.meeting_id) if found else None
    if found is None or found.person_id != actor.person_id or not allows(actor, Permission.READ_RECORD, meeting):
        raise NotFound
    return found


def dealt_with(import_id: str) -> set[int]:
    """The numbers of the files that have their line in the report."""
    return set(db.session.scalars(select(ImportedFile.number).where(ImportedFile.import_id == import_id)))


def there_already(meeting_id: str, sha256: str, path: str) -> str | None:
    """The id of the meeting's output with this very content under this name; pictures are kept under another ending."""
    same = (
        select(Output.id, DocumentVersion.file_name)
        .join(Document, Document.record_id == Output.id)
        .join(DocumentVersion, DocumentVersion.document_id == Document.id)
        .where(Output.meeting_id == meeting_id, Record.removed_at.is_(None), Document.removed_at.is_(None))
        .where(DocumentVersion.sha256 == sha256)
    )
    wanted = _stem_of(clean_name(path))
    return next((output for output, name in db.session.execute(same) if _stem_of(name) == wanted), None)


def bring_in(actor: Actor, meeting: Meeting, upload: Upload, said: Said, values: Mapping[str, Any]) -> Output:
    """One file as an output of the meeting. Raises as ``outputs.add_output``."""
    output = add_as_output(actor, meeting, upload, {**values, **said.values})
    if said.date:
        output.dated, output.date_source = said.date, said.source[:200]
    return output


def report(
    begun: OutputImport, number: int, name: str, outcome: Outcome, why: str = "", output: str | None = None
) -> None:
    """Write the line of one file, in the transaction of what was done with it."""
    db.session.add(
        ImportedFile(
            import_id=begun.id, number=number, name=name[-300:], outcome=outcome, why=why[:500], output_id=output
        )
    )
    begun.done += 1
    keep_going(begun)


def end(begun: OutputImport, state: ImportState, problem: str = "") -> None:
    """It is over; the ZIP goes once that is stored."""
    begun.state, begun.problem, begun.ended_at = state, problem[:500], clock.now()
    key, begun.storage_key = begun.storage_key, ""
    after_commit(lambda: engines().storage.delete(key))


def imports_of(meeting_id: str, person_id: str) -> Sequence[OutputImport]:
    """One's last imports into a meeting, the newest first."""
    own = select(OutputImport).where(OutputImport.meeting_id == meeting_id, OutputImport.person_id == person_id)
    return list(db.session.scalars(own.order_by(OutputImport.id.desc()).limit(10)))


def may_not() -> str:
    """What a file's line says when its sender lost the right meanwhile."""
    return str(_("You may not add outputs to this meeting any more."))


def _stem_of(name: str) -> str:
    return name.removesuffix(name[len(name) - len(ending_of(name)) :] if ending_of(name) else "")


def _stem(begun: OutputImport) -> str:
    return f"{BRING}:{begun.id}:"


def _key(begun: OutputImport) -> str:
    return f"{_stem(begun)}{begun.done}"
