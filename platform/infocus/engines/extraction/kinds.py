"""The kinds of files taken: media type, endings of names, and what can be done with each."""

from dataclasses import dataclass
from pathlib import PurePath

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODT = "application/vnd.oasis.opendocument.text"
ODP = "application/vnd.oasis.opendocument.presentation"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
TEXT = "text/plain"
MARKDOWN = "text/markdown"
CSV = "text/csv"
HTML = "text/html"
PNG = "image/png"
JPEG = "image/jpeg"
WEBP = "image/webp"
GIF = "image/gif"


@dataclass(frozen=True, slots=True)
class FileType:
    """A kind of file: media type, the endings its names may have (the usual one first), module of its parser."""

    media_type: str
    endings: tuple[str, ...]
    parser: str = ""
    image: bool = False


_PARSERS = "infocus.engines.extraction.parsers"

ACCEPTED = {
    kind.media_type: kind
    for kind in (
        FileType(PDF, (".pdf",), f"{_PARSERS}.pdf"),
        FileType(DOCX, (".docx",), f"{_PARSERS}.docx"),
        FileType(PPTX, (".pptx",), f"{_PARSERS}.pptx"),
        FileType(ODT, (".odt",), f"{_PARSERS}.odf"),
        FileType(ODP, (".odp",), f"{_PARSERS}.odf"),
        FileType(XLSX, (".xlsx",)),
        FileType(ODS, (".ods",)),
        FileType(TEXT, (".txt", ".text", ".log"), f"{_PARSERS}.plain"),
        FileType(MARKDOWN, (".md", ".markdown"), f"{_PARSERS}.markdown"),
        FileType(CSV, (".csv", ".tsv"), f"{_PARSERS}.plain"),
        FileType(HTML, (".html", ".htm"), f"{_PARSERS}.html"),
        FileType(PNG, (".png",), image=True),
        FileType(JPEG, (".jpg", ".jpeg"), image=True),
        FileType(WEBP, (".webp",), image=True),
        FileType(GIF, (".gif",), image=True),
    )
}
"""Media type → kind, for every file that may be uploaded. The text of XLSX and ODS is not read."""

IMAGES = frozenset(name for name, kind in ACCEPTED.items() if kind.image)
READABLE = frozenset(name for name, kind in ACCEPTED.items() if kind.parser)
PREVIEWED = frozenset({DOCX, PPTX, ODT, ODP})
"""Office files that may carry a small picture of their first page."""
TEXTS = frozenset({TEXT, MARKDOWN, CSV})

_BY_ENDING = {ending: kind.media_type for kind in ACCEPTED.values() for ending in kind.endings}


def ending_of(name: str) -> str:
    """The ending of a file name in lower case with its dot, or an empty string."""
    return PurePath(name).suffix.lower()


def type_of_name(name: str) -> str | None:
    """The media type a file name claims; None when its ending says nothing we know."""
    return _BY_ENDING.get(ending_of(name))
