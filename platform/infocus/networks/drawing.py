"""The map: partners at their places on a plain grid of degrees, as numbers for an SVG; no ranking, no colour scale."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from infocus.networks.models import Partner

WIDTH, HEIGHT = 880, 576
MARK = 28
_MARGIN = 2.5
_STEP = 5
_LETTER = 8.5  # width of a letter of a name, on average


@dataclass(frozen=True, slots=True)
class Pin:
    """A partner's mark: its middle, where its name stands, and its true place when the mark had to make way."""

    partner: Partner
    x: int
    y: int
    name_x: int
    name_y: int
    anchor: str
    true_x: int
    true_y: int
    name: str = ""

    @property
    def moved(self) -> bool:
        """Whether the mark stands beside its place."""
        return (self.x, self.y) != (self.true_x, self.true_y)


@dataclass(frozen=True, slots=True)
class Point:
    """A place that is no partner's, at ``x`` and ``y``, of the ``index``-th pair of ``draw``'s ``also``."""

    index: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the grid, at ``at`` pixels, with its degrees in words."""

    at: int
    label: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Degrees to pixels: equal lengths north and east at the middle latitude."""

    west: float
    north: float
    per_lon: float
    per_lat: float

    def x(self, longitude: float) -> int:
        """Pixels from the left."""
        return round((longitude - self.west) * self.per_lon)

    def y(self, latitude: float) -> int:
        """Pixels from the top."""
        return round((self.north - latitude) * self.per_lat)


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything the SVG needs; ``frame`` says where a latitude and a longitude are on it."""

    pins: tuple[Pin, ...]
    meridians: tuple[Line, ...]
    parallels: tuple[Line, ...]
    frame: Frame
    points: tuple[Point, ...] = ()
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True, slots=True)
class _Box:
    """A part of the drawing that something covers."""

    left: float
    top: float
    width: float
    height: float

    def hits(self, others: Sequence["_Box"]) -> int:
        """How many of the others it covers, and the edge of the map as one more."""
        outside = self.left < 0 or self.left + self.width > WIDTH or self.top < 0 or self.top + self.height > HEIGHT
        return outside + sum(
            self.left < box.left + box.width
            and box.left < self.left + self.width
            and self.top < box.top + box.height
            and box.top < self.top + self.height
            for box in others
        )


def draw(
    partners: Sequence[Partner], names: Mapping[str, str] | None = None, also: Sequence[tuple[float, float]] = ()
) -> Drawing | None:
    """The map of those partners whose place is known; ``None`` when there is nothing to show.

    ``names``: what stands beside a mark, by the partner's id, where it is not its label. ``also``: further places,
    latitude and longitude, as points without a name.
    """
    placed = [(p, p.latitude, p.longitude) for p in partners if p.latitude is not None and p.longitude is not None]
    places = [*((latitude, longitude) for _, latitude, longitude in placed), *also]
    if not places:
        return None
    frame = _frame([latitude for latitude, _ in places], [longitude for _, longitude in places])
    pins: list[Pin] = []
    for partner, latitude, longitude in sorted(placed, key=lambda each: (-each[1], each[0].label)):
        pin = _pin(partner, frame.x(longitude), frame.y(latitude), pins)
        pins.append(replace(pin, name=(names or {}).get(partner.id, partner.label)))
    west, east = frame.west, frame.west + WIDTH / frame.per_lon
    south, north = frame.north - HEIGHT / frame.per_lat, frame.north
    return Drawing(
        pins=tuple(_with_names(sorted(pins, key=lambda pin: pin.partner.label))),
        meridians=tuple(Line(frame.x(lon), _degrees(lon, "E", "W")) for lon in _steps(west, east)),
        parallels=tuple(Line(frame.y(lat), _degrees(lat, "N", "S")) for lat in _steps(south, north)),
        frame=frame,
        points=tuple(Point(index, frame.x(east), frame.y(north)) for index, (north, east) in enumerate(also)),
    )


def _frame(latitudes: list[float], longitudes: list[float]) -> Frame:
    middle_lat, middle_lon = (min(latitudes) + max(latitudes)) / 2, (min(longitudes) + max(longitudes)) / 2
    squeeze = max(math.cos(math.radians(middle_lat)), 0.1)
    tall = max(latitudes) - min(latitudes) + 2 * _MARGIN
    wide = (max(longitudes) - min(longitudes) + 3 * _MARGIN) * squeeze
    per_lat = min(HEIGHT / tall, WIDTH / wide)
    per_lon = per_lat * squeeze
    return Frame(middle_lon - WIDTH / per_lon / 2, middle_lat + HEIGHT / per_lat / 2, per_lon, per_lat)


def _pin(partner: Partner, x: int, y: int, others: list[Pin]) -> Pin:
    """Step away, up and down by turns, until no mark is covered."""
    at_x, at_y = x, y
    for step in range(1, 12):
        near = [pin for pin in others if abs(pin.x - at_x) < MARK + 2 and abs(pin.y - at_y) < MARK + 2]
        if not near:
            break
        at_y = y + (step + 1) // 2 * (MARK // 2 + 2) * (1 if step % 2 else -1)
    return Pin(partner, at_x, at_y, at_x, at_y, "start", x, y)


def _with_names(pins: Sequence[Pin]) -> list[Pin]:
    """Each name to the right of its mark, or below, to the left, above: where it covers the least."""
    taken = [_Box(pin.x - MARK / 2, pin.y - MARK / 2, MARK, MARK) for pin in pins]
    named = []
    for pin in pins:
        choices = list(_places(pin))
        place, box = min(choices, key=lambda choice: (choice[1].hits(taken), choices.index(choice)))
        taken.append(box)
        named.append(place)
    return named


def _places(pin: Pin) -> Iterator[tuple[Pin, _Box]]:
    gap, length = MARK // 2 + 6, _LETTER * len(pin.name)
    for anchor, x, y, left in (
        ("start", pin.x + gap, pin.y + 5, pin.x + gap),
        ("middle", pin.x, pin.y + MARK + 3, pin.x - length / 2),
        ("end", pin.x - gap, pin.y + 5, pin.x - gap - length),
        ("middle", pin.x, pin.y - MARK // 2 - 7, pin.x - length / 2),
    ):
        yield replace(pin, name_x=x, name_y=y, anchor=anchor), _Box(left, y - 12, length, 15)


def _steps(low: float, high: float) -> range:
    return range(math.ceil(low / _STEP) * _STEP, math.floor(high) + 1, _STEP)


def _degrees(value: int, plus: str, minus: str) -> str:
    return f"{abs(value)}°{plus if value > 0 else minus if value < 0 else ''}"
