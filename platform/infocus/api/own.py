"""Where somebody writes when they do not say: their own network and city."""

from collections.abc import Collection

from flask_babel import gettext as _
from sqlalchemy import select

from infocus.core.actor import Actor, Role
from infocus.core.db import db
from infocus.core.errors import Invalid, NotAllowed
from infocus.networks.models import Network, Partner


def own_network(actor: Actor, wanted: str | None, roles: Collection[Role]) -> Network:
    """The network of this short name; without one, the first in which the actor holds one of ``roles``.

    Raises ``Invalid`` for a name nobody has, ``NotAllowed`` where there is no such role.
    """
    held = [member.network_slug for member in actor.memberships if member.role in roles]
    slug = wanted if wanted is not None else next(iter(held), None)
    if slug is None:
        raise NotAllowed(_("You hold no role for that in any network."))
    network = db.session.scalar(select(Network).where(Network.slug == slug))
    if network is None:
        raise Invalid({"network": _("There is no such network.")})
    return network


def own_partner(actor: Actor, network: Network, wanted: str | None, roles: Collection[Role]) -> Partner:
    """The partner of this short name; without one, the actor's own in the network. Raises as ``own_network``."""
    held = [m.partner_slug for m in actor.memberships if m.network_id == network.id and m.role in roles]
    slug = wanted if wanted is not None else next(iter(held), None)
    if slug is None:
        raise NotAllowed(_("You hold no role for that in this network."))
    found = select(Partner).where(Partner.network_id == network.id, Partner.slug == slug)
    partner = db.session.scalar(found)
    if partner is None:
        raise Invalid({"partner": _("This is not a partner of the network.")})
    return partner
