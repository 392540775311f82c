"""The worker's part: what belongs into a package, whether it is all there, and the manifest that says so."""

import hashlib
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.tables import csv_text
from infocus.engines.bound import engines
from infocus.engines.extraction.kinds import IMAGES
from infocus.engines.storage.port import Missing
from infocus.library.models import DocumentVersion
from infocus.meetings.evidence.models import EvidenceFile, EvidencePackage, PackageState, Problem
from infocus.meetings.evidence.naming import Names, ending_in, folder_name
from infocus.meetings.evidence.papers import shortcut
from infocus.meetings.evidence.queries import Kept, entries_of, files_in, kept_for, withheld_from
from infocus.meetings.evidence.zipping import Zip
from infocus.meetings.models import Meeting, Output
from infocus.notifications.services import notify
from infocus.records.urls import record_path

MANIFEST, SUMS = "MANIFEST.csv", "sha256sums.txt"
COLUMNS = (
    "path", "bytes", "sha256", "state", "what", "kind", "title", "record", "version", "uploaded_at", "uploaded_by",
    "uploaded_as", "uploaded_sha256",
)  # fmt: skip
WHOLE = "outputs/00-meeting"


@dataclass(slots=True)
class Line:
    """A line of the manifest to be: of a paper or link (``content``), an uploaded file (``key``), or a withheld one."""

    path: str = ""
    key: str = ""
    content: bytes | None = None
    record: str | None = None
    modified: datetime = field(default_factory=clock.now)
    problem: str = ""
    facts: dict[str, Any] = field(default_factory=dict)


def lines_of(actor: Actor, meeting: Meeting, base: str, *, every_version: bool) -> list[Line]:
    """Every output this person reads, session by session; then those that are withheld, by their address alone."""
    places = {session.id: number for number, session in enumerate(meeting.sessions, start=1)}
    folders = {each.id: f"outputs/{folder_name(places[each.id], each.title)}" for each in meeting.sessions}
    names = Names()
    lines: list[Line] = []
    kept = kept_for(actor, meeting, every_version=every_version)
    for each in sorted(kept, key=lambda one: places.get(one.output.session_id or "", 0)):
        folder = folders.get(each.output.session_id or "", WHOLE)
        lines += _of_output(each, folder, names, base)
    stem = f"{base}/{meeting.network.slug}/{Output.KIND}"
    for hidden in withheld_from(actor, meeting):
        facts = {"state": "withheld", "what": "output", "record": f"{stem}/{hidden.id}", "uploaded_by": hidden.city}
        lines.append(Line(record=hidden.id, facts=facts))
    return lines


def _of_output(kept: Kept, folder: str, names: Names, base: str) -> Iterator[Line]:
    output = kept.output
    about = {
        "kind": output.kind, "title": output.title,
        "record": f"{base}/{output.network.slug}/{output.KIND}/{output.id}",
    }  # fmt: skip
    newest = {version.document_id: version.number for version in kept.versions}
    for version in kept.versions:
        old = f" v{version.number}" if version.number != newest[version.document_id] else ""
        path = names.once(folder, f"{output.title[:70]}{old}", ending_in(version.file_name))
        facts = about | {"what": "file", **_facts(version)}
        yield Line(path, version.storage_key, None, output.id, version.created_at, facts=facts)
    if output.link:
        facts = about | {"what": "link", "uploaded_at": output.created_at.isoformat()}
        facts["uploaded_by"] = output.author.shown_name if output.author else ""
        path = names.once(folder, output.title[:70], ".url")
        yield Line(path, "", shortcut(output.link), output.id, output.created_at, facts=facts)


def _facts(version: DocumentVersion) -> dict[str, Any]:
    return {
        "version": version.number,
        "uploaded_at": version.created_at.isoformat(),
        "uploaded_by": version.uploader.shown_name if version.uploader else "",
        "uploaded_as": version.file_name,
        "uploaded_sha256": version.sha256,
        "size": version.size,
        "picture": version.media_type in IMAGES,
    }


def lay_out(package: EvidencePackage, lines: Sequence[Line]) -> None:
    """Write the lines down: what was made is known at once, uploaded files are still to be looked at."""
    for number, line in enumerate(lines, start=1):
        row = EvidenceFile(
            package_id=package.id,
            number=number,
            path=line.path,
            storage_key=line.key,
            record_id=line.record,
            problem=line.problem,
            modified=line.modified,
            facts=line.facts,
        )
        if not line.key:
            _made(row, line.content)
        db.session.add(row)
    package.total = sum(1 for line in lines if line.key)
    package.withheld = sum(1 for line in lines if not line.path)
    package.state = PackageState.CHECKING


def _made(row: EvidenceFile, content: bytes | None) -> None:
    row.content, row.checked = content, True
    if content is not None:
        row.size, row.crc, row.sha256 = len(content), zlib.crc32(content), hashlib.sha256(content).hexdigest()


def unchecked(package_id: str, limit: int) -> list[EvidenceFile]:
    """The next files to be looked at."""
    rows = select(EvidenceFile).where(EvidenceFile.package_id == package_id, EvidenceFile.checked.is_(False))
    return list(db.session.scalars(rows.order_by(EvidenceFile.number).limit(limit)))


@dataclass(frozen=True, slots=True)
class Seen:
    """What lies under a key: its bytes counted and summed; ``None`` for each where there is nothing."""

    size: int = 0
    crc: int = 0
    sha256: str = ""


def look_at(key: str) -> Seen | None:
    """Read a stored file once, a block at a time; ``None`` when it is not there. Raises ``StorageError``."""
    storage, digest, crc, size = engines().storage, hashlib.sha256(), 0, 0
    try:
        for block in storage.read_range(key, 0, storage.size(key)):
            digest.update(block)
            crc = zlib.crc32(block, crc)
            size += len(block)
    except Missing:
        return None
    return Seen(size, crc, digest.hexdigest())


def note_seen(row: EvidenceFile, seen: Seen | None) -> None:
    """Write down what was seen, and whether it is what was uploaded; a picture was encoded anew when it came."""
    row.checked = True
    if seen is None:
        row.problem = Problem.MISSING
        return
    row.size, row.crc, row.sha256 = seen.size, seen.crc, seen.sha256
    same = seen.size == row.facts["size"] and (row.facts["picture"] or seen.sha256 == row.facts["uploaded_sha256"])
    row.problem = "" if same else Problem.DIFFERS


def close(package: EvidencePackage) -> None:
    """Put the manifest and the sums to it, say how large it is, and tell who asked."""
    rows = files_in(package.id)
    manifest = csv_text([COLUMNS, *map(_manifest_row, rows)]).encode()
    for path, content in ((MANIFEST, manifest), (SUMS, None)):
        if content is None:
            content = "".join(f"{row.sha256}  {row.path}\n" for row in rows if row.is_in).encode()
        facts = {"what": "list"}
        row = EvidenceFile(
            package_id=package.id, number=len(rows) + 1, path=path, modified=package.asked_at, facts=facts
        )
        _made(row, content)
        db.session.add(row)
        rows.append(row)
    package.size = Zip(entries_of(rows)).size
    package.state, package.ready_at = PackageState.READY, clock.now()
    meeting = package.meeting
    notify(package.person_id, "evidence-ready", meeting, path=f"{record_path(meeting)}/evidence")


def _manifest_row(row: EvidenceFile) -> list[object]:
    facts = row.facts
    state = row.problem or facts.get("state") or "ok"
    there = [row.path, row.size, row.sha256] if row.is_in else [row.path, "", ""]
    return [*there, state, *(facts.get(name, "") for name in COLUMNS[4:])]
