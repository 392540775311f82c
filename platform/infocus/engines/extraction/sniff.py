"""What a file is, by its content; its name may only agree."""

import mmap
import re
from pathlib import Path

import puremagic

from infocus.engines.extraction import kinds
from infocus.engines.extraction.archive import Archive, open_archive
from infocus.engines.extraction.encodings import decode
from infocus.engines.extraction.port import Limits, Reason, Unreadable

HEAD = 64 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_OFFICE_PARTS = (
    ("word/document.xml", kinds.DOCX),
    ("ppt/presentation.xml", kinds.PPTX),
    ("xl/workbook.xml", kinds.XLSX),
)
_OPEN_DOCUMENTS = frozenset({kinds.ODT, kinds.ODP, kinds.ODS})
_HTML_START = re.compile(r"\s*(<!--.*?-->\s*)*(<!doctype html|<html\b)", re.IGNORECASE | re.DOTALL)
_HTML_TAG = re.compile(r"<(!doctype html|html|head|body|h[1-6]|p|div|table|ul|ol|a)\b", re.IGNORECASE)
# Texts that are programs of another kind of file: nobody writes a note that begins so.
_OTHER_START = re.compile(r"\s*(<\?xml|<svg|\{\\rtf|%!PS|BEGIN:VC)", re.IGNORECASE)
_LIMITS = Limits()
"""Extraction's own: an archive refused here would be refused there."""


def sniff(path: Path, claimed_name: str, limits: Limits = _LIMITS) -> str:
    """The media type of a file, one of `kinds.ACCEPTED`.

    Reads the head of the file and an archive's table of contents. Raises `Unreadable`: "type-lies" when the ending of
    the name says another type, "empty", "not-accepted", "old-office", "macros", "encrypted", "bomb", "broken".
    """
    with path.open("rb") as file:
        head = file.read(HEAD)
    if not head.strip(b"\0\t\n\r "):
        raise Unreadable(Reason.EMPTY, "no content")
    claimed = kinds.type_of_name(claimed_name)
    found = _by_content(path, head, limits)
    if found == kinds.TEXT:
        return _text_type(head, claimed, claimed_name)
    if found is None:
        raise Unreadable(Reason.TYPE_LIES if claimed else Reason.NOT_ACCEPTED, _guess(head))
    if found != claimed and kinds.ending_of(claimed_name):
        raise Unreadable(Reason.TYPE_LIES, f"{kinds.ending_of(claimed_name)[:12]} holds {found}")
    return found


def _by_content(path: Path, head: bytes, limits: Limits) -> str | None:
    """The type the bytes speak of; `kinds.TEXT` for any text; None for what is not taken."""
    if b"%PDF-" in head[:1024]:
        return kinds.PDF
    if head.startswith(b"PK\x03\x04"):
        with open_archive(path, limits) as archive:
            return _archive_type(archive)
    if head.startswith(_OLE):
        raise Unreadable(*_old_office(path))
    if image := _image_type(head):
        return image
    return kinds.TEXT if _is_text(head) else None


def _archive_type(archive: Archive) -> str | None:
    if any(name.endswith("vbaProject.bin") for name in archive.names):
        raise Unreadable(Reason.MACROS, "vbaProject.bin")
    if "[Content_Types].xml" in archive.names:
        return next((kind for part, kind in _OFFICE_PARTS if part in archive.names), None)
    declared = archive.read("mimetype")[:100].decode("ascii", "replace").strip()
    return declared if declared in _OPEN_DOCUMENTS else None


def _old_office(path: Path) -> tuple[Reason, str]:
    """OLE compound files: Office before 2007, or a newer file locked with a password."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        if data.find(_ENCRYPTED_PACKAGE) >= 0:
            return Reason.ENCRYPTED, "encrypted package"
    return Reason.OLD_OFFICE, "OLE compound file"


def _image_type(head: bytes) -> str | None:
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return kinds.PNG
    if head.startswith(b"\xff\xd8\xff"):
        return kinds.JPEG
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return kinds.WEBP
    return kinds.GIF if head[:6] in {b"GIF87a", b"GIF89a"} else None


def _is_text(head: bytes) -> bool:
    """Text has next to no control characters, in whatever encoding it makes the most sense."""
    text = decode(head)
    strange = sum(letter == "\ufffd" or (letter < " " and letter not in "\t\n\r\f\x1b") for letter in text)
    return "\0" not in text and strange <= 1 + len(text) // 200


def _text_type(head: bytes, claimed: str | None, claimed_name: str) -> str:
    """Texts look alike: the name chooses among them, unless the first words contradict it."""
    text = decode(head)
    if _OTHER_START.match(text) and claimed != kinds.HTML:
        raise Unreadable(Reason.TYPE_LIES if claimed else Reason.NOT_ACCEPTED, "markup of another kind")
    if claimed is None:
        if kinds.ending_of(claimed_name):
            raise Unreadable(Reason.NOT_ACCEPTED, f"text named {kinds.ending_of(claimed_name)[:12]}")
        return kinds.HTML if _HTML_START.match(text) else kinds.TEXT
    agrees = _HTML_TAG.search(text) is not None if claimed == kinds.HTML else not _HTML_START.match(text)
    if not agrees or claimed not in kinds.TEXTS | {kinds.HTML}:
        raise Unreadable(Reason.TYPE_LIES, f"{kinds.ending_of(claimed_name)[:12]} holds text")
    return claimed


def _guess(head: bytes) -> str:
    """A name for what is not taken, for the log."""
    try:
        return puremagic.from_string(head, mime=True) or "unknown"
    except (puremagic.PureError, ValueError):
        return "unknown"
