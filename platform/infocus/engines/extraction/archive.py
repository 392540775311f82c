"""Office files are ZIP archives of XML: opened only after their table of contents was found harmless."""

import re
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from infocus.engines.extraction.port import Limits, Reason, Unreadable

MAX_DIRECTORY_BYTES = 4 * 1024 * 1024
"""A table of contents beyond this (some 40,000 entries) is not read at all; an office file's is a few kilobytes."""

RATIO_FREE_BYTES = 1024 * 1024
"""Entries up to this size may be packed as tightly as they like: short regular XML packs 1:500 in honest files."""

_END = b"PK\x05\x06"
_END64_LOCATOR = b"PK\x06\x07"
_ENCRYPTED_FLAG = 0x1

# "Strict Open XML", which Word offers, has the same elements in other namespaces.
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/main")


@contextmanager
def open_archive(path: Path, limits: Limits) -> Iterator["Archive"]:
    """The archive, checked. Raises `Unreadable` ("bomb", "encrypted", "broken")."""
    _check_directory(path)
    try:
        with zipfile.ZipFile(path) as archive:
            _check_entries(archive.infolist(), path.stat().st_size, limits)
            yield Archive(archive, limits)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, ParseError) as error:
        raise Unreadable(Reason.BROKEN, f"{type(error).__name__}: {error}") from error


class Archive:
    """The parts of an opened office file."""

    def __init__(self, archive: zipfile.ZipFile, limits: Limits) -> None:
        self._archive = archive
        self._limits = limits
        self.names = frozenset(archive.namelist())

    def read(self, name: str) -> bytes:
        """The bytes of a part; empty when there is none. Raises `Unreadable` ("too-large")."""
        if name not in self.names:
            return b""
        if self._archive.getinfo(name).file_size > self._limits.max_xml_bytes:
            raise Unreadable(Reason.TOO_LARGE, f"part {name}")
        return self._archive.read(name)

    def xml(self, name: str) -> Element | None:
        """The root of an XML part; None when the part is absent. Entities and document types are a "bomb"."""
        data = self.read(name)
        if not data:
            return None
        try:
            return fromstring(_STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/main", data), forbid_dtd=True)
        except DefusedXmlException as error:
            raise Unreadable(Reason.BOMB, type(error).__name__) from error

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Relations of an OOXML part (empty: of the file): id → (last word of the type, target part)."""
        part = PurePosixPath(name)
        root = self.xml(str(part.parent / "_rels" / f"{part.name}.rels"))
        if root is None:
            return {}
        inside = (relation for relation in root if relation.get("TargetMode") != "External")
        return {
            relation.get("Id", ""): (
                relation.get("Type", "").rsplit("/", 1)[-1],
                _join(part.parent, relation.get("Target", "")),
            )
            for relation in inside
        }


def _join(folder: PurePosixPath, target: str) -> str:
    """A target as a part's name: relative to the folder, or absolute from the root; `..` is followed inside only."""
    steps: list[str] = [] if target.startswith("/") else [step for step in folder.parts if step != "."]
    for step in target.split("/"):
        if step == "..":
            del steps[-1:]
        elif step not in {"", "."}:
            steps.append(step)
    return "/".join(steps)


def _check_directory(path: Path) -> None:
    """Refuse a huge table of contents before the library reads it whole into memory."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - 65_557))
        tail = file.read()
        at = tail.rfind(_END)
        if at < 0 or len(tail) < at + 22:
            raise Unreadable(Reason.BROKEN, "no end of the archive")
        (directory,) = struct.unpack_from("<L", tail, at + 12)
        if at >= 20 and tail[at - 20 : at - 16] == _END64_LOCATOR:
            (position,) = struct.unpack_from("<Q", tail, at - 12)
            file.seek(min(position, size))
            record = file.read(56)
            directory = struct.unpack_from("<Q", record, 40)[0] if len(record) == 56 else size
    if directory > MAX_DIRECTORY_BYTES:
        raise Unreadable(Reason.BOMB, f"table of contents of {directory} bytes")


def _check_entries(entries: list[zipfile.ZipInfo], size: int, limits: Limits) -> None:
    """Judge the declared sizes; the library never unpacks more of an entry than it declares."""
    if len(entries) > limits.max_entries:
        raise Unreadable(Reason.BOMB, f"{len(entries)} entries")
    if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
        raise Unreadable(Reason.ENCRYPTED, "encrypted entry")
    total = sum(entry.file_size for entry in entries)
    if total > limits.max_unpacked_bytes:
        raise Unreadable(Reason.BOMB, f"unpacks to {total} bytes")
    # Overlapping entries make a bomb whose every ratio is modest: their packed sizes add up to more than the file.
    if sum(entry.compress_size for entry in entries) > size:
        raise Unreadable(Reason.BOMB, "entries overlap")
    for entry in entries:
        if entry.file_size > RATIO_FREE_BYTES and entry.file_size > limits.max_ratio * max(entry.compress_size, 1):
            raise Unreadable(Reason.BOMB, f"an entry is packed 1:{entry.file_size // max(entry.compress_size, 1)}")
