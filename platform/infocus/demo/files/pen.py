"""A pen and a marker on white paper: lines a hand could have drawn, the same each time."""

from io import BytesIO
from itertools import count, pairwise
from math import sin
from zlib import crc32

from PIL import Image, ImageDraw

INK, MARKER, PAPER, QUIET = (29, 63, 155), (255, 233, 74), (255, 255, 255), (120, 126, 140)
WIDTH, HEIGHT = 1200, 750
Point = tuple[float, float]


class Pen:
    """Draws in a space of 1200 × 750. ``seed`` decides how the hand shakes."""

    def __init__(self, seed: str) -> None:
        self._image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
        self._draw = ImageDraw.Draw(self._image)
        self._steps = count(crc32(seed.encode()) % 1000)

    def _shake(self, reach: float) -> float:
        """Between ``-reach`` and ``reach``, different each time, the same for the same seed."""
        wave = sin(next(self._steps) * 12.9898) * 43758.5453
        return (wave - int(wave)) * reach

    def line(self, start: Point, end: Point, width: int = 4, colour: tuple[int, int, int] = INK) -> None:
        """A stroke that is almost straight."""
        steps = 8
        points = []
        for step in range(steps + 1):
            part = step / steps
            shake = 0 if step in (0, steps) else self._shake(1.6)
            points.append(
                (start[0] + (end[0] - start[0]) * part + shake, start[1] + (end[1] - start[1]) * part + shake)
            )
        self._draw.line(points, fill=colour, width=width, joint="curve")

    def box(self, left: float, top: float, right: float, bottom: float, width: int = 4) -> None:
        """Four strokes around a rectangle."""
        corners = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
        for start, end in pairwise(corners):
            self.line(start, end, width)

    def mark(self, left: float, top: float, right: float, bottom: float) -> None:
        """Fill a rectangle with strokes of the marker."""
        top, bottom = min(top, bottom), max(top, bottom)
        row = top
        while row < bottom:
            height = min(26.0, bottom - row)
            edges = (left + abs(self._shake(7)), row, right - abs(self._shake(7)), row + height)
            self._draw.rectangle(edges, fill=MARKER)
            row += 26

    def ring(self, centre: Point, radius: float, width: int = 4, filled: bool = False) -> None:
        """A circle; ``filled`` with the marker."""
        x, y = centre
        frame = (x - radius, y - radius, x + radius, y + radius)
        self._draw.ellipse(frame, outline=INK, width=width, fill=MARKER if filled else None)

    def arrow(self, start: Point, end: Point, width: int = 4) -> None:
        """A stroke with a head; horizontal and vertical ones look best."""
        self.line(start, end, width)
        across = abs(end[0] - start[0]) >= abs(end[1] - start[1])
        sign = 1 if (end[0] - start[0] if across else end[1] - start[1]) >= 0 else -1
        for side in (-14, 14):
            tip = (end[0] - 22 * sign, end[1] + side) if across else (end[0] + side, end[1] - 22 * sign)
            self.line(end, tip, width)

    def bytes(self, kind: str = "PNG") -> bytes:
        """The drawing as a file, ``PNG`` or ``WEBP``."""
        out = BytesIO()
        self._image.save(out, kind, **({"quality": 82} if kind == "WEBP" else {"optimize": True}))
        return out.getvalue()
