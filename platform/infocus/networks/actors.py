"""From a signed-in person to an actor: the roles they hold at this moment, read from the database at each request."""

from collections.abc import Iterable

from sqlalchemy import bindparam, select

from infocus.accounts.acting import Acting
from infocus.accounts.models import Account, Person
from infocus.core.actor import Actor, Membership, Role, contributed_keys
from infocus.core.db import db, directly
from infocus.networks.models import MembershipRow, Network, Partner

# Asked at every request, so it is put together once: that is two thirds of what such a query costs.
_PRESENT = (
    select(MembershipRow.network_id, Network.slug, MembershipRow.role, MembershipRow.partner_id, Partner.slug)
    .join(Network, Network.id == MembershipRow.network_id)
    .outerjoin(Partner, Partner.id == MembershipRow.partner_id)
    .where(MembershipRow.person_id == bindparam("person"), MembershipRow.ended_at.is_(None))
    .order_by(MembershipRow.created_at, MembershipRow.id)
)


def actor_of(account: Account, scopes: Iterable[str] | None = None) -> Actor:
    """The actor of an account, with ``scopes`` when a token acts."""
    person = account.person
    kept = None if scopes is None else tuple(scopes)
    return actor_of_line(
        Acting(person.id, person.shown_name, person.language, person.time_zone, account.is_admin, kept)
    )


def actor_of_line(acting: Acting) -> Actor:
    """The actor of a live session or token, as an open line has it."""
    return Actor(
        person_id=acting.person_id,
        name=acting.name,
        language=acting.language,
        time_zone=acting.time_zone,
        is_admin=acting.is_admin,
        memberships=memberships_of(acting.person_id),
        scopes=None if acting.scopes is None else frozenset(acting.scopes),
        extra_keys=contributed_keys(acting.person_id),
    )


def visitor(person: Person) -> Actor:
    """The actor of somebody without an account: no roles, and no keys but those features give."""
    return Actor(
        person_id=person.id,
        name=person.shown_name,
        language=person.language,
        time_zone=person.time_zone,
        extra_keys=contributed_keys(person.id, visiting=True),
        visiting=True,
    )


def actor_of_person(person_id: str) -> Actor | None:
    """The actor of a person who has an active account; for jobs that act or write for somebody."""
    account = db.session.get(Account, person_id)
    return actor_of(account) if account is not None and account.active else None


def memberships_of(person_id: str) -> tuple[Membership, ...]:
    """The present memberships of a person, in one query of plain columns."""
    rows = directly(_PRESENT, {"person": person_id})
    return tuple(
        Membership(network, slug, Role(role), partner, partner_slug)
        for network, slug, role, partner, partner_slug in rows
    )
