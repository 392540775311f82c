"""Successors: whom the coordinator names to take over what somebody of the city answers for."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import or_, select

from infocus.accounts.models import Account, Person
from infocus.accounts.own_data import contributes_own_data
from infocus.core import clock
from infocus.core.actor import Actor, Role
from infocus.core.db import db
from infocus.core.errors import Invalid
from infocus.core.permissions import Permission, require
from infocus.networks.audit import note
from infocus.networks.models import MembershipRow, Partner, Successor

TAKES_OVER = frozenset({Role.COORDINATOR, Role.OFFICER})
MOST_STEPS = 20
"""Successors of successors that are followed; nobody names as many."""

Counter = Callable[[str], Mapping[str, int]]
_counters: list[Counter] = []


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody who wrote for a partner: how many records, whether they are still there, and who is named after them."""

    person: Person
    records: int
    present: bool
    successor: Person | None


def counts_records(counter: Counter) -> Counter:
    """Register what says of a partner (id) how many records each person wrote; networks know no records."""
    if counter not in _counters:
        _counters.append(counter)
    return counter


def owners_of(actor: Actor, partner: Partner) -> list[Owner]:
    """Everybody who wrote records for this partner, those who left first, then by name."""
    require(actor, Permission.EDIT_PARTNER, partner)
    counted: dict[str, int] = {}
    for counter in _counters:
        for person_id, count in counter(partner.id).items():
            counted[person_id] = counted.get(person_id, 0) + count
    present = present_in(partner.network_id, partner.id)
    named = {row.person_id: row.successor for row in successors_of(partner.id)}
    people = db.session.scalars(select(Person).where(Person.id.in_({*counted, *named})))
    owners = [Owner(each, counted.get(each.id, 0), each.id in present, named.get(each.id)) for each in people]
    return sorted(owners, key=lambda owner: (owner.present, owner.person.shown_name.casefold(), owner.person.id))


def to_choose(partner: Partner) -> list[Person]:
    """The partner's officers and coordinators, by name: who can be a successor."""
    present = present_in(partner.network_id, partner.id)
    ids = [person for person, roles in present.items() if roles & TAKES_OVER]
    people = db.session.scalars(select(Person).where(Person.id.in_(ids)))
    return sorted(people, key=lambda person: (person.shown_name.casefold(), person.id))


def present_in(network_id: str, partner_id: str | None) -> dict[str, frozenset[Role]]:
    """Who with an active account answers in this network now, by person: the partner's people and the network's own."""
    place = or_(MembershipRow.partner_id.is_(None), MembershipRow.partner_id == partner_id)
    rows = db.session.execute(
        select(MembershipRow.person_id, MembershipRow.role)
        .join(Account, Account.person_id == MembershipRow.person_id)
        .where(MembershipRow.network_id == network_id, MembershipRow.ended_at.is_(None), Account.active, place)
    )
    found: dict[str, frozenset[Role]] = {}
    for person_id, role in rows:
        found[person_id] = found.get(person_id, frozenset()) | {Role(role)}
    return found


def successors_of(partner_id: str | None) -> Sequence[Successor]:
    """Everybody in this partner for whom a successor is named."""
    if partner_id is None:
        return []
    return db.session.scalars(select(Successor).where(Successor.partner_id == partner_id)).all()


def follow(person_id: str | None, named: Iterable[Successor], present: Iterable[str]) -> str | None:
    """The person, if still there, else the first of the line of successors who is; ``None`` when nobody is."""
    line, here = {row.person_id: row.successor_id for row in named}, set(present)
    for _step in range(MOST_STEPS):
        if person_id is None or person_id in here:
            return person_id
        person_id = line.get(person_id)
    return None


def name_successor(actor: Actor, partner: Partner, person_id: str, successor_id: str | None) -> None:
    """Hand over all that a person answers for in this partner; ``None`` takes the successor back.

    Raises:
        NotAllowed: neither the partner's coordinator nor the lead.
        Invalid: the successor is not one of the partner's officers or its coordinator, or is the person.
    """
    require(actor, Permission.EDIT_PARTNER, partner)
    present = present_in(partner.network_id, partner.id)
    stored = next((row for row in successors_of(partner.id) if row.person_id == person_id), None)
    if successor_id is None:
        if stored is not None:
            db.session.delete(stored)
            note(actor, "successors.take-back", "partner", partner.id, partner.network_id, person=person_id)
        return
    if successor_id == person_id or not present.get(successor_id, frozenset()) & TAKES_OVER:
        raise Invalid({"successor": _("A successor is one of the city’s officers, or its coordinator.")})
    if stored is None:
        stored = Successor(partner_id=partner.id, person_id=person_id)
        db.session.add(stored)
    stored.successor_id, stored.named_by, stored.named_at = successor_id, actor.person, clock.now()
    detail = {"person": person_id, "successor": successor_id}
    note(actor, "successors.name", "partner", partner.id, partner.network_id, **detail)
    db.session.flush()


@contributes_own_data("successors")
def successors_as_data(person_id: str) -> list[dict[str, str]]:
    """Where the person is named as a successor, or has one."""
    own = select(Successor).where(or_(Successor.person_id == person_id, Successor.successor_id == person_id))
    return [
        {"of": row.person_id, "successor": row.successor_id, "partner": row.partner_id, "at": row.named_at.isoformat()}
        for row in db.session.scalars(own.order_by(Successor.id))
    ]
