"""The drawings of the demo's practices, and the figures of its word files."""

from collections.abc import Callable, Mapping
from pathlib import Path

from infocus.demo.content.records import Picture
from infocus.demo.files import drawings
from infocus.demo.files.pen import HEIGHT, WIDTH, Pen

DRAWINGS: Mapping[str, Callable[[Pen], None]] = {
    "table": drawings.table,
    "storeys": drawings.storeys,
    "windows": drawings.windows,
    "keys": drawings.keys,
    "exchange": drawings.exchange,
    "courtyard": drawings.courtyard,
    "bays": drawings.bays,
    "shared": drawings.shared,
    "links": drawings.links,
    "hours": drawings.hours,
}


def draw(picture: Picture, path: Path) -> None:
    """Make the file of ``picture`` at ``path``; PNG or WebP, as its name says. Unknown drawings are a ``KeyError``."""
    kind = "WEBP" if picture.file_name.endswith(".webp") else "PNG"
    name, _, values = picture.drawing.partition(":")
    pen = Pen(picture.file_name)
    if name == "bars":
        _bars(pen, tuple(float(value) for value in values.split(",")))
    else:
        DRAWINGS[name](pen)
    path.write_bytes(pen.bytes(kind))


def bars(values: tuple[float, ...]) -> bytes:
    """A PNG of bars, the last one marked."""
    pen = Pen(f"bars {values}")
    _bars(pen, values)
    return pen.bytes()


def flow(steps: tuple[str, ...]) -> bytes:
    """A PNG of as many boxes as steps, joined by arrows; the words stand in the caption."""
    pen = Pen(f"flow {len(steps)}")
    width = (WIDTH - 120) / len(steps)
    for index in range(len(steps)):
        left = 60 + index * width
        if index == len(steps) - 1:
            pen.mark(left, 280, left + width - 60, 470)
        pen.box(left, 280, left + width - 60, 470)
        if index:
            pen.arrow((left - 52, 375), (left - 10, 375))
    return pen.bytes()


def _bars(pen: Pen, values: tuple[float, ...]) -> None:
    width = (WIDTH - 200) / len(values)
    pen.line((80, HEIGHT - 90), (WIDTH - 80, HEIGHT - 90), 5)
    for index, value in enumerate(values):
        left = 110 + index * width
        top = HEIGHT - 90 - 540 * value / max(values)
        if index == len(values) - 1:
            pen.mark(left, top, left + width - 60, HEIGHT - 92)
        pen.box(left, top, left + width - 60, HEIGHT - 90)
