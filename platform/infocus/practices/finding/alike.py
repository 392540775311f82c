"""Cities like one's own, and in what: across the installation, for whoever speaks for a city."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import lazyload

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.networks.models import Partner
from infocus.networks.overview import Twin, twins

MOST = 6
"""How many cities the filter ``like=mine`` stands for."""


@dataclass(frozen=True, slots=True)
class Alike:
    """The reader's city and those like it, by alphabet; both empty for whoever speaks for none."""

    own: Partner | None = None
    cities: tuple[Twin, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The cities' ids, in an order that does not change."""
        return tuple(sorted(twin.partner.id for twin in self.cities))


def alike(actor: Actor) -> Alike:
    """Those that share the most with the city the actor speaks for first, each with its reason; one query.

    A partner of another network is found too: what is read of it is what the reader may read.
    """
    own_id = next((member.partner_id for member in actor.memberships if member.partner_id), None)
    if own_id is None:
        return Alike()
    every = list(db.session.scalars(select(Partner).options(lazyload(Partner.network)).order_by(Partner.id)))
    own = next((partner for partner in every if partner.id == own_id), None)
    if own is None:
        return Alike()
    others = [each for each in every if (each.label, each.country) != (own.label, own.country)]
    return Alike(own, tuple(twins(own, others, most=MOST)))
