"""The network a page is about: the one in its address, else the one this person was in last."""

from flask import g, has_request_context, request, session
from sqlalchemy import bindparam, select

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.networks.models import Network

_LAST = "network"
_BY_SLUG = select(Network).where(Network.slug == bindparam("slug"))  # for every page: put together once


def network_or_404(slug: str) -> Network:
    """The network of this address; remembered for pages that name none. Raises ``NotFound``."""
    known = g.get("network")
    if isinstance(known, Network) and known.slug == slug:
        return known
    network = _by_slug(slug)
    if network is None:
        raise NotFound
    g.network = network
    return network


def current_network(actor: Actor) -> Network | None:
    """The network of this page's address; elsewhere the member's last one, or their first; none for visitors."""
    if not has_request_context():
        return None
    if "network" not in g:
        g.network = _from_address() or _last_of(actor)
    found = g.network
    return found if isinstance(found, Network) else None


def remember_network(actor: Actor) -> None:
    """Keep the network of a page just read, where the person is a member of it."""
    network = g.get("network")
    if isinstance(network, Network) and session.get(_LAST) != network.slug and actor.roles(network.id):
        session[_LAST] = network.slug


def _from_address() -> Network | None:
    slug = (request.view_args or {}).get("network")
    return None if slug is None else _by_slug(slug)


def _last_of(actor: Actor) -> Network | None:
    slugs = [member.network_slug for member in actor.memberships]
    if not slugs:
        return None
    last = session.get(_LAST)
    return _by_slug(str(last) if last in slugs else slugs[0])


def _by_slug(slug: str) -> Network | None:
    return db.session.scalar(_BY_SLUG, {"slug": slug})
