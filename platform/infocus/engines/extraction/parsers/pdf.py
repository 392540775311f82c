"""PDF through PDFium: the text of each page, its label, and the bookmark it stands under."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pypdfium2

from infocus.engines.extraction.cleaning import clean, clean_line
from infocus.engines.extraction.pdfium import joined, open_pdf
from infocus.engines.extraction.port import Item, Limits, Page, Progress

MAX_BOOKMARKS = 5000


def read(path: Path, limits: Limits) -> Iterator[Item]:
    """The pages in order. Raises `Unreadable` ("encrypted", "broken")."""
    pdf = open_pdf(path)
    headings = _headings(pdf)
    yield Progress(len(pdf))
    heading = ""
    for index in range(len(pdf)):
        heading = headings.get(index, heading)
        text = clean(joined(_text(pdf, index, limits)))
        label = clean_line(pdf.get_page_label(index), 40) or str(index + 1)
        yield Page(index + 1, label, text, heading, scanned=not text)


def _text(pdf: pypdfium2.PdfDocument, index: int, limits: Limits) -> str:
    """The raw text of a page; a page PDFium cannot load is a page without text, not the end of the file."""
    try:
        page = pdf[index]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        return ""
    try:
        # Twice the limit: cleaning takes some away, and who counts afterwards must see that there was more.
        count = min(text_page.count_chars(), 2 * limits.max_page_characters)
        return str(text_page.get_text_range(0, count)) if count > 0 else ""
    finally:
        text_page.close()
        page.close()


def _headings(pdf: pypdfium2.PdfDocument) -> dict[int, str]:
    """Page index → title of the first bookmark that points at it."""
    found: dict[int, str] = {}
    for bookmark in islice(pdf.get_toc(max_depth=3), MAX_BOOKMARKS):
        destination = bookmark.get_dest()
        index = destination.get_index() if destination else None
        title = clean_line(bookmark.get_title() or "")
        if index is not None and title:
            found.setdefault(index, title)
    return found
