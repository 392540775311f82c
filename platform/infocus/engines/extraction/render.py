"""Pictures: pages of a PDF drawn, uploaded images encoded anew; both in the child process."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Literal

from infocus.engines.extraction.port import Limits, Picture, Reason, Unreadable
from infocus.engines.extraction.sandbox.process import run

DEFAULT = Limits(cpu_seconds=60, wall_seconds=120.0)
THUMBNAIL_WIDTH = 240
MAX_WIDTH = 4000
"""Pixels; a wider picture is nobody's screen."""


def render_pages(
    path: Path, numbers: Sequence[int], width: int, kind: Literal["webp", "png"] = "webp", limits: Limits = DEFAULT
) -> Iterator[Picture]:
    """Draw pages of a PDF (numbers from 1), `width` pixels wide, in one child. Raises `Unreadable` and ValueError."""
    if not 1 <= width <= MAX_WIDTH:
        raise ValueError(f"a page cannot be drawn {width} pixels wide")
    options = {"numbers": list(numbers), "width": width, "kind": kind}
    with closing(run("render", path, limits, options)) as messages:
        for message in messages:
            if isinstance(message, Picture):
                yield message


def scan_pages(path: Path, numbers: Sequence[int], dpi: int, limits: Limits = DEFAULT) -> Iterator[Picture]:
    """Draw pages of a PDF (numbers from 1) in grey for text recognition, in one child. Raises `Unreadable`."""
    with closing(run("render", path, limits, {"numbers": list(numbers), "dpi": dpi, "kind": "png"})) as messages:
        for message in messages:
            if isinstance(message, Picture):
                yield message


def render_page(
    path: Path, number: int, width: int, kind: Literal["webp", "png"] = "webp", limits: Limits = DEFAULT
) -> Picture:
    """Draw one page; see `render_pages`."""
    return _only(render_pages(path, [number], width, kind, limits))


def thumbnail(path: Path, limits: Limits = DEFAULT) -> Picture:
    """The first page of a PDF, `THUMBNAIL_WIDTH` pixels wide."""
    return render_page(path, 1, THUMBNAIL_WIDTH, limits=limits)


def reencode_image(
    path: Path, max_side: int, limits: Limits = DEFAULT, edges: tuple[float, float, float, float] | None = None
) -> Picture:
    """An uploaded image as a WebP without metadata, upright, its longer side at most `max_side` pixels.

    `edges`: left, top, right and bottom of what stays, as shares of the upright picture's sides.
    """
    with closing(run("image", path, limits, {"max_side": max_side, "edges": edges})) as messages:
        return _only(message for message in messages if isinstance(message, Picture))


def office_preview(path: Path, media_type: str, width: int, limits: Limits = DEFAULT) -> Picture:
    """The preview picture an office file carries, at most `width` pixels wide. Raises `Unreadable` without one."""
    with closing(run("preview", path, limits, {"media_type": media_type, "width": width})) as messages:
        return _only(message for message in messages if isinstance(message, Picture))


def _only(pictures: Iterator[Picture]) -> Picture:
    for picture in pictures:
        return picture
    raise Unreadable(Reason.BROKEN, "no picture")
