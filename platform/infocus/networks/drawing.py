"""The map: partners at their places on a plain grid of degrees, as numbers for an SVG; no ranking, no colour scale."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from infocus.networks.models import Partner

WIDTH, HEIGHT = 880, 576
MARK = 28
_MARGIN = 2.5
_STEP = 5


@dataclass(frozen=True, slots=True)
class Pin:
    """A partner's mark: its middle, where its name stands, and its true place when the mark had to make way."""

    partner: Partner
    x: int
    y: int
    name_x: int
    anchor: str
    true_x: int
    true_y: int

    @property
    def moved(self) -> bool:
        """Whether the mark stands beside its place."""
        return (self.x, self.y) != (self.true_x, self.true_y)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the grid, at ``at`` pixels, with its degrees in words."""

    at: int
    label: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything the SVG needs."""

    pins: tuple[Pin, ...]
    meridians: tuple[Line, ...]
    parallels: tuple[Line, ...]
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True, slots=True)
class _Frame:
    """Degrees to pixels: equal lengths north and east at the middle latitude."""

    west: float
    north: float
    per_lon: float
    per_lat: float

    def x(self, longitude: float) -> int:
        return round((longitude - self.west) * self.per_lon)

    def y(self, latitude: float) -> int:
        return round((self.north - latitude) * self.per_lat)


def draw(partners: Sequence[Partner]) -> Drawing | None:
    """The map of those partners whose place is known; ``None`` when there is none."""
    placed = [(p, p.latitude, p.longitude) for p in partners if p.latitude is not None and p.longitude is not None]
    if not placed:
        return None
    frame = _frame([latitude for _, latitude, _ in placed], [longitude for _, _, longitude in placed])
    pins: list[Pin] = []
    for partner, latitude, longitude in sorted(placed, key=lambda each: (-each[1], each[0].label)):
        pins.append(_pin(partner, frame.x(longitude), frame.y(latitude), pins))
    west, east = frame.west, frame.west + WIDTH / frame.per_lon
    south, north = frame.north - HEIGHT / frame.per_lat, frame.north
    return Drawing(
        pins=tuple(_named(pin, pins) for pin in sorted(pins, key=lambda pin: pin.partner.label)),
        meridians=tuple(Line(frame.x(lon), _degrees(lon, "E", "W")) for lon in _steps(west, east)),
        parallels=tuple(Line(frame.y(lat), _degrees(lat, "N", "S")) for lat in _steps(south, north)),
    )


def _frame(latitudes: list[float], longitudes: list[float]) -> _Frame:
    middle_lat, middle_lon = (min(latitudes) + max(latitudes)) / 2, (min(longitudes) + max(longitudes)) / 2
    squeeze = math.cos(math.radians(middle_lat))
    tall = max(latitudes) - min(latitudes) + 2 * _MARGIN
    wide = (max(longitudes) - min(longitudes) + 3 * _MARGIN) * squeeze
    per_lat = min(HEIGHT / tall, WIDTH / wide)
    per_lon = per_lat * squeeze
    return _Frame(middle_lon - WIDTH / per_lon / 2, middle_lat + HEIGHT / per_lat / 2, per_lon, per_lat)


def _pin(partner: Partner, x: int, y: int, others: list[Pin]) -> Pin:
    """Step away, up and down by turns, until no mark is covered."""
    at_x, at_y = x, y
    for step in range(1, 12):
        near = [pin for pin in others if abs(pin.x - at_x) < MARK + 2 and abs(pin.y - at_y) < MARK + 2]
        if not near:
            break
        at_y = y + (step + 1) // 2 * (MARK // 2 + 2) * (1 if step % 2 else -1)
    return Pin(partner, at_x, at_y, at_x, "start", x, y)


def _named(pin: Pin, pins: Sequence[Pin]) -> Pin:
    """Its name to the right; to the left where the map ends or another mark would stand in the way."""
    gap, length = MARK // 2 + 6, 9 * len(pin.partner.label)
    ahead = any(0 < other.x - pin.x < gap + length + MARK and abs(other.y - pin.y) < MARK for other in pins)
    if ahead or pin.x + gap + length > WIDTH:
        return replace(pin, name_x=pin.x - gap, anchor="end")
    return replace(pin, name_x=pin.x + gap)


def _steps(low: float, high: float) -> range:
    return range(math.ceil(low / _STEP) * _STEP, math.floor(high) + 1, _STEP)


def _degrees(value: int, plus: str, minus: str) -> str:
    return f"{abs(value)}°{plus if value > 0 else minus if value < 0 else ''}"
