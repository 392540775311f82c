"""Text of a file as it is kept: NFC, LF, no control characters, no halves of characters, no runs of blanks."""

import re
import unicodedata

# NUL and its kin (a database refuses them), lone surrogates, non-characters; tab and LF stay.
JUNK = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufeff\u00ad]")
_LINE_ENDS = re.compile("[\r\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile("[ \t\u00a0\u2000-\u200a\u202f]{2,}")
_LINE_EDGES = re.compile(" *\n *")
_EMPTY_LINES = re.compile(r"\n{3,}")


def clean(text: str) -> str:
    """The text as it is kept; the same text comes back unchanged (idempotent)."""
    text = _LINE_ENDS.sub("\n", text.replace("\r\n", "\n"))
    text = JUNK.sub("", text)
    text = _BLANKS.sub(" ", text)
    if " \n" in text or "\n " in text:  # a plain search costs a tenth of the pattern's
        text = _LINE_EDGES.sub("\n", text)
    if "\n\n\n" in text:
        text = _EMPTY_LINES.sub("\n\n", text)
    return unicodedata.normalize("NFC", text.strip())


def clean_line(text: str, limit: int = 300) -> str:
    """A heading or label: cleaned, on one line, at most `limit` characters."""
    return " ".join(clean(text).split())[:limit].rstrip()
