"""What goes into a package, for the actor who asks, and reads of packages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload, undefer

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.ids import is_id
from infocus.core.permissions import Permission, require
from infocus.library.models import Document, DocumentVersion
from infocus.meetings.evidence.models import EvidenceFile, EvidencePackage, PackageState, Problem
from infocus.meetings.evidence.zipping import Entry
from infocus.meetings.models import Meeting, Output
from infocus.meetings.queries import outputs_of
from infocus.networks.models import Partner
from infocus.records.models import Record
from infocus.records.queries import visible

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Kept:
    """An output with its files, the newest versions or all; ``link`` where it has one."""

    output: Output
    versions: tuple[DocumentVersion, ...]


@dataclass(frozen=True, slots=True)
class Withheld:
    """An output the asker may not read: that it is there, and whose it is; nothing of what it is."""

    id: str
    city: str


@dataclass(frozen=True, slots=True)
class Expected:
    """What a package would hold: files and their bytes, with the newest versions and with all; links; withheld."""

    files: int
    size: int
    all_files: int
    all_size: int
    links: int
    withheld: int


def kept_for(actor: Actor, meeting: Meeting, *, every_version: bool) -> list[Kept]:
    """The outputs of a meeting this person reads, in the order they were added, with their files."""
    outputs = list(db.session.scalars(outputs_of(actor, meeting).order_by(Record.created_at, Record.id)).unique())
    files = _documents([output.id for output in outputs])
    kept = []
    for output in outputs:
        found: list[DocumentVersion] = []
        for document in files.get(output.id, ()):
            found += document.versions if every_version else [document.latest]
        kept.append(Kept(output, tuple(found)))
    return kept


def withheld_from(actor: Actor, meeting: Meeting) -> list[Withheld]:
    """The outputs of a meeting this person may not read."""
    readable = set(db.session.scalars(outputs_of(actor, meeting).with_only_columns(Output.id)))
    there = (
        select(Output.id, Partner.label)
        .outerjoin(Partner, Partner.id == Record.partner_id)
        .where(Output.meeting_id == meeting.id, Record.removed_at.is_(None))
        .order_by(Output.id)
    )
    return [Withheld(found, city or "") for found, city in db.session.execute(there) if found not in readable]


def expected(actor: Actor, meeting: Meeting) -> Expected:
    """How much a package would hold if it were asked for now."""
    every = kept_for(actor, meeting, every_version=True)
    newest = [next(reversed(list(each))) for each in _by_document(every)]
    all_versions = [version for each in every for version in each.versions]
    return Expected(
        files=len(newest),
        size=sum(version.size for version in newest),
        all_files=len(all_versions),
        all_size=sum(version.size for version in all_versions),
        links=sum(1 for each in every if each.output.link),
        withheld=len(withheld_from(actor, meeting)),
    )


def packages_of(actor: Actor, meeting: Meeting) -> Sequence[EvidencePackage]:
    """One's own packages of a meeting, the newest first."""
    own = select(EvidencePackage).where(EvidencePackage.meeting_id == meeting.id)
    return db.session.scalars(
        own.where(EvidencePackage.person_id == actor.person).order_by(EvidencePackage.id.desc())
    ).all()


def get_package(actor: Actor, meeting: Meeting, package_id: str) -> EvidencePackage:
    """A package the actor asked for, and that is ready. Raises ``NotFound``, ``NotAllowed``."""
    require(actor, Permission.TAKE_EVIDENCE, meeting)
    found = db.session.get(EvidencePackage, package_id) if is_id(package_id) else None
    if found is None or (found.meeting_id, found.person_id) != (meeting.id, actor.person):
        raise NotFound
    if found.state != PackageState.READY:
        raise NotFound
    return found


def files_in(package_id: str, *, content: bool = False) -> list[EvidenceFile]:
    """All lines of a package, in order; with the ``content`` of what was made for it."""
    rows = select(EvidenceFile).where(EvidenceFile.package_id == package_id).order_by(EvidenceFile.number)
    return list(db.session.scalars(rows.options(undefer(EvidenceFile.content)) if content else rows))


def problems_in(package_id: str, limit: int) -> list[EvidenceFile]:
    """The files of a package that are missing, differ, or could not be made."""
    rows = select(EvidenceFile).where(EvidenceFile.package_id == package_id, EvidenceFile.problem != "")
    return list(db.session.scalars(rows.order_by(EvidenceFile.number).limit(limit)))


def count_in(package_id: str) -> int:
    """How many files the ZIP holds."""
    rows = select(func.count()).where(EvidenceFile.package_id == package_id, EvidenceFile.path != "")
    return db.session.scalar(rows.where(EvidenceFile.problem.not_in((Problem.MISSING, Problem.UNMADE)))) or 0


def entries_of(rows: Sequence[EvidenceFile]) -> list[Entry]:
    """The files of a ZIP out of those lines that have one."""
    return [Entry(row.path, row.size, row.crc, row.modified) for row in rows if row.is_in]


def all_readable(actor: Actor, package: EvidencePackage) -> bool:
    """Whether the one who asked still reads every record whose files are in the package."""
    own = select(EvidenceFile.record_id).where(EvidenceFile.package_id == package.id, EvidenceFile.path != "")
    wanted = {found for found in db.session.scalars(own) if found}
    readable: set[str] = set()
    for ids in _batches(sorted(wanted)):
        query = visible(actor, Output).where(Output.id.in_(ids)).with_only_columns(Output.id)
        readable |= set(db.session.scalars(query))
    return wanted <= readable


def _by_document(kept: Sequence[Kept]) -> Iterator[Sequence[DocumentVersion]]:
    for each in kept:
        groups: dict[str, list[DocumentVersion]] = {}
        for version in each.versions:
            groups.setdefault(version.document_id, []).append(version)
        yield from groups.values()


def _documents(record_ids: Sequence[str]) -> dict[str, list[Document]]:
    found: dict[str, list[Document]] = {}
    for ids in _batches(record_ids):
        query = select(Document).where(Document.record_id.in_(ids), Document.removed_at.is_(None))
        query = query.options(selectinload(Document.versions).selectinload(DocumentVersion.uploader))
        for document in db.session.scalars(query.order_by(Document.position, Document.id)):
            if document.versions:
                found.setdefault(document.record_id, []).append(document)
    return found


def _batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[first : first + AT_ONCE] for first in range(0, len(ids), AT_ONCE))
