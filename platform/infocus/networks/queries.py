"""Reads of networks, their partners and people."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from infocus.accounts.models import Person
from infocus.core.actor import CITY_ROLES, Actor, Role
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.networks.models import MembershipRow, Network, Partner

_ORDER = {role: number for number, role in enumerate(Role)}


@dataclass(frozen=True, slots=True)
class Member:
    """One role of one person in a network."""

    membership_id: str
    person_id: str
    name: str
    city: str
    reads: tuple[str, ...]
    role: Role
    partner_id: str | None
    picture: str


def networks_for(actor: Actor) -> tuple[list[Network], list[Network]]:
    """The networks the person belongs to, and the others of the installation, each by name."""
    own = {member.network_id for member in actor.memberships}
    every = list(db.session.scalars(select(Network).order_by(Network.name, Network.id)))
    return [each for each in every if each.id in own], [each for each in every if each.id not in own]


def partners_of(network: Network) -> list[Partner]:
    """A network's partners by label: never by merit."""
    return list(
        db.session.scalars(select(Partner).where(Partner.network_id == network.id).order_by(Partner.label, Partner.id))
    )


def partner_of(network: Network, slug: str) -> Partner:
    """One partner by its slug. Raises ``NotFound``."""
    partner = db.session.scalar(select(Partner).where(Partner.network_id == network.id, Partner.slug == slug))
    if partner is None:
        raise NotFound
    return partner


def partners_named(slugs: Iterable[str]) -> list[Partner]:
    """The partners with these slugs, in one query with their networks; two networks may have one of the same slug."""
    wanted = sorted({*slugs} - {""})
    if not wanted:
        return []
    named = select(Partner).where(Partner.slug.in_(wanted)).order_by(Partner.id.desc())
    return list(db.session.scalars(named.options(joinedload(Partner.network, innerjoin=True))))


def may_see_people(actor: Actor, network: Network) -> bool:
    """Names of people are for the network's own members."""
    return bool(actor.roles(network.id))


def members_of(actor: Actor, network: Network, partner: Partner | None = None) -> list[Member]:
    """Who belongs to the network (or partner) now, by role and name; nobody, for those outside the network."""
    if not may_see_people(actor, network):
        return []
    wanted = (
        select(
            MembershipRow.id, Person.id, Person.name, Person.former_label, Person.city, Person.reads, Person.picture_key
        )
        .add_columns(MembershipRow.role, MembershipRow.partner_id)
        .join(Person, Person.id == MembershipRow.person_id)
        .where(MembershipRow.network_id == network.id, MembershipRow.ended_at.is_(None))
    )
    if partner is not None:
        wanted = wanted.where(MembershipRow.partner_id == partner.id)
    found = [
        Member(row_id, person_id, former or name, city, tuple(reads), Role(role), partner_id, picture or "")
        for row_id, person_id, name, former, city, reads, picture, role, partner_id in db.session.execute(wanted)
    ]
    return sorted(found, key=lambda member: (_ORDER[member.role], member.name.casefold(), member.membership_id))


def picture_for(actor: Actor, person_id: str) -> str:
    """The storage key of a person's picture, for the person and for members of a common network.

    Raises:
        NotFound: no such person, no picture, or no common network.
    """
    person = db.session.get(Person, person_id)
    if person is None or not person.picture_key:
        raise NotFound
    common = select(MembershipRow.id).where(
        MembershipRow.person_id == person_id,
        MembershipRow.ended_at.is_(None),
        MembershipRow.network_id.in_([member.network_id for member in actor.memberships]),
    )
    if actor.person_id != person_id and db.session.scalar(common.limit(1)) is None:
        raise NotFound
    return person.picture_key


def who_to_ask(members: list[Member]) -> dict[str, Member]:
    """For each partner its coordinator, else the first of its people, out of ``members`` (sorted by role)."""
    first: dict[str, Member] = {}
    for member in members:
        if member.partner_id and member.role in CITY_ROLES:
            first.setdefault(member.partner_id, member)
    return first


def membership_of(network: Network, membership_id: str) -> MembershipRow:
    """A present membership of the network. Raises ``NotFound``."""
    row = db.session.get(MembershipRow, membership_id)
    if row is None or row.network_id != network.id or row.ended_at is not None:
        raise NotFound
    return row
