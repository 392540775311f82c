"""Where the practices of a list are: a count a city, its newest titles, and pins of their own; never their contents."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.until_changed import until_changed
from infocus.networks.models import Network, Partner
from infocus.practices.finding.queries import KINDS, Filters, columns_of, marks
from infocus.practices.models import Practice
from infocus.records.models import Record
from infocus.records.urls import path_of

TITLES = 5
"""Newest titles a city."""
PINS = 200
"""Pins of one map."""
NEAR = 0.2
"""Degrees from the city's own place within which a pin says nothing more on a map of countries: some 20 kilometres."""


@dataclass(frozen=True, slots=True)
class Named:
    """A practice by its title; ``id`` and ``network`` make its address."""

    id: str
    network: str
    title: str
    language: str
    state: str
    partner_id: str | None
    latitude: float | None = None
    longitude: float | None = None

    @property
    def path(self) -> str:
        """Its page."""
        return path_of(self.network, Practice.KIND, self.id, self.title)


@dataclass(slots=True)
class Place:
    """A city with how many practices of the list are its own, and the newest of them."""

    partner: Partner
    count: int
    newest: list[Named] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Places:
    """``pins``: practices that have a place of their own, up to ``PINS`` of ``pinned``; ``without``: of no city."""

    cities: Sequence[Place]
    pins: Sequence[Named]
    pinned: int
    without: int


@dataclass(frozen=True, slots=True)
class _Gathered:
    counts: dict[str | None, int]
    newest: list[Named]
    pins: list[Named]
    pinned: int


def places(actor: Actor, filters: Filters) -> Places:
    """All practices that the filters leave, at their places; gathered once for each reader until a practice changes."""
    key = ("places", actor.keys, filters, marks())
    kept = until_changed(key, lambda: _gathered(actor, filters), kinds=KINDS)
    counts = kept.counts
    partners = select(Partner).options(joinedload(Partner.network)).order_by(Partner.label, Partner.id)
    partners = partners.where(Partner.id.in_([each for each in counts if each]))
    cities = {row.id: Place(row, counts[row.id]) for row in db.session.scalars(partners).unique()}
    for named in kept.newest:
        if named.partner_id in cities:
            cities[named.partner_id].newest.append(named)
    return Places(list(cities.values()), kept.pins, kept.pinned, counts.get(None, 0))


def _gathered(actor: Actor, filters: Filters) -> _Gathered:
    by_partner = columns_of(actor, filters, Record.partner_id, func.count()).group_by(Record.partner_id)
    counts = {partner_id: int(count) for partner_id, count in db.session.execute(by_partner)}
    pinned, pins = _pins(actor, filters)
    return _Gathered(counts, _newest(actor, filters), pins, pinned)


def _newest(actor: Actor, filters: Filters) -> list[Named]:
    """The newest titles of every city, the newest first."""
    place = func.row_number().over(
        partition_by=Record.partner_id, order_by=(Record.updated_at.desc(), Record.id.desc())
    )
    ranked = columns_of(actor, filters, Record.id.label("id"), place.label("place")).subquery()
    rows = _named().join(ranked, ranked.c.id == Record.id).where(ranked.c.place <= TITLES)
    return _read(rows.order_by(Record.updated_at.desc(), Record.id.desc()))


def _pins(actor: Actor, filters: Filters) -> tuple[int, list[Named]]:
    """How many have a place of their own that is not their city's, and the newest of them."""
    found = columns_of(actor, filters, Record.id.label("id")).subquery()
    apart = or_(
        Partner.latitude.is_(None),
        func.abs(Practice.latitude - Partner.latitude) > NEAR,
        func.abs(Practice.longitude - Partner.longitude) > NEAR,
    )
    own = (
        _named()
        .join(found, found.c.id == Record.id)
        .outerjoin(Partner, Partner.id == Record.partner_id)
        .where(Practice.latitude.is_not(None), or_(Record.partner_id.is_(None), apart))
    )
    count = db.session.scalar(select(func.count()).select_from(own.subquery())) or 0
    return count, _read(own.order_by(Record.updated_at.desc(), Record.id.desc()).limit(PINS)) if count else []


def _named() -> Select[Any]:
    columns: list[Any] = [Record.id, Network.slug, Record.title, Record.language, Record.state, Record.partner_id]
    every = select(*columns, Practice.latitude, Practice.longitude).select_from(Practice)
    return every.join(Network, Network.id == Record.network_id)


def _read(query: Select[Any]) -> list[Named]:
    return [Named(*row) for row in db.session.execute(query)]
