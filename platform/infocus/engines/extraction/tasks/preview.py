"""The preview picture an office file carries, made safe like an uploaded picture; nothing of the file is drawn."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PIL import Image

from infocus.engines.extraction.archive import Archive, open_archive
from infocus.engines.extraction.kinds import ODP, ODT
from infocus.engines.extraction.parsers.odf import refuse_encrypted
from infocus.engines.extraction.port import Limits, Picture, Reason, Unreadable
from infocus.engines.extraction.tasks.imaging import encode, safely

MOST_BYTES = 8 * 1024 * 1024
MOST_PIXELS = 16_000_000
"""A preview has some 256 × 256 pixels and 20 kB; those of careful programs are a screen."""
_FORMATS = ("PNG", "JPEG")
_ODF_PREVIEW = "Thumbnails/thumbnail.png"
_TALL = 2


def run(path: Path, limits: Limits, options: Mapping[str, Any]) -> Iterator[Picture]:
    """The preview of a file of `options["media_type"]`, at most `options["width"]` pixels wide.

    Raises `Unreadable` ("no-such-page") where there is none to look at: no picture, a metafile, one empty colour.
    """
    within = replace(limits, max_pixels=min(limits.max_pixels, MOST_PIXELS), max_xml_bytes=MOST_BYTES)
    with open_archive(path, within) as archive:
        data = archive.read(_part(archive, options["media_type"]))
    if not data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        raise Unreadable(Reason.NO_SUCH_PAGE, "no preview picture")
    width = options["width"]
    with safely(), Image.open(io.BytesIO(data), formats=_FORMATS) as image:
        picture = encode(image, within, (width, _TALL * width))
    with Image.open(io.BytesIO(picture.data)) as shown:
        if shown.convert("RGB").getcolors(maxcolors=1) is not None:
            raise Unreadable(Reason.NO_SUCH_PAGE, "a preview of one colour")
    yield picture


def _part(archive: Archive, media_type: str) -> str:
    if media_type in {ODT, ODP}:
        refuse_encrypted(archive)
        return _ODF_PREVIEW
    return next((part for kind, part in archive.relations("").values() if kind == "thumbnail"), "")
