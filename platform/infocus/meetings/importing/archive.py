"""A ZIP from outside, opened only after its table of contents was found harmless; its files are read as streams.

Nothing is ever unpacked to a path, so a name that climbs out of the folder could not do harm; it is refused all the
same, since no honest program writes one.
"""

import contextlib
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flask_babel import gettext as _

from infocus.core.errors import Invalid
from infocus.engines.extraction.archive import open_archive
from infocus.engines.extraction.port import Limits, Reason, Unreadable
from infocus.engines.storage.port import Readable
from infocus.meetings.importing.names import names_of
from infocus.meetings.importing.table import MOST_BYTES, Table, read_table

UNPACKED = 4
"""A ZIP may unpack to so many times the largest ZIP that is taken: office files and PDFs hardly pack at all."""
MOST_LETTERS = 300
_LEFT_OUT = ("__MACOSX/", "desktop.ini", "thumbs.db", ".ds_store")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a ZIP: its place (from 1), its path as people read it, its unpacked size in bytes, what is wrong."""

    number: int
    path: str
    size: int
    wrong: str = ""


class Folder:
    """An opened ZIP."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._infos = archive.infolist()
        named = list(zip(self._infos, names_of(self._infos), strict=True))
        self.entries = [
            Entry(number, path, info.file_size, _wrong(info, path))
            for number, (info, path) in enumerate(named, start=1)
            if not info.is_dir() and not path.endswith("/") and not _is_litter(path)
        ]

    @contextlib.contextmanager
    def open(self, entry: Entry) -> Iterator[Readable]:
        """The bytes of a file as a stream. Raises ``Invalid`` when they are damaged or packed in an unknown way."""
        try:
            with self._archive.open(self._infos[entry.number - 1]) as stream:
                yield stream
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
            raise Invalid(
                {"file": _("This file of the ZIP is damaged, or packed in a way that is not known.")}
            ) from error

    def table(self) -> tuple[Table, Entry | None]:
        """The table of titles and the entry it is, the one nearest the top; an empty one where there is none."""
        sheets = [each for each in self.entries if each.path.lower().endswith((".csv", ".tsv")) and not each.wrong]
        for entry in sorted(sheets, key=lambda each: (each.path.count("/"), each.number)):
            if entry.size <= MOST_BYTES:
                with self.open(entry) as stream:
                    found = read_table(entry.path, stream.read(MOST_BYTES))
                if found is not None:
                    return found, entry
        return Table(), None


@contextlib.contextmanager
def open_folder(path: Path, most_files: int, most_bytes: int) -> Iterator[Folder]:
    """The ZIP at ``path``. Raises ``Invalid`` with a sentence for what is not opened at all."""
    limits = Limits(max_entries=2 * most_files + 100, max_unpacked_bytes=UNPACKED * most_bytes)
    try:
        with open_archive(path, limits):
            pass
        with zipfile.ZipFile(path) as archive:
            folder = Folder(archive)
            if len(folder.entries) > most_files:
                raise Invalid({"file": _("This ZIP has more than %(most)s files. Split it.", most=most_files)})
            yield folder
    except Unreadable as error:
        raise Invalid({"file": _refusal(error.reason, most_files)}) from error
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, ValueError, OSError) as error:
        raise Invalid({"file": _refusal(Reason.BROKEN, most_files)}) from error


def _refusal(reason: Reason, most_files: int) -> str:
    sentence = _("This is no ZIP file, or a damaged one. Make it anew.")
    if reason == Reason.ENCRYPTED:
        sentence = _("This ZIP is locked with a password. Make one without.")
    if reason == Reason.BOMB:
        sentence = _(
            "This ZIP has far more than %(most)s files, or unpacks to more than an honest one. It was not opened.",
            most=most_files,
        )
    return str(sentence)


def _wrong(info: zipfile.ZipInfo, path: str) -> str:
    """What is wrong with an entry before it is opened; empty when nothing is."""
    sentence = ""
    if path.startswith("/") or ".." in path.split("/") or path[1:2] == ":":
        sentence = _("The name leads out of the folder.")
    elif stat.S_ISLNK(info.external_attr >> 16):
        sentence = _("This is a link to another file, not a file.")
    elif len(path) > MOST_LETTERS or not path.isprintable():
        sentence = _("The name is too long, or has characters nobody can read.")
    return str(sentence)


def _is_litter(path: str) -> bool:
    """What systems leave in folders and nobody wants."""
    name = path.rpartition("/")[2].lower()
    return path.startswith(_LEFT_OUT[0]) or name in _LEFT_OUT or name.startswith(("._", "~$"))
