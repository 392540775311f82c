"""The text of a text file, no more of it than the limits let through."""

from pathlib import Path

from infocus.engines.extraction.encodings import decode
from infocus.engines.extraction.port import Limits

_BYTES_A_CHARACTER = 4


def read_text(path: Path, limits: Limits) -> tuple[str, bool]:
    """The decoded text, at most as long as the limit, and whether there was more."""
    with path.open("rb") as file:
        text = decode(file.read(limits.max_characters * _BYTES_A_CHARACTER + 1))
    return text[: limits.max_characters], len(text) > limits.max_characters
