"""What the layout asks about the person and the network: the glue between actor and templates."""

from dataclasses import dataclass
from typing import Any

from flask import has_request_context
from sqlalchemy import bindparam, select

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.permissions import Permission, allows
from infocus.core.web.actor import current_actor
from infocus.core.web.shell import shown_places, unread_count
from infocus.networks.context import current_network
from infocus.networks.models import Network, Partner

# for every page: put together once
_MARK = select(Partner.mark, Partner.hue, Partner.label, Partner.slug).where(Partner.id == bindparam("partner"))


@dataclass(frozen=True, slots=True)
class CityMark:
    """A partner's mark as the templates draw it."""

    mark: str
    hue: int
    label: str
    slug: str


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who looks at a page, as templates see them."""

    actor: Actor
    city_mark: CityMark | None

    @property
    def signed_in(self) -> bool:
        """Whether somebody is signed in with an account."""
        return self.actor.has_account

    @property
    def visiting(self) -> bool:
        """Whether it is somebody without an account who was let in."""
        return self.actor.visiting

    @property
    def person_id(self) -> str | None:
        """The person's id, if somebody is signed in."""
        return self.actor.person_id

    @property
    def name(self) -> str:
        """The person's name."""
        return self.actor.name

    @property
    def person(self) -> "Visitor":
        """The person: name and city mark."""
        return self


def template_context() -> dict[str, Any]:
    """``current_actor``, ``network``, ``places``, ``unread_count`` for every page; none of it in mails."""
    if not has_request_context():
        return {}
    actor = current_actor()
    network = current_network(actor)
    return {
        "current_actor": Visitor(actor, _city_mark(actor, network)),
        "network": network,
        "places": shown_places(actor, network.slug if network else None),
        "unread_count": unread_count(actor),
    }


def may(permission: str, subject: Any = None) -> bool:
    """For templates: whether the person may do this (``may("edit_partner", partner)``)."""
    return allows(current_actor(), Permission(permission), subject)


def _city_mark(actor: Actor, network: Network | None) -> CityMark | None:
    partner_id = actor.partner_in(network.id) if network else None
    partner_id = partner_id or next((m.partner_id for m in actor.memberships if m.partner_id), None)
    if partner_id is None:
        return None
    row = db.session.execute(_MARK, {"partner": partner_id}).one_or_none()
    return CityMark(*row) if row else None
