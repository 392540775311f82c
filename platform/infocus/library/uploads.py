"""A file on its way in: streamed into the store, looked at, and refused with a reason if it may not stay."""

import contextlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from flask_babel import gettext as _

from infocus.core.errors import Invalid
from infocus.engines.bound import engines
from infocus.engines.extraction import kinds
from infocus.engines.extraction.port import Unreadable
from infocus.engines.extraction.reasons import sentence
from infocus.engines.extraction.render import reencode_image
from infocus.engines.extraction.sniff import sniff
from infocus.engines.storage.port import Readable, Stored, TooLarge

MAX_SIDE = 2400
"""Pixels of the longer side of a kept image: sharp on a large screen."""
MAX_NAME = 120
_SIDEWAYS = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that is kept but belongs to nothing yet. ``size`` in bytes; ``sha256`` is of what was sent."""

    storage_key: str
    file_name: str
    media_type: str
    size: int
    sha256: str


def store_upload(stream: Readable, file_name: str, limit: int) -> Upload:
    """Keep a stream of at most ``limit`` bytes, whatever its sender calls it; pictures are encoded anew, without EXIF.

    Raises:
        Invalid: too large, of a kind that is not taken, or not what its name says; nothing of it was kept.
    """
    name = clean_name(file_name)
    try:
        stored = engines().storage.put(stream, limit)
    except TooLarge:
        raise _refused(_("This file is larger than %(most)d MB. Nothing was kept.", most=limit // 1_000_000)) from None
    try:
        return _accepted(stored, name)
    except Unreadable as error:
        engines().storage.delete(stored.key)
        raise _refused(str(sentence(error.reason))) from error
    except BaseException:
        engines().storage.delete(stored.key)
        raise


@contextlib.contextmanager
def received(stream: Readable, file_name: str, limit: int) -> Iterator[Upload]:
    """``store_upload``, and the file is dropped again when what is done with it fails (put the unit of work inside)."""
    upload = store_upload(stream, file_name, limit)
    try:
        yield upload
    except BaseException:
        discard(upload)
        raise


def discard(upload: Upload) -> None:
    """Drop a file that belongs to nothing."""
    engines().storage.delete(upload.storage_key)


def clean_name(file_name: str) -> str:
    """A name that is safe to show: the last part of a path, NFC, no control or direction characters, not too long."""
    last = unicodedata.normalize("NFC", file_name).replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(letter for letter in last if unicodedata.category(letter) not in _SIDEWAYS)
    shown = " ".join(shown.split()).lstrip(".")
    ending = kinds.ending_of(shown)[:12]
    stem = shown.removesuffix(shown[len(shown) - len(ending) :]) if ending else shown
    return f"{stem[: MAX_NAME - len(ending)]}{ending}" if stem else f"file{ending}"


def _accepted(stored: Stored, name: str) -> Upload:
    storage = engines().storage
    with storage.path(stored.key) as path:
        media_type = sniff(path, name)
        if media_type not in kinds.IMAGES:
            return Upload(stored.key, name, media_type, stored.size, stored.sha256)
        picture = reencode_image(path, MAX_SIDE)
    safe = storage.put(BytesIO(picture.data), len(picture.data))
    storage.delete(stored.key)
    name = f"{name.removesuffix(kinds.ending_of(name)) or name}.webp" if kinds.ending_of(name) else f"{name}.webp"
    return Upload(safe.key, name, picture.media_type, safe.size, stored.sha256)


def _refused(message: str) -> Invalid:
    return Invalid({"file": message})
