"""Reading a version's file into sections and rows, with the keys of the version before. The worker's work."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import delete, select

from infocus.core.db import db, unit_of_work
from infocus.core.events import emit
from infocus.core.text import folded
from infocus.engines.extraction.port import Part, Unreadable
from infocus.library.models import DocumentVersion, ReadingState
from infocus.library.parts import as_markdown, parts_of, text_by_ocr
from infocus.plans.events import VersionRead
from infocus.plans.headwords import PAGE
from infocus.plans.matching import Known, keys_for
from infocus.plans.models import PlanRow, PlanSection, PlanVersion, RowKind
from infocus.plans.tables import FoundRow, rows_in, together


@dataclass(slots=True)
class Found:
    """A section of the file with its rows, before it has a key."""

    number: str
    title: str
    level: int
    page: int | None
    text: str
    whole_page: bool = False
    rows: list[FoundRow] = field(default_factory=list)


def read_sections(version_id: str) -> None:
    """Cut a version's file into sections and rows; reading it again gives the same keys and keeps what was checked.

    Raises what the store or the database raises; the outbox tries again. A file without text has no sections.
    """
    with unit_of_work():
        version = db.session.get(PlanVersion, version_id)
        file = _file(version)
        if version is None or file is None or file.state != ReadingState.READY:
            return
        key, media_type, file_id = file.storage_key, file.media_type, file.id
        language, title = version.plan.language, version.plan.title
    try:
        parts = parts_of(key, media_type)
    except Unreadable:
        return
    with unit_of_work():
        version = db.session.get(PlanVersion, version_id)
        if version is None:
            return
        store(version, [_found(part, title, language, file_id) for part in parts])
        emit(VersionRead(version.plan_id, version.number))


def _file(version: PlanVersion | None) -> DocumentVersion | None:
    document = version.document if version else None
    return document.version(version.document_version) if version and document else None


def _found(part: Part, title: str, language: str, file_id: str) -> Found:
    """A part with its tables sorted out; a page that is a scan has the text OCR gave it."""
    heading = part.title
    if not heading:
        heading = f"{PAGE.get(language, PAGE['en'])} {part.page}" if part.whole_page else title
    found = Found(part.number, heading[:300], max(part.level, 1), part.page, "", part.whole_page)
    texts: list[str] = []
    for piece in part.pieces:
        rows = [] if isinstance(piece, str) else rows_in(piece, heading)
        found.rows += rows
        if not rows:
            texts.append(piece if isinstance(piece, str) else as_markdown(piece))
    found.text = "\n\n".join(texts)
    if not found.text:
        found.text = text_by_ocr(file_id, part)
    return found


def store(version: PlanVersion, sections: Sequence[Found]) -> None:
    """Put the sections and rows in place of what is there."""
    before = _neighbour(version)
    keys = keys_for([_known_section(each) for each in before[0]], _known_found(sections))
    rows = [(key, row) for key, section in zip(keys, sections, strict=True) for row in section.rows]
    merged = _merged(rows)
    kept = {row.key: row for row in before[1]}
    row_keys = keys_for([_known_row(each) for each in before[1]], [_known_cells(row) for _, row in merged])
    own = version.id == before[2]
    made_rows = [
        _row(at, key, section, row, kept.get(key), same_version=own)
        for at, (key, (section, row)) in enumerate(zip(row_keys, merged, strict=True))
    ]
    for model in (PlanSection, PlanRow):
        db.session.execute(delete(model).where(model.version_id == version.id))
    db.session.expire(version, ["sections", "rows"])
    for at, (key, each) in enumerate(zip(keys, sections, strict=True)):
        names = ("number", "title", "level", "page", "text")
        values = {name: getattr(each, name) for name in names}
        db.session.add(PlanSection(version_id=version.id, position=at, key=key, **values))
    db.session.add_all(PlanRow(version_id=version.id, **values) for values in made_rows)
    db.session.flush()


def _neighbour(version: PlanVersion) -> tuple[Sequence[PlanSection], Sequence[PlanRow], str]:
    """What to take keys from: this version's last reading, else the nearest older version, else the nearest newer."""
    order = sorted(
        version.plan.versions,
        key=lambda each: (each.id != version.id, each.number > version.number, abs(each.number - version.number)),
    )
    for each in order:
        sections = db.session.scalars(
            select(PlanSection).where(PlanSection.version_id == each.id).order_by(PlanSection.position)
        ).all()
        if sections:
            rows = select(PlanRow).where(PlanRow.version_id == each.id).order_by(PlanRow.position)
            return sections, db.session.scalars(rows).all(), each.id
    return (), (), ""


def _known_section(section: PlanSection) -> Known:
    return Known(_names(section.number, section.title), section.text, key=section.key)


def _names(number: str, title: str) -> tuple[str, str]:
    return f"{number} {folded(title)}", folded(title)


def _known_found(sections: Sequence[Found]) -> list[Known]:
    return [Known(_names(each.number, each.title), each.text, text_first=each.whole_page) for each in sections]


def _known_row(row: PlanRow) -> Known:
    return _known_cells(FoundRow(RowKind(row.kind), row.read or row.cells), row.key)


def _known_cells(row: FoundRow, key: str = "") -> Known:
    what = folded(row.cells.get("what", ""))
    return Known((f"{row.kind} {what}" if what else "",), " ".join([str(row.kind), *row.cells.values()]), key=key)


def _merged(rows: Sequence[tuple[str, FoundRow]]) -> list[tuple[str, FoundRow]]:
    """A fiche fills the cells that its action's row in the overview leaves open; both stand as one."""
    targets = together([row for _, row in rows])
    merged = dict(enumerate(rows))
    for at, target in enumerate(targets):
        if at != target:
            section, first = merged[target]
            merged[target] = section, FoundRow(first.kind, rows[at][1].cells | first.cells)
            del merged[at]
    return list(merged.values())


def _row(
    at: int, key: str, section: str, row: FoundRow, before: PlanRow | None, *, same_version: bool
) -> dict[str, object]:
    """The values of a row; what was checked or corrected stays while the file says the same."""
    values: dict[str, object] = {"position": at, "key": key, "kind": str(row.kind), "section": section}
    values |= {"cells": row.cells, "read": row.cells}
    if before is not None and before.checked_at and (before.read == row.cells or same_version):
        values |= {"cells": before.cells, "checked_at": before.checked_at, "checked_by": before.checked_by}
    return values
