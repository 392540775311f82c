"""On a practice's page: the collections it is in, and the way into one. What one picked, in one's own data."""

from typing import Any

from flask_babel import gettext as _

from infocus.accounts.own_data import contributes_own_data
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.permissions import Permission, allows
from infocus.networks.models import Network
from infocus.practices.collections.policy import MAKERS
from infocus.practices.collections.queries import collections_with, made_by, picked_by
from infocus.practices.models import SHARED, Practice
from infocus.records.panels import Action, Panel, record_action, record_panel
from infocus.records.urls import record_path


@record_panel(Practice, 70)
def in_collections(actor: Actor, practice: Practice) -> Panel | None:
    """The collections this reader may read."""
    found = collections_with(actor, practice)
    if not found:
        return None
    return Panel("practices/collections/panel.html", {"collections": found, "record_path": record_path}, place="aside")


@record_action(Practice, 60)
def collect_button(actor: Actor, practice: Practice) -> Action | None:
    """For curators, of this network or another one."""
    if practice.state not in SHARED or makes_in(actor, practice.network) is None:
        return None
    return Action(_("Add to a collection"), f"{record_path(practice)}/collect", "text")


def makes_in(actor: Actor, first: Network) -> Network | None:
    """The network in which this person makes collections: this one, if they do so here, else another."""
    if allows(actor, Permission.MAKE_COLLECTION, first):
        return first
    others = {member.network_id for member in actor.memberships if member.role in MAKERS} - {first.id}
    networks = [db.session.get(Network, network_id) for network_id in sorted(others)]
    return next((each for each in networks if each and allows(actor, Permission.MAKE_COLLECTION, each)), None)


@contributes_own_data("collections")
def collections_as_data(person_id: str) -> list[dict[str, Any]]:
    """Every collection the person made."""
    return [
        {"title": each.title, "introduction": each.introduction, "at": each.created_at.isoformat()}
        for each in made_by(person_id)
    ]


@contributes_own_data("collected")
def picks_as_data(person_id: str) -> list[dict[str, str]]:
    """Every practice the person put into a collection, with the line that stands there now."""
    return [
        {"collection": title, "practice": pick.practice_id, "line": pick.line, "at": pick.at.isoformat()}
        for pick, title in picked_by(person_id)
    ]
