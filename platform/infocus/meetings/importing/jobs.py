"""The worker's part of an import: some files at a time, each with its own transaction."""

import hashlib
from dataclasses import dataclass
from typing import Any

from flask import current_app
from flask_babel import force_locale
from flask_babel import gettext as _

from infocus.core.db import db, unit_of_work
from infocus.core.errors import AppError, Invalid
from infocus.core.i18n import locale_of
from infocus.core.outbox import job
from infocus.engines.bound import engines
from infocus.engines.storage.port import BLOCK
from infocus.library.uploads import received
from infocus.meetings.importing import services
from infocus.meetings.importing.archive import Entry, Folder, open_folder
from infocus.meetings.importing.models import ImportState, Outcome, OutputImport
from infocus.meetings.importing.rows import Said, understood
from infocus.meetings.importing.table import Table, folded, row_of
from infocus.meetings.models import Meeting
from infocus.networks.actors import actor_of_person
from infocus.settings import Settings

AT_A_TIME = 50
"""Files of one piece of work: some seconds, so that a mail waits no longer for an import."""


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the work needs to know of an import; no row of the database, since each file has its own transaction."""

    id: str
    meeting_id: str
    person_id: str
    language: str
    storage_key: str
    values: dict[str, Any]
    sessions: dict[str, str]


@job(services.BRING)
def bring(payload: dict[str, Any]) -> None:
    """Bring in the next files of an import, and have the ones after them brought in; the last ends it."""
    facts = _begin(payload["import"])
    if facts is None:
        return
    settings: Settings = current_app.extensions["infocus.settings"]
    most = settings.max_import_mb * 1_000_000
    with force_locale(locale_of(facts.language)), engines().storage.path(facts.storage_key) as path:
        try:
            with open_folder(path, settings.max_import_files, most) as folder:
                over = _some_files(facts, folder, settings.max_upload_bytes)
        except Invalid as error:
            with unit_of_work():
                services.end(db.session.get_one(OutputImport, facts.id), ImportState.REFUSED, str(error))
            return
    with unit_of_work():
        begun = db.session.get_one(OutputImport, facts.id)
        if over:
            services.end(begun, ImportState.DONE)
        else:
            services.go_on(begun)


def _begin(import_id: str) -> _Facts | None:
    with unit_of_work():
        begun = db.session.get(OutputImport, import_id)
        meeting = db.session.get(Meeting, begun.meeting_id) if begun else None
        if begun is None or meeting is None or begun.state in {ImportState.DONE, ImportState.REFUSED}:
            return None
        begun.state = ImportState.RUNNING
        actor = actor_of_person(begun.person_id)
        sessions = {folded(session.title): session.id for session in meeting.sessions}
        language = actor.language if actor else "en"
        return _Facts(
            begun.id, begun.meeting_id, begun.person_id, language, begun.storage_key, dict(begun.values), sessions
        )


def _some_files(facts: _Facts, folder: Folder, most_bytes: int) -> bool:
    """Deal with the next files; whether these were the last."""
    table, sheet = folder.table()
    files = [entry for entry in folder.entries if entry != sheet]
    known = {folded(each.path) for each in files} | {folded(each.path.rpartition("/")[2]) for each in files}
    orphans = [
        row["file"] for name, row in table.rows.items() if name not in known and name.rpartition("/")[2] not in known
    ]
    behind = max((each.number for each in folder.entries), default=0)
    files += [
        Entry(behind + place, name, 0, _("The table names this file, but the ZIP does not hold it."))
        for place, name in enumerate(orphans, start=1)
    ]
    with unit_of_work():
        db.session.get_one(OutputImport, facts.id).total = len(files)
        done = services.dealt_with(facts.id)
    waiting = [entry for entry in files if entry.number not in done]
    for entry in waiting[:AT_A_TIME]:
        _one_file(facts, folder, entry, table, most_bytes)
    return len(waiting) <= AT_A_TIME


def _one_file(facts: _Facts, folder: Folder, entry: Entry, table: Table, most_bytes: int) -> None:
    too_large = _("This file is larger than %(most)d MB. Nothing was kept.", most=most_bytes // 1_000_000)
    why = entry.wrong or (str(too_large) if entry.size > most_bytes else "")
    try:
        if not why and not _was_there(facts, entry, _digest(folder, entry)):
            said = understood(row_of(table, entry.path), table.name, facts.sessions)
            _keep(facts, folder, entry, said, most_bytes)
    except Invalid as error:
        why = str(error)
    except AppError:  # the network was closed, or the role ended, while the import ran
        why = services.may_not()
    if why:
        with unit_of_work():
            begun = db.session.get_one(OutputImport, facts.id)
            services.report(begun, entry.number, entry.path, Outcome.REFUSED, why)


def _digest(folder: Folder, entry: Entry) -> str:
    digest = hashlib.sha256()
    with folder.open(entry) as stream:
        while block := stream.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _was_there(facts: _Facts, entry: Entry, sha256: str) -> bool:
    with unit_of_work():
        there = services.there_already(facts.meeting_id, sha256, entry.path)
        if there is not None:
            begun = db.session.get_one(OutputImport, facts.id)
            services.report(begun, entry.number, entry.path, Outcome.THERE, output=there)
        return there is not None


def _keep(facts: _Facts, folder: Folder, entry: Entry, said: Said, most_bytes: int) -> None:
    with folder.open(entry) as stream, received(stream, entry.path, most_bytes) as upload, unit_of_work():
        begun = db.session.get_one(OutputImport, facts.id, with_for_update=True)
        meeting = db.session.get_one(Meeting, facts.meeting_id)
        actor = actor_of_person(facts.person_id)
        if actor is None:
            raise Invalid(services.may_not())
        output = services.bring_in(actor, meeting, upload, said, facts.values)
        outcome = Outcome.REMARKED if said.remarks else Outcome.KEPT
        services.report(begun, entry.number, entry.path, outcome, " ".join(said.remarks), output.id)
