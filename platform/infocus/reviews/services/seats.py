"""Who sits at the table: named seats given and taken, and the voices a spoken line can have."""

from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import select

from infocus.accounts.models import Person
from infocus.core.actor import CITY_ROLES, EXPERTS, Actor, Role
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid, NotFound
from infocus.core.events import emit
from infocus.core.permissions import Permission, allows, require
from infocus.networks.actors import actor_of_person
from infocus.networks.models import MembershipRow, Partner
from infocus.records.services import check_updates, save
from infocus.reviews.events import SeatGiven, SeatTaken
from infocus.reviews.models import PanelMember, Review
from infocus.reviews.vocabulary import NAMED, Seating


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who can be heard at a table."""

    id: str
    name: str
    role: str
    partner: Partner | None


def give_seat(actor: Actor, review: Review, person_id: str, role: str, task: str = "") -> PanelMember:
    """Name a member of the network for a seat; ``task`` is what they are asked to read or answer."""
    require(actor, Permission.EDIT_REVIEW, review)
    check_updates(review.network)
    if role not in set(NAMED):
        raise Invalid({"role": _("There is no such seat.")})
    found = _memberships(review.network_id, person_id)
    if not found:
        raise Invalid({"person": _("This person is not a member of the network.")})
    if any(seat.person_id == person_id and seat.role == role for seat in review.panel):
        raise Conflict(_("This person has that seat already."))
    partner_id = next((row.partner_id for row in found if row.partner_id), None)
    seat = PanelMember(review_id=review.id, person_id=person_id, partner_id=partner_id, role=role, task=task)
    review.panel.append(seat)
    save(review)
    emit(SeatGiven(review.id, person_id, role, actor.person))
    return seat


def take_seat(actor: Actor, review: Review, seat_id: str) -> None:
    """Take a named seat back; who has no other right to the room leaves it at once."""
    require(actor, Permission.EDIT_REVIEW, review)
    check_updates(review.network)
    seat = next((each for each in review.panel if each.id == seat_id), None)
    if seat is None:
        raise NotFound
    last_facilitator = [each for each in review.panel if each.role == Seating.FACILITATOR] == [seat]
    if last_facilitator:
        raise Conflict(_("A review needs a facilitator: name another one first."))
    person_id = seat.person_id
    review.panel.remove(seat)
    save(review)
    after = actor_of_person(person_id)
    emit(SeatTaken(review.id, person_id, after is not None and allows(after, Permission.ENTER_ROOM, review)))


def voices(review: Review) -> dict[str, Voice]:
    """Everybody a spoken line can be from, by person: the named table, the host's people, experts and the lead."""
    found: dict[str, Voice] = {}
    for seat in review.panel:
        found.setdefault(seat.person_id, Voice(seat.person_id, seat.person.shown_name, seat.role, seat.partner))
    for row in _memberships(review.network_id):
        role = _implied(row, review)
        if role:
            found.setdefault(row.person_id, Voice(row.person_id, row.person.shown_name, role, row.partner))
    return found


def _implied(row: MembershipRow, review: Review) -> Seating | None:
    if row.partner_id == review.partner_id and row.role in CITY_ROLES:
        return Seating.HOST
    if row.role in EXPERTS:
        return Seating.EXPERT
    return Seating.LEAD if row.role == Role.LEAD else None


def _memberships(network_id: str, person_id: str | None = None) -> list[MembershipRow]:
    query = select(MembershipRow).where(MembershipRow.network_id == network_id, MembershipRow.ended_at.is_(None))
    if person_id is not None:
        query = query.where(MembershipRow.person_id == person_id)
    return list(db.session.scalars(query.order_by(MembershipRow.created_at, MembershipRow.id)).unique())


def candidates(actor: Actor, review: Review) -> list[tuple[Person, Partner | None]]:
    """Members of the network who can be named, by city and name. Needs the right to edit the review."""
    require(actor, Permission.EDIT_REVIEW, review)
    return members(review.network_id)


def members(network_id: str) -> list[tuple[Person, Partner | None]]:
    """Everybody of a network with the city they come for, by city and name."""
    first: dict[str, tuple[Person, Partner | None]] = {}
    for row in _memberships(network_id):
        known = first.get(row.person_id)
        if known is None or (known[1] is None and row.partner is not None):
            first[row.person_id] = (row.person, row.partner)
    return sorted(first.values(), key=lambda pair: (pair[1].label if pair[1] else "", pair[0].shown_name))
