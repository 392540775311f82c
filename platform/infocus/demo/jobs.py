"""The worker makes the demo's files and gives them to their records, as uploads of the people who made them."""

import json
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from infocus.comments.models import Comment
from infocus.comments.passages.services import place_first
from infocus.core.db import db, unit_of_work
from infocus.core.outbox import OutboxRow, job
from infocus.demo.loading.trusting import approve_files
from infocus.library.models import Document, DocumentRole, DocumentVersion
from infocus.library.services import add_document, add_version
from infocus.library.uploads import received
from infocus.plans.models import PlanVersion
from infocus.practices.fiches.models import Fiche
from infocus.records.models import Record

MAKE = "demo.files"
SECONDS = 120.0
LARGEST = 20_000_000
WITH_VERSIONS = frozenset({DocumentRole.PLAN, DocumentRole.OUTPUT})
Wanted = dict[str, Any]


@job(MAKE)
def make_files(payload: dict[str, Any]) -> None:
    """Make the files of one batch that their records do not have yet."""
    wanted = [each for each in payload["files"] if not _is_there(each)]
    with tempfile.TemporaryDirectory() as folder:
        _make(payload["network"], folder, [each["spec"] for each in wanted])
        for each in wanted:
            _give(each, Path(folder) / each["name"])


def files_are_made() -> str | None:
    """What /readyz says: ``None`` when every file of the demo was given to its record."""
    rows = select(OutboxRow.state, func.count()).where(OutboxRow.kind == MAKE).group_by(OutboxRow.state)
    counts = {str(state): int(count) for state, count in db.session.execute(rows).all()}
    if counts.get("failed"):
        return f"{counts['failed']} batches of files could not be made; see the log"
    return f"{counts['waiting']} batches of files still to make" if counts else None


def _make(network: str, folder: str, specs: list[str]) -> None:
    """Have another process write the files; what it says goes with the error."""
    subprocess.run(
        [sys.executable, "-m", "infocus.demo.making"],
        input=json.dumps({"network": network, "folder": folder, "specs": specs}),
        env={"PYTHONPATH": str(Path(__file__).parents[2]), "LANG": "C.UTF-8"},
        text=True,
        check=True,
        timeout=SECONDS,
    )


def _is_there(each: Wanted) -> bool:
    version = (
        select(DocumentVersion.id)
        .join(Document)
        .where(Document.record_id == each["record"], DocumentVersion.note == each.get("note", ""))
    )
    stem = Path(each["name"]).stem
    return db.session.scalar(version.where(DocumentVersion.file_name.startswith(f"{stem}.")).limit(1)) is not None


def _give(each: Wanted, path: Path) -> None:
    with path.open("rb") as stream, received(stream, each["name"], LARGEST) as upload, unit_of_work():
        record = db.session.get_one(Record, each["record"])
        own = select(Document).where(Document.record_id == record.id, Document.role == each["role"])
        document = db.session.scalar(own) if each["role"] in WITH_VERSIONS else None
        note, by = each.get("note", ""), each["by"]
        if document is None:
            texts = {name: each.get(name, "") for name in ("title", "alt", "language")}
            document = add_document(record, DocumentRole(each["role"]), upload, by=by, note=note, **texts)
            document.created_at = datetime.fromisoformat(each["at"])
            version = document.versions[-1]
        else:
            version = add_version(document, upload, by=by, note=note)
        version.created_at = datetime.fromisoformat(each["at"])
        if "plan_version" in each:
            row = db.session.get_one(PlanVersion, each["plan_version"])
            row.document_id, row.document_version = document.id, version.number
        if document.role == DocumentRole.SOURCE:
            db.session.add(Fiche(practice_id=record.id, document_id=document.id))
        _anchor_comments(record, document)
        approve_files(record.id)


def _anchor_comments(record: Record, document: Document) -> None:
    """Passages that were quoted before their file was there find it now."""
    for comment in db.session.scalars(select(Comment).where(Comment.record_id == record.id)).unique():
        if comment.anchor is not None and comment.anchor.get("document") == "":
            comment.anchor = {**comment.anchor, "document": document.id}
            place_first(comment)
