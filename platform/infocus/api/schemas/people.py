"""Oneself, networks, partners."""

from typing import Any

from infocus.accounts.models import Account
from infocus.api.schemas.base import Shown
from infocus.core.actor import Actor
from infocus.core.web.links import base_url
from infocus.networks.models import Network, Partner
from infocus.networks.priorities import from_json


class RoleShape(Shown):
    """A role held now; short names."""

    network: str
    role: str
    partner: str | None


class MeShape(Shown):
    """Whose token it is, and what it is good for."""

    id: str
    name: str
    email: str
    city: str
    language: str
    reads: list[str]
    time_zone: str
    roles: list[RoleShape]
    scopes: list[str]


class NetworkShape(Shown):
    """A network. ``member``: whether you hold a role in it."""

    id: str
    slug: str
    name: str
    title: str
    summary: str
    state: str
    started: str
    ended: str
    url: str
    member: bool


class PartnerShape(Shown):
    """A partner with its priorities; cities are never ranked."""

    id: str
    slug: str
    label: str
    country: str
    body: str
    kind: str
    nuts3: str
    latitude: float | None
    longitude: float | None
    population: int | None
    is_lead: bool
    url: str
    priorities: dict[str, Any]


def me_shape(actor: Actor, account: Account) -> MeShape:
    """The person behind a token."""
    person = account.person
    return MeShape(
        id=person.id,
        name=person.name,
        email=account.email,
        city=person.city,
        language=person.language,
        reads=person.reads,
        time_zone=person.time_zone,
        roles=[
            RoleShape(network=each.network_slug, role=each.role, partner=each.partner_slug)
            for each in actor.memberships
        ],
        scopes=sorted(actor.scopes or ()),
    )


def network_shape(actor: Actor, network: Network) -> NetworkShape:
    """A network as its front page says it."""
    names = ("id", "slug", "name", "title", "summary", "state", "started", "ended")
    url = f"{base_url()}/{network.slug}"
    return NetworkShape(
        **{name: getattr(network, name) for name in names}, url=url, member=bool(actor.roles(network.id))
    )


def partner_shape(partner: Partner) -> PartnerShape:
    """A partner as its page says it."""
    places = ("latitude", "longitude", "population")
    names = ("id", "slug", "label", "country", "body", "kind", "nuts3", *places, "is_lead")
    return PartnerShape(
        **{name: getattr(partner, name) for name in names},
        url=f"{base_url()}/{partner.network.slug}/partners/{partner.slug}",
        priorities=from_json(partner.priorities).as_json(),
    )
