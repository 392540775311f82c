"""The text of a text file, no more of it than the limits let through."""

from pathlib import Path

from infocus.engines.extraction.encodings import decode
from infocus.engines.extraction.port import Limits

_BYTES_A_CHARACTER = 4


def read_text(path: Path, limits: Limits) -> str:
    """The decoded text, at most one character over the limit, so that who counts can see there was more."""
    wanted = limits.max_characters + 1
    with path.open("rb") as file:
        return decode(file.read(wanted * _BYTES_A_CHARACTER))[:wanted]
