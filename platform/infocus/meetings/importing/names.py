"""The names of files in a ZIP, in whatever encoding its maker wrote them.

A ZIP says "UTF-8" by a flag or by a field of its own (Info-ZIP, APPNOTE 4.6.9); else the bytes are in a code page of
the maker's computer: cp437, cp850 or cp852 as DOS had them, cp1250 or cp1252 as Windows has, or UTF-8 that forgot its
flag (macOS). The code page wins whose letters best fit the alphabet of one language, in this name and in all together.
"""

import struct
import unicodedata
import zlib
from collections.abc import Sequence
from zipfile import ZipInfo

from infocus.engines.extraction.encodings import LETTERS

_UTF8_FLAG = 0x800
_UNICODE_PATH = 0x7075
_CODE_PAGES = ("cp1252", "cp1250", "cp437", "cp852", "cp850")
"""Where several fit alike, the first: a name with é and 0x85 is French (à) unless its neighbours are Czech (ů)."""
_ALPHABETS = tuple(frozenset(letters + letters.upper() + "–—’“”„«»€§°·") for letters in LETTERS)


def names_of(entries: Sequence[ZipInfo]) -> list[str]:
    """The name of each entry, NFC, with forward slashes, in the order of the entries."""
    raw = [None if entry.flag_bits & _UTF8_FLAG else _bytes_of(entry) for entry in entries]
    foreign = [_foreign(each) for each in raw if each is not None and _utf8(each) is None]
    overall = {page: _fitness("".join(each.decode(page, "replace") for each in foreign)) for page in _CODE_PAGES}
    found = [
        entry.filename if data is None else _unicode_path(entry, data) or _utf8(data) or _best(data, overall)
        for entry, data in zip(entries, raw, strict=True)
    ]
    return [unicodedata.normalize("NFC", name).replace("\\", "/") for name in found]


def _bytes_of(entry: ZipInfo) -> bytes | None:
    """The bytes as the ZIP has them: the library read them as cp437, which loses nothing."""
    try:
        return entry.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return None


def _utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _unicode_path(entry: ZipInfo, data: bytes) -> str | None:
    """The name of the Unicode Path field, when it belongs to these very bytes."""
    extra = entry.extra
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        body, extra = extra[4 : 4 + size], extra[4 + size :]
        if kind == _UNICODE_PATH and len(body) > 5 and struct.unpack_from("<L", body, 1)[0] == zlib.crc32(data):
            return _utf8(body[5:])
    return None


def _best(data: bytes, overall: dict[str, float]) -> str:
    page = max(_CODE_PAGES, key=lambda each: _fitness(_foreign(data).decode(each, "replace")) + overall[each] / 10)
    return data.decode(page, "replace")


def _foreign(data: bytes) -> bytes:
    return bytes(byte for byte in data if byte > 127)


def _fitness(letters: str) -> float:
    """The share of these letters that one alphabet covers, the best of all."""
    if not letters:
        return 1.0
    return max(sum(letter in alphabet for letter in letters) for alphabet in _ALPHABETS) / len(letters)
