"""Draw pages of a PDF."""

import io
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pypdfium2

from infocus.engines.extraction.pdfium import open_pdf
from infocus.engines.extraction.port import Limits, Picture, Reason, Unreadable

POINTS = 72
"""A PDF's points to the inch."""
MAX_PIXELS = 24_000_000
MAX_SIDE = 16_000
"""A page is drawn smaller than asked rather than beyond these: a hostile page may be a thread 200 inches long."""


def run(path: Path, limits: Limits, options: Mapping[str, Any]) -> Iterator[Picture]:
    """The pages `options["numbers"]` (from 1) as `options["kind"]` ("webp", "png").

    They are `options["width"]` pixels wide; or grey, with `options["dpi"]` pixels an inch.
    """
    pdf = open_pdf(path)
    for number in options["numbers"][: limits.max_pages]:
        if not 1 <= number <= len(pdf):
            raise Unreadable(Reason.NO_SUCH_PAGE, f"page {number} of {len(pdf)}")
        yield _draw(pdf, number, options)


def _draw(pdf: pypdfium2.PdfDocument, number: int, options: Mapping[str, Any]) -> Picture:
    kind, dpi = options["kind"], options.get("dpi")
    try:
        page = pdf[number - 1]
        width, height = (max(side, 1.0) for side in page.get_size())
        wanted = dpi / POINTS if dpi else options["width"] / width
        scale = min(wanted, MAX_SIDE / width, MAX_SIDE / height, math.sqrt(MAX_PIXELS / (width * height)))
        image = page.render(scale=scale).to_pil().convert("L" if dpi else "RGB")
    except pypdfium2.PdfiumError as error:
        raise Unreadable(Reason.BROKEN, str(error)) from error
    buffer = io.BytesIO()
    if kind == "png":
        image.save(buffer, "PNG", optimize=not dpi)
    else:
        image.save(buffer, "WEBP", quality=80, method=2)
    return Picture(number, f"image/{kind}", image.width, image.height, buffer.getvalue())
