"""What tus says in headers."""

import base64
import binascii

VERSION = "1.0.0"
MEDIA_TYPE = "application/offset+octet-stream"
MOST_DIGITS = 15
MOST = 4000
"""Letters of metadata that are read; a title, a summary and a file's name have less."""


def metadata(header: str) -> dict[str, str]:
    """Upload-Metadata: pairs of a key and a value in Base64. What cannot be read counts as not said."""
    found: dict[str, str] = {}
    for pair in header[:MOST].split(","):
        key, _, value = pair.strip().partition(" ")
        try:
            found[key] = base64.b64decode(value, validate=True).decode("utf-8")
        except (binascii.Error, ValueError):
            continue
    return found


def number(header: str | None) -> int | None:
    """A count of bytes; ``None`` for what is none. Larger than any file fits, so that a limit says what is wrong."""
    text = (header or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else None
