"""The straight lines drawn on a page of a PDF: borders of cells as strokes, as thin bars, as edges of shaded fields."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
from pypdfium2 import raw

from infocus.engines.extraction.parsers.pdf_letters import Box, Upright

NEAR = 3.0
"""Points: lines so near are one, ends so near touch."""
_STRAIGHT = 0.5
_SHORTEST = 4.0
_DEEPEST = 4
_MOST_POINTS = 60_000
"""A page with more is a map or a drawing; it is read as text."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across (`at` its height, from left to right) or downwards (`at` from the left, from bottom to top)."""

    at: float
    begin: float
    end: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The lines of a page."""

    across: tuple[Rule, ...]
    down: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class _Plane:
    """A linear step from the plane of an object to that of the page."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> Point:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def inner(self, own: raw.FS_MATRIX) -> "_Plane":
        """What is drawn in an object of this plane: its own step first, then this one."""
        a, b = self.a * own.a + self.c * own.b, self.b * own.a + self.d * own.b
        c, d = self.a * own.c + self.c * own.d, self.b * own.c + self.d * own.d
        return _Plane(a, b, c, d, *self.point(own.e, own.f))


def rules_of(page: pypdfium2.PdfPage, turned: Upright) -> Rules:
    """The lines of a page, those that go on in one another put together; none where there are too many."""
    across: list[Rule] = []
    down: list[Rule] = []
    points = 0
    for path in _paths(page):
        points += len(path)
        if points > _MOST_POINTS:
            return Rules((), ())
        for box in _straight(path, turned):
            if box.height <= NEAR and box.right - box.left >= _SHORTEST:
                across.append(Rule(box.middle, box.left, box.right))
            elif box.right - box.left <= NEAR and box.height >= _SHORTEST:
                down.append(Rule((box.left + box.right) / 2, box.bottom, box.top))
    return Rules(tuple(_put_together(across)), tuple(_put_together(down)))


def _paths(page: pypdfium2.PdfPage) -> Iterator[list[Point]]:
    objects = (raw.FPDFPage_GetObject(page, at) for at in range(raw.FPDFPage_CountObjects(page)))
    yield from _drawn(objects, _Plane(), 0)


def _drawn(objects: Iterator[raw.FPDF_PAGEOBJECT], plane: _Plane, depth: int) -> Iterator[list[Point]]:
    """The pieces of every path that is filled or stroked, also of drawings within the drawing."""
    own = raw.FS_MATRIX()
    for each in objects:
        kind = raw.FPDFPageObj_GetType(each)
        if kind not in {raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_FORM} or not raw.FPDFPageObj_GetMatrix(each, own):
            continue
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield from _pieces(each, plane.inner(own))
        elif depth < _DEEPEST:
            inner = (raw.FPDFFormObj_GetObject(each, at) for at in range(raw.FPDFFormObj_CountObjects(each)))
            yield from _drawn(inner, plane.inner(own), depth + 1)


def _pieces(path: raw.FPDF_PAGEOBJECT, plane: _Plane) -> Iterator[list[Point]]:
    """The corners of each piece of a path, closed ones with the first again; curves break a piece."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(path, fill, stroke) or not (fill.value or stroke.value):
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    piece: list[Point] = []
    for at in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, at)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = plane.point(x.value, y.value)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO:
            piece.append(point)
        else:
            yield piece
            piece = [point]
        if raw.FPDFPathSegment_GetClose(segment):
            piece.append(piece[0])
    yield piece


def _straight(piece: list[Point], turned: Upright) -> Iterator[Box]:
    """Each side that runs across or downwards; a thin bar is one line."""
    if len(piece) < 2:
        return
    xs, ys = [x for x, _ in piece], [y for _, y in piece]
    whole = min(xs), min(ys), max(xs), max(ys)
    if min(whole[2] - whole[0], whole[3] - whole[1]) <= NEAR:
        yield turned.box(*whole)
        return
    for (x0, y0), (x1, y1) in pairwise(piece):
        if min(abs(x0 - x1), abs(y0 - y1)) <= _STRAIGHT:
            yield turned.box(x0, y0, x1, y1)


def _put_together(rules: list[Rule]) -> Iterator[Rule]:
    """Lines on one height that touch are one."""
    level: list[Rule] = []
    for rule in sorted(rules, key=lambda each: each.at):
        if level and rule.at - level[0].at > NEAR:
            yield from _joined(level)
            level = []
        level.append(rule)
    yield from _joined(level)


def _joined(level: list[Rule]) -> Iterator[Rule]:
    last: Rule | None = None
    for rule in sorted(level, key=lambda each: each.begin):
        if last is not None and rule.begin <= last.end + NEAR:
            last = Rule(last.at, last.begin, max(last.end, rule.end))
        else:
            if last is not None:
                yield last
            last = rule
    if last is not None:
        yield last
