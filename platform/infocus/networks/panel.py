"""What networks add to the page Me and to the export of a person's own data: the roles held."""

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy import select

from infocus.accounts.own_data import contributes_own_data
from infocus.accounts.panels import Line, Panel, contributes_panel
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.networks.models import MembershipRow
from infocus.networks.words import role_name


def _held(person_id: str) -> list[MembershipRow]:
    """All roles a person holds or held, the newest first."""
    rows = select(MembershipRow).where(MembershipRow.person_id == person_id)
    return list(db.session.scalars(rows.order_by(MembershipRow.created_at.desc(), MembershipRow.id.desc())))


@contributes_panel("roles", order=90)
def my_roles(actor: Actor) -> Panel:
    """The roles held now."""
    lines = []
    for row in _held(actor.person):
        if row.ended_at is None:
            place = f"{row.network.name}, {row.partner.label}" if row.partner else row.network.name
            lines.append(Line(place, url_for("networks.show", network=row.network.slug), role_name(row.role)))
    empty = _("You belong to no network yet. Invitations come by mail from a city’s coordinator.")
    return Panel(_("My roles"), tuple(lines), empty, url_for("networks.index"))


@contributes_own_data("roles")
def roles_as_data(person_id: str) -> list[dict[str, str | None]]:
    """Every role the person holds or held."""
    return [
        {
            "network": row.network.slug,
            "partner": row.partner.slug if row.partner else None,
            "role": row.role,
            "since": row.created_at.isoformat(),
            "until": row.ended_at.isoformat() if row.ended_at else None,
        }
        for row in _held(person_id)
    ]
