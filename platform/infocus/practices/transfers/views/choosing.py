"""What the form of a transfer offers."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import lazyload

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.networks.models import Network, Partner
from infocus.networks.queries import partners_of
from infocus.records.models import Record
from infocus.records.policy import readable

PLANNED_IN = ("plan", "practice")
MOST = 50


def mentors_for(network: Network, receivers: Sequence[Partner]) -> list[Partner]:
    """The other cities of the network; who speaks for several is told by the service which one cannot be."""
    own = {receivers[0].id} if len(receivers) == 1 else set[str]()
    return [partner for partner in partners_of(network) if partner.id not in own]


def own_records(actor: Actor, partner_id: str | None) -> Sequence[Record]:
    """The city's own plans and practices, the newest change first: where the plan of a transfer can stand."""
    own = select(Record).where(Record.partner_id == partner_id, Record.type.in_(PLANNED_IN), readable(actor))
    newest = own.order_by(Record.updated_at.desc()).limit(MOST)
    return list(db.session.scalars(newest.options(lazyload(Record.audience))).unique())
