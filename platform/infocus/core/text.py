"""Text as it is stored: NFC, one kind of line end, no control characters, limits in code points."""

import re
import unicodedata

_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]"
)  # half a character (surrogate) cannot be stored either


def clean(text: str) -> str:
    """Normalise what somebody typed: NFC, CRLF and CR as LF, outer white space off.

    Raises:
        ValueError: it holds control characters other than tab and line feed.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if _CONTROL.search(text):
        raise ValueError("control characters")
    return text.strip()


def slug(text: str, limit: int = 60) -> str:
    """A readable tail for an address: ASCII letters and digits with dashes; may be empty."""
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:limit].rstrip("-")


def folded(text: str) -> str:
    """The words alone, to compare by: lower case without accents, one blank between words."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    letters = (each if each.isalnum() else " " for each in plain if not unicodedata.combining(each))
    return " ".join("".join(letters).split())


_LETTERS = str.maketrans({"ß": "ss", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "Ae", "đ": "d", "Đ": "D"})
