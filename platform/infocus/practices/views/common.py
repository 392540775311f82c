"""What the views of practices share."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import format_decimal
from flask_babel import gettext as _

from infocus.library.models import Document, DocumentRole
from infocus.library.reader import documents_of
from infocus.networks.drawing import Drawing, draw
from infocus.networks.models import Network
from infocus.networks.queries import partners_of
from infocus.practices.models import Practice
from infocus.records.addresses import record_at


def the_practice(network: str, handle: str) -> Practice:
    """The practice of an address. Raises ``NotFound``, also when it belongs to another network."""
    return record_at(network, handle, Practice)


def files_of(practice: Practice) -> tuple[list[Document], list[Document]]:
    """The pictures and the other files of a practice, in order."""
    documents = documents_of(practice.id)
    images = [each for each in documents if each.role == DocumentRole.IMAGE]
    return images, [each for each in documents if each.role != DocumentRole.IMAGE]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a practice happens: the map, and its degrees in words."""

    drawing: Drawing | None
    words: str


def place_of(content: Mapping[str, Any]) -> tuple[float, float] | None:
    """Latitude and longitude, where both are there."""
    latitude, longitude = content.get("latitude"), content.get("longitude")
    return None if latitude is None or longitude is None else (float(latitude), float(longitude))


def map_of(network: Network, place: tuple[float, float] | None) -> Drawing | None:
    """The network's cities and a place; ``None`` when neither has degrees."""
    return draw(partners_of(network), also=[place] if place else ())


def spot_of(practice: Practice) -> Spot | None:
    """The small map of a practice that has a place on it."""
    place = place_of(practice.content)
    if place is None:
        return None
    latitude, longitude = (format_decimal(abs(degrees), "0.####") for degrees in place)
    north = _("%(degrees)s° N", degrees=latitude) if place[0] >= 0 else _("%(degrees)s° S", degrees=latitude)
    east = _("%(degrees)s° E", degrees=longitude) if place[1] >= 0 else _("%(degrees)s° W", degrees=longitude)
    return Spot(map_of(practice.network, place), f"{north}, {east}")
