"""Opening a PDF, with PDFium's errors as ours, and its words put together. Used in the child process only."""

import re
from pathlib import Path

import pypdfium2
from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

from infocus.engines.extraction.port import Reason, Unreadable

# PDFium marks a hyphen at the end of a line with U+FFFE, or U+0002 letter by letter.
LINE_HYPHEN = re.compile("[\x02\ufffe]\\s*(.)")


def open_pdf(path: Path) -> pypdfium2.PdfDocument:
    """The document, of at least one page. Raises `Unreadable` ("encrypted", "broken", "empty")."""
    try:
        pdf = pypdfium2.PdfDocument(path)
        pages = len(pdf)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        reason = Reason.ENCRYPTED if code in {FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY} else Reason.BROKEN
        raise Unreadable(reason, str(error)) from error
    if not pages:
        raise Unreadable(Reason.EMPTY, "no page")
    return pdf


def joined(text: str) -> str:
    """The text with words put together that the end of a line cut; see `keeps_hyphen`."""
    return LINE_HYPHEN.sub(lambda match: ("-" if keeps_hyphen(match[1]) else "") + match[1], text)


def keeps_hyphen(following: str) -> bool:
    """Whether a hyphen at the end of a line stays: before a capital it belongs to the word (Bielsko-Biala)."""
    return following.isupper()
