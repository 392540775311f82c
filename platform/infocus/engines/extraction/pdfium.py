"""Opening a PDF, with PDFium's errors as ours. Used in the child process only."""

from pathlib import Path

import pypdfium2
from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

from infocus.engines.extraction.port import Reason, Unreadable


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
