"""Who sits at the table: named seats given and taken, and the voices a spoken line can have."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import select

from infocus.accounts.models import Person
from infocus.core import clock
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
from infocus.reviews.vocabulary import NAMED, Coming, Seating


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who can be heard at a table."""

    id: str
    name: str
    role: str
    partner: Partner | None


VoiceSource = Callable[[Review], Sequence[Voice]]
_voice_sources: list[VoiceSource] = []


def contributes_voices(source: VoiceSource) -> VoiceSource:
    """Register a part's function review → further people who can be heard at its table (guests)."""
    if source not in _voice_sources:
        _voice_sources.append(source)
    return source


def give_seat(
    actor: Actor, review: Review, person_id: str, role: str, task: str = "", *, ask: bool = True
) -> PanelMember:
    """Name a member of the network for a seat; ``task`` is what they are asked to read or answer.
    They are asked at once whether they come, unless ``ask`` is false (a review day asks for all its tables together).
    Who declined may be asked again; who names themselves has said yes.
    """
    require(actor, Permission.EDIT_REVIEW, review)
    check_updates(review.network)
    if role not in set(NAMED):
        raise Invalid({"role": _("There is no such seat.")})
    found = memberships(review.network_id, person_id)
    if not found:
        raise Invalid({"person": _("This person is not a member of the network.")})
    seat = next((each for each in review.panel if (each.person_id, each.role) == (person_id, role)), None)
    if seat is None:
        partner_id = next((row.partner_id for row in found if row.partner_id), None)
        seat = PanelMember(review_id=review.id, person_id=person_id, partner_id=partner_id, role=role)
        review.panel.append(seat)
    elif seat.coming != Coming.NO:
        raise Conflict(_("This person has that seat already."))
    own = person_id == actor.person
    seat.task, seat.coming, seat.word, seat.answered_at = task, Coming.YES if own else Coming.OPEN, "", None
    seat.asked_at = clock.now() if ask and not own else None
    save(review)
    db.session.refresh(seat, ["person", "partner"])
    if ask:
        emit(SeatGiven(review.id, person_id, role, actor.person))
    return seat


def take_seat(actor: Actor, review: Review, seat_id: str) -> None:
    """Take a named seat back; who has no other right to the room leaves it at once."""
    require(actor, Permission.EDIT_REVIEW, review)
    check_updates(review.network)
    seat = the_seat(review, seat_id)
    if [each for each in review.seated if each.role == Seating.FACILITATOR] == [seat]:
        raise Conflict(_("A review needs a facilitator: name another one first."))
    person_id = seat.person_id
    expected = seat.asked_at is not None and seat.coming != Coming.NO
    review.panel.remove(seat)
    gone = expected and all(each.person_id != person_id for each in review.seated)
    review.calendar_sequence += gone
    save(review)
    after = actor_of_person(person_id)
    reads = after is not None and allows(after, Permission.ENTER_ROOM, review)
    emit(SeatTaken(review.id, person_id, reads, actor.person, gone))


def the_seat(review: Review, seat_id: str) -> PanelMember:
    """A seat of this review. Raises ``NotFound``."""
    seat = next((each for each in review.panel if each.id == seat_id), None)
    if seat is None:
        raise NotFound
    return seat


def successors(review: Review) -> dict[str, list[Person]]:
    """Who could come instead, by the seat that was declined: people of the same city without a seat here."""
    declined = [seat for seat in review.panel if seat.coming == Coming.NO and seat.partner_id]
    if not declined:
        return {}
    asked = {seat.person_id for seat in review.panel}
    free = [pair for pair in members(review.network_id) if pair[0].id not in asked]
    return {
        seat.id: [person for person, place in free if place is not None and place.id == seat.partner_id]
        for seat in declined
    }


def replace(actor: Actor, review: Review, seat_id: str, person_id: str) -> PanelMember:
    """Ask somebody else in the place of who declined; what that seat was given goes over to them."""
    left = the_seat(review, seat_id)
    if left.coming != Coming.NO:
        raise Conflict(_("This seat is not free."))
    seat = give_seat(actor, review, person_id, left.role, left.task)
    seat.sections, seat.question = left.sections, left.question
    review.panel.remove(left)
    save(review)
    return seat


def voices(review: Review) -> dict[str, Voice]:
    """Everybody a spoken line can be from, by person: the named table, the host's people, experts, the lead, guests."""
    found: dict[str, Voice] = {}
    for seat in review.seated:
        found.setdefault(seat.person_id, Voice(seat.person_id, seat.person.shown_name, seat.role, seat.partner))
    for row in memberships(review.network_id):
        role = _implied(row, review)
        if role:
            found.setdefault(row.person_id, Voice(row.person_id, row.person.shown_name, role, row.partner))
    for source in _voice_sources:
        for voice in source(review):
            found.setdefault(voice.id, voice)
    return found


def _implied(row: MembershipRow, review: Review) -> Seating | None:
    if row.partner_id == review.partner_id and row.role in CITY_ROLES:
        return Seating.HOST
    if row.role in EXPERTS:
        return Seating.EXPERT
    return Seating.LEAD if row.role == Role.LEAD else None


def memberships(network_id: str, person_id: str | None = None) -> list[MembershipRow]:
    """The present memberships in a network, of one person where named, the oldest first."""
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
    for row in memberships(network_id):
        known = first.get(row.person_id)
        if known is None or (known[1] is None and row.partner is not None):
            first[row.person_id] = (row.person, row.partner)
    return sorted(first.values(), key=lambda pair: (pair[1].label if pair[1] else "", pair[0].shown_name))
