"""Names of files that open on Windows, macOS and Linux alike, and are there once whatever the case of letters."""

import re
import unicodedata

from infocus.core.text import slug
from infocus.engines.extraction.kinds import ending_of

MOST = 80
"""Characters of a name: with its folders it stays far below the 260 of a path on Windows."""
MOST_BYTES = 180
"""Bytes of a name in UTF-8: file systems take 255."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE)


def safe_name(title: str, ending: str = "") -> str:
    """A name out of a title, with ``ending`` (``.pdf``) after it; letters of any script stay."""
    whole = unicodedata.normalize("NFC", title)
    letters = "".join(" " if unicodedata.category(each)[0] in "CZ" else each for each in whole)
    stem = " ".join(_FORBIDDEN.sub(" ", letters).split())[:MOST].strip(" .")
    while len(stem.encode()) > MOST_BYTES:
        stem = stem[:-1].strip(" .")
    if not stem or _RESERVED.fullmatch(stem):
        stem = f"_{stem}"
    return f"{stem}{safe_ending(ending)}"


def safe_ending(ending: str) -> str:
    """An ending of letters and digits with its dot, or none."""
    plain = re.sub(r"[^a-z0-9]", "", ending.lower())[:10]
    return f".{plain}" if plain else ""


def folder_name(number: int, title: str) -> str:
    """A folder for a session: its place in the programme and a short tail."""
    return f"{number:02d}-{slug(title, 40) or 'session'}"


def ending_in(file_name: str) -> str:
    """The ending a stored file came with."""
    return safe_ending(ending_of(file_name))


class Names:
    """Paths that were given out; the same one again gets a number."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def once(self, folder: str, title: str, ending: str) -> str:
        """A path under ``folder`` that nothing else has, on a disk that knows no case or composes letters."""
        count = 1
        while True:
            more = f" ({count})" if count > 1 else ""
            stem = safe_name(title)
            path = f"{folder}/{stem}{more}{safe_ending(ending)}"
            folded = unicodedata.normalize("NFKC", path).casefold()
            if folded not in self._taken:
                self._taken.add(folded)
                return path
            count += 1
