"""Zip containers (DOCX, PPTX, ODT) without the moment they were written in."""

import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def pack(path: Path, parts: Iterable[tuple[str, bytes]]) -> None:
    """Write the parts in their order, with fixed times. A part named ``mimetype`` is stored as it is, as ODF asks."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)


def settle(path: Path, instead: Mapping[str, bytes] | None = None) -> None:
    """Write an existing container again without its clock times: the same words then give the same bytes.

    ``instead``: contents of parts that are put in place of what the library wrote there.
    """
    with zipfile.ZipFile(path) as archive:
        parts = [(entry.filename, archive.read(entry)) for entry in archive.infolist()]
    pack(path, [(name, (instead or {}).get(name, content)) for name, content in parts])
