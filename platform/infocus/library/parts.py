"""The text of a kept file heading by heading, for whatever is made of it: the sections of a plan, a fiche's draft."""

from collections.abc import Sequence
from pathlib import Path

from infocus.core.db import db
from infocus.engines.bound import engines
from infocus.engines.extraction.parting import read_parts
from infocus.engines.extraction.port import Part, Rows
from infocus.library.models import DocumentPage


def parts_of(storage_key: str, media_type: str) -> list[Part]:
    """The parts of a file in the store. Raises ``Unreadable``, and what the store raises."""
    with engines().storage.path(storage_key) as path:
        return list(read_parts(Path(path), media_type))


def text_by_ocr(version_id: str, part: Part) -> str:
    """The stored text of a part that is a page, which OCR may have given to a scan; empty for any other part."""
    if not part.whole_page:
        return ""
    page = db.session.get(DocumentPage, (version_id, part.page))
    return page.text if page else ""


def as_markdown(table: Rows) -> str:
    """A table as Markdown, its first row as the head."""
    width = max(map(len, table))
    lines = [_line(row, width) for row in table]
    return "\n".join([lines[0], "|" + "---|" * width, *lines[1:]])


def _line(row: Sequence[str], width: int) -> str:
    cells = [*row, *[""] * (width - len(row))]
    return "| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in cells) + " |"
