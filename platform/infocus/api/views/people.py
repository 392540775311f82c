"""Oneself, networks, partners, and one's own data."""

from typing import Any

from flask import Response
from pydantic import RootModel
from sqlalchemy import select

from infocus.accounts.own_data import export
from infocus.accounts.queries import account_of
from infocus.api.answers import answer
from infocus.api.operations import operation
from infocus.api.schemas.people import MeShape, NetworkShape, PartnerShape, me_shape, network_shape, partner_shape
from infocus.api.schemas.records import Listed
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.networks.models import Network
from infocus.networks.queries import networks_for, partners_of


class OwnData(RootModel[dict[str, Any]]):
    """Everything that is kept about somebody, by the part that keeps it."""


@operation("GET", "/me", shape=MeShape)
@requires(Permission.USE_ACCOUNT)
def get_me() -> Response:
    """Whose token this is, with the roles held now."""
    actor = current_actor()
    return answer(me_shape(actor, account_of(actor.person_id)))


@operation("GET", "/networks", shape=Listed[NetworkShape])
@requires(Permission.READ_NETWORK)
def list_networks() -> Response:
    """The networks of this installation, your own first."""
    actor = current_actor()
    own, others = networks_for(actor)
    return answer(Listed[NetworkShape](items=[network_shape(actor, network) for network in [*own, *others]]))


@operation("GET", "/networks/<slug:network>/partners", shape=Listed[PartnerShape])
@requires(Permission.READ_NETWORK)
def list_partners(network: str) -> Response:
    """The partners of a network with their priorities, by name."""
    found = db.session.scalar(select(Network).where(Network.slug == network))
    if found is None:
        raise NotFound
    return answer(Listed[PartnerShape](items=[partner_shape(partner) for partner in partners_of(found)]))


@operation("POST", "/exports/me", shape=OwnData, writes=False)
@requires(Permission.USE_ACCOUNT)
def export_me() -> Response:
    """Everything that is kept about you."""
    return answer(OwnData(export(account_of(current_actor().person_id))))
